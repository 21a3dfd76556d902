import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isMoveBy } from '#shared/domain/unit/carry-members.ts';
import type { WorkStep } from '#shared/domain/unit/carry-work.ts';
import { countPerson, noPeople, type UnitPeople } from '#shared/domain/unit/unit-concerns.ts';
import { eventOfDraft, foundedFields, type UnitEventDraft } from '#shared/domain/unit/unit-event-draft.ts';
import { findUnitEventProblems } from '#shared/domain/unit/unit-event-problems.ts';
import type { UnitEventFields } from '#shared/domain/unit/unit-event-record.ts';
import { endedBy } from '#shared/domain/unit/unit-succession.ts';
import { isComplete } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { tableOfEntity } from '../database.ts';
import type { Office } from '../office.ts';
import type { UnitEventRow, UnitRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { readEventsOf } from './carry-member-ops.ts';
import { planCarry, readWholeScope, type Carried } from './carry-ops.ts';
import { readTree, readUnitEvents, treeOf } from './read-succession.ts';

/** Pieces of work an event can name. */
const MOST_WORK = 2000;

/** What a change would do: problems, who and what goes along, and who would be where then. Nothing is written. */
export type UnitEventPreview = {
  readonly problems: ReturnType<typeof findUnitEventProblems>;
  readonly carried: Carried;
  /** Of the organisations afterwards, without those below them. */
  readonly after: ReadonlyMap<string, UnitPeople>;
};

/** Looks at what a change would do on its day. */
export async function previewUnitEvent(office: Office, draft: UnitEventDraft): Promise<UnitEventPreview> {
  const today = office.today();
  const plan = await planChange(office, draft, PREVIEWED, draft.on > today ? draft.on : today);
  const heirs = new Map(plan.carried.members.map(({ id, to }) => [id, to]));
  const after = new Map<string, UnitPeople>(draft.toUnitIds.map((id) => [id, noPeople]));
  const rows = await office.db.members
    .filter(({ id, removed, unitId }) => !removed && (heirs.has(id) || (unitId !== null && after.has(unitId))))
    .toArray();
  for (const { id, unitId, state, gender } of rows) {
    const at = heirs.get(id) ?? unitId ?? '';
    const people = after.get(at);
    if (people !== undefined) after.set(at, countPerson(people, state, gender === 'female'));
  }
  return { problems: plan.problems, carried: plan.carried, after };
}

/** Id of a change that is only looked at; it stands after every other of its day. */
const PREVIEWED = 'ffffffff-ffff-7fff-8fff-ffffffffffff';

/**
 * Records a change of the tree on its decision in one act: the change itself, organisations it founds, the ends of those it ends, and the members and
 * unfinished work that go along. Errors: `unit-event-unfit`, `bad-value`.
 */
export function recordUnitEvent(
  office: Office,
  draft: UnitEventDraft,
): Promise<WriteResult<{ readonly carried: Carried }>> {
  const id = office.ports.newId();
  let carried: Carried = { members: [], works: [] };
  return commit(office, async () => {
    const plan = await planChange(office, draft, id, office.today());
    carried = plan.carried;
    return plan.problems.some(({ weight }) => weight === 'stop') ? err({ code: 'unit-event-unfit' }) : plan.drafts;
  }).then((saved) => (saved.ok ? ok({ ...saved.value, carried }) : saved));
}

type ChangePlan = {
  readonly problems: UnitEventPreview['problems'];
  readonly carried: Carried;
  readonly drafts: Result<readonly OpDraft[], Refusal>;
};

async function planChange(office: Office, draft: UnitEventDraft, id: string, today: PlainDate): Promise<ChangePlan> {
  const { stream } = office;
  const known = await readTree(office);
  const units = await office.db.units.filter(({ removed }) => !removed).toArray();
  const unit = units.find((each) => each.id === draft.fromUnitIds[0]);
  const event = eventOfDraft(draft, unit);
  const tree = treeOf(known.changes, [{ ...event, id }]);
  const founded = draft.founded.map((each) => ({ id: each.id, f: foundedFields(each, draft.on) }));
  const scope = await readWholeScope(office, tree);
  const { drafts, carried } = await planCarry(office, tree, scope, { today });
  const f: UnitEventFields = { ...event, carriedWork: { ...childrenOf(draft, units), ...namesOf(carried.works) } };
  const bad = founded.find((each) => !isComplete('unit', each.f));
  return {
    problems: findUnitEventProblems(draft, units, known.changes, known.succession),
    carried,
    drafts:
      bad === undefined && isComplete('unitEvent', f)
        ? ok([
            { t: 'set', stream, type: 'unitEvent', id, f },
            ...founded.map((each): OpDraft => ({ t: 'set', stream, type: 'unit', id: each.id, f: each.f })),
            ...drafts,
          ])
        : err({ code: 'bad-value' }),
  };
}

/** Organisations that stood under one that ends. */
function childrenOf(draft: UnitEventDraft, units: readonly UnitRow[]): UnitEventFields['carriedWork'] {
  const ended = endedBy(draft);
  return Object.fromEntries(
    units.flatMap(({ id, parentId }) => (parentId !== null && ended.includes(parentId) ? [[id, parentId]] : [])),
  );
}

function namesOf(works: readonly WorkStep[]): UnitEventFields['carriedWork'] {
  const own = works.filter(({ type }) => type !== 'studyItem').slice(0, MOST_WORK);
  return Object.fromEntries(own.map(({ id, from }) => [id, from]));
}

/**
 * Takes a change back that was entered wrongly, with the reason: what it ended lives again, members and work it took along go back, what it founded hands on
 * whatever came to it since. Refused once something else rests on it. Errors: `record-missing`, `event-settled`, `reason-wanted`, `unit-event-built-on`.
 */
export function voidUnitEvent(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async () => {
    const events = await readUnitEvents(office);
    const event = events.find((each) => each.id === id);
    if (event === undefined) return err({ code: 'record-missing' });
    if (event.voidReason !== '') return err({ code: 'event-settled' });
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'voidReason' });
    if (await isBuiltOn(office, event, events)) return err({ code: 'unit-event-built-on' });
    const tree = treeOf(events, [{ ...event, voidReason: reason }]);
    // Looked at with the ends as they were too: members and work lie with the heirs now.
    const [before, after] = [await readWholeScope(office, treeOf(events)), await readWholeScope(office, tree)];
    const members = [...new Map([...before.members, ...after.members].map((row) => [row.id, row])).values()];
    const moves = await movesBy(office, id, members);
    const returned = await returnWork(office, event);
    const inHand = new Set(returned.map((draft) => draft.id));
    const works = after.works.filter((work) => !inHand.has(work.id));
    const plan = await planCarry(
      office,
      tree,
      { ...after, members, works },
      { voided: new Set(moves.map(({ id: moveId }) => moveId)) },
    );
    return ok<readonly OpDraft[]>([
      { t: 'set', stream: event.stream, type: 'unitEvent', id, f: { voidReason: reason } },
      ...moves.map((move): OpDraft => ({
        t: 'set',
        stream: move.stream,
        type: 'memberEvent',
        id: move.id,
        f: { state: 'void', voidReason: reason },
      })),
      ...(await returnUnits(office, event)),
      ...plan.drafts,
      ...returned,
    ]);
  });
}

