import { addDays, dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { heirOf, livingUnit, type Succession, type UnitEnd } from './unit-succession.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What of an organisation's work goes along when it ends: what is still to be done. What was done stays with the organisation that did it: meetings held,
 * fees taken in, ratings decided, papers that were finished (docs/members.md). `isOpen`: asked with the first day after the end.
 */
type WorkRule = {
  readonly field: string;
  readonly isOpen: (fields: Fields, on: PlainDate) => boolean;
  /** Field that names the member whose heir takes it over. */
  readonly member?: string;
};

const isOneOf = (value: unknown, ...states: readonly string[]): boolean => states.includes(String(value));

const workRules = {
  meeting: {
    field: 'unitId',
    isOpen: ({ state, startsAt }, on) =>
      isOneOf(state, 'planned', 'invited') && dateOfInstant(Date.parse(String(startsAt))) >= on,
  },
  rating: {
    field: 'unitId',
    member: 'memberId',
    isOpen: ({ memberId, decidedLevel }) => memberId !== null && decidedLevel === null,
  },
  memberTransfer: { field: 'fromUnitId', member: 'memberId', isOpen: ({ state }) => state === 'draft' },
  dossier: { field: 'unitId', isOpen: ({ state }) => isOneOf(state, 'planned', 'open', 'returned') },
  document: { field: 'holderUnitId', isOpen: ({ state }) => state !== 'done' },
  handover: { field: 'toUnitId', isOpen: ({ state }) => isOneOf(state, 'sent', 'received') },
  staff: { field: 'unitId', isOpen: () => true },
  appointment: { field: 'unitId', isOpen: ({ from }, on) => typeof from === 'string' && from >= on },
} as const satisfies Record<string, WorkRule>;

/** Kinds of records that may be an organisation's unfinished work. */
export type WorkType = keyof typeof workRules;

/** Every such kind. */
export const workTypes = Object.keys(workRules) as readonly WorkType[];

/** A record that may be an organisation's work. */
export type HeldWork = { readonly type: WorkType; readonly id: string; readonly fields: Fields };

/** A record whose organisation changes, or whose last day is told. */
export type WorkStep = {
  readonly type: WorkType | 'studyItem';
  readonly id: string;
  readonly from: string;
  /** Who has it now; null where only its end is told, or it is for several. */
  readonly to: string | null;
  readonly f: Readonly<Record<string, string | readonly string[]>>;
};

/** The organisation a piece of work lies with; undefined when it names none. */
export function holderOf({ type, fields }: HeldWork): string | undefined {
  const value = fields[workRules[type].field];
  return typeof value === 'string' ? value : undefined;
}

/** What must be written so that no unfinished work lies with an organisation that had ended by today. The same for the same work on every PC. */
export function planWork(works: Iterable<HeldWork>, succession: Succession, today: PlainDate): readonly WorkStep[] {
  const steps: WorkStep[] = [];
  for (const work of works) {
    const from = holderOf(work);
    const end = from === undefined ? undefined : succession.ends.get(from);
    if (from === undefined || end === undefined || end.on > today) continue;
    const to = carryOn(work, from, succession, today);
    if (to !== from) steps.push({ type: work.type, id: work.id, from, to, f: { [workRules[work.type].field]: to } });
    else if (work.type === 'appointment') steps.push(...endPost(work, from, end));
  }
  return steps;
}

/** A post ends with its organisation. */
function endPost({ id, fields }: HeldWork, from: string, { on }: UnitEnd): readonly WorkStep[] {
  const last = addDays(on, -1);
  const { to } = fields;
  return typeof to === 'string' && to <= last ? [] : [{ type: 'appointment', id, from, to: null, f: { to: last } }];
}

/** From heir to heir as long as it is unfinished on the day of each end. */
function carryOn({ type, fields }: HeldWork, from: string, { ends }: Succession, today: PlainDate): string {
  const rule: WorkRule = workRules[type];
  const memberId = rule.member === undefined ? null : fields[rule.member];
  let at = from;
  for (let end = ends.get(at); end !== undefined && end.on <= today; end = ends.get(at)) {
    if (!rule.isOpen(fields, end.on)) break;
    at = heirOf(end, typeof memberId === 'string' ? memberId : null);
  }
  return at;
}

/** A paper to be studied that is for an organisation that ended is for its heirs too. */
export function planStudy(
  items: Iterable<{ readonly id: string; readonly unitIds: readonly string[]; readonly isClosed: boolean }>,
  succession: Succession,
  today: PlainDate,
): readonly WorkStep[] {
  const steps: WorkStep[] = [];
  for (const { id, unitIds, isClosed } of items) {
    const added = new Set(isClosed ? [] : unitIds.flatMap((unitId) => heirsOn(unitId, succession, today)));
    const missing = [...added].filter((unitId) => !unitIds.includes(unitId)).sort();
    if (missing.length > 0)
      steps.push({ type: 'studyItem', id, from: missing[0] ?? '', to: null, f: { unitIds: [...unitIds, ...missing] } });
  }
  return steps;
}

function heirsOn(unitId: string, succession: Succession, today: PlainDate): readonly string[] {
  const end = succession.ends.get(unitId);
  return end === undefined || end.on > today ? [] : end.heirs.map((heir) => livingUnit(succession, heir, today));
}