/** Whether something else rests on a change: a later change of what it made, or work done there that cannot go back. */
async function isBuiltOn({ db }: Office, event: UnitEventRow, events: readonly UnitEventRow[]): Promise<boolean> {
  const made = event.kind === 'renamed' || event.kind === 'moved' ? event.fromUnitIds : event.foundedUnitIds;
  const touched = new Set([...made, ...endedBy(event)]);
  const isLater = (each: UnitEventRow): boolean => each.on > event.on || (each.on === event.on && each.id > event.id);
  const later = events.filter((each) => each.id !== event.id && each.voidReason === '' && isLater(each));
  if (later.some((each) => [...each.fromUnitIds, ...each.toUnitIds].some((unitId) => touched.has(unitId)))) return true;
  const founded = event.foundedUnitIds;
  if (founded.length === 0) return false;
  const isIn = ({ unitId, removed }: { readonly unitId: string; readonly removed: boolean }): boolean =>
    !removed && founded.includes(unitId);
  const counts = [
    await db.appointments.filter(isIn).count(),
    await db.feePayments.filter(isIn).count(),
    await db.feeHandUps.filter(isIn).count(),
    await db.meetings.filter((row) => isIn(row) && (row.state === 'held' || row.state === 'closed')).count(),
    await db.ratings.filter((row) => isIn(row) && row.decidedLevel !== null).count(),
    // Nobody may be left in what was never founded.
    event.kind === 'founded'
      ? await db.members
          .filter(({ removed, unitId }) => !removed && unitId !== null && founded.includes(unitId))
          .count()
      : 0,
    event.kind === 'founded'
      ? await db.units
          .filter(({ removed, parentId }) => !removed && parentId !== null && founded.includes(parentId))
          .count()
      : 0,
  ];
  return counts.some((count) => count > 0);
}

/** The events by which members went along. */
async function movesBy(
  office: Office,
  unitEventId: string,
  members: Parameters<typeof readEventsOf>[1],
): Promise<readonly { readonly id: string; readonly stream: string }[]> {
  const eventsOf = await readEventsOf(office, members);
  return [...eventsOf].flatMap(([memberId, events]) =>
    events.filter((each) => each.state === 'decided' && isMoveBy(unitEventId, memberId, each, events)),
  );
}

/** Work that went along and still lies where it came to. */
async function returnWork(office: Office, { carriedWork, on, toUnitIds }: UnitEventRow): Promise<readonly OpDraft[]> {
  const ids = Object.keys(carriedWork);
  const drafts: OpDraft[] = [];
  for (const [type, field] of carriedFields) {
    const table = office.db.table<
      { readonly id: string; readonly stream: string } & Record<string, FieldValue>,
      string
    >(tableOfEntity[type]);
    for (const row of await table.bulkGet(ids)) {
      const from = row === undefined ? undefined : carriedWork[row.id];
      if (row === undefined || from === undefined) continue;
      const isPostEnded = type === 'appointment' && row[field] === from && row['to'] === addDays(on, -1);
      const isHere = toUnitIds.some((heir) => heir === row[field]);
      if (!isPostEnded && !isHere) continue;
      const f = isPostEnded ? { to: null } : { [field]: from };
      drafts.push({ t: 'set', stream: row.stream, type, id: row.id, f });
    }
  }
  return drafts;
}

const carriedFields = [
  ['meeting', 'unitId'],
  ['rating', 'unitId'],
  ['memberTransfer', 'fromUnitId'],
  ['dossier', 'unitId'],
  ['document', 'holderUnitId'],
  ['handover', 'toUnitId'],
  ['staff', 'unitId'],
  ['appointment', 'unitId'],
] as const;

/** Organisations get back the name and the place a change had taken; one that was only founded never was, and those below what had ended return under it. */
async function returnUnits({ db }: Office, event: UnitEventRow): Promise<readonly OpDraft[]> {
  const units = await db.units.filter(({ removed }) => !removed).toArray();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own = byId.get(event.fromUnitIds[0] ?? '');
  if (event.kind === 'renamed' && own?.name === event.name)
    return [setUnit(own, { name: event.formerName, formerNames: own.formerNames.slice(0, -1) })];
  if (event.kind === 'moved' && own?.parentId === event.parentId)
    return [setUnit(own, { parentId: event.formerParentId })];
  if (event.kind === 'founded') {
    const never: PlainDate = addDays(event.on, -1);
    return event.foundedUnitIds.flatMap((id) => byId.get(id) ?? []).map((unit) => setUnit(unit, { validTo: never }));
  }
  return units.flatMap((unit) => {
    const from = event.carriedWork[unit.id];
    return from === undefined ? [] : [setUnit(unit, { parentId: from })];
  });
}

function setUnit({ id, stream }: UnitRow, f: Readonly<Record<string, FieldValue>>): OpDraft {
  return { t: 'set', stream, type: 'unit', id, f };
}
