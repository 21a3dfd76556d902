import type { MemberEventFields, MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** Fields of the record that events may set. */
export type EventSetField =
  | 'admittedOn'
  | 'admittedAt'
  | 'readmittedOn'
  | 'officialOn'
  | 'officialAt'
  | 'cardNumber'
  | 'cardIssuedOn'
  | 'cardIssuedBy'
  | 'unitId';

/** Whether a kind of event asks for something, may have it, or has no such thing. */
export type Asked = 'required' | 'usual' | 'none';

/** Kinds that belong together on the screen. */
export type EventGroup = 'candidate' | 'party' | 'card' | 'activity' | 'reward' | 'discipline' | 'exit';

/** What a kind of event is made of. */
export type EventKindRule = {
  readonly group: EventGroup;
  /** Whether it changes the standing (`life.ts`). */
  readonly changesStanding: boolean;
  /** Fields of the member it may set; the province takes no others. */
  readonly sets: readonly EventSetField[];
  readonly decision: Asked;
  readonly unit: Asked;
  /** Last day of what begins with it. */
  readonly until: Asked;
  /** Place: of admission, of recognition; who issued the card; where somebody goes. */
  readonly place: Asked;
  /** How far a move goes may be left unsaid; the others are asked for. */
  readonly form: 'reward' | 'discipline' | 'card' | 'reach' | null;
  readonly number: Asked;
  readonly years: Asked;
  readonly amount: Asked;
  readonly reason: Asked;
  /** Whether it may be entered before its day has come. */
  readonly mayBeAhead: boolean;
};

const plain: EventKindRule = {
  group: 'activity',
  changesStanding: false,
  sets: [],
  decision: 'usual',
  unit: 'none',
  until: 'none',
  place: 'none',
  form: null,
  number: 'none',
  years: 'none',
  amount: 'none',
  reason: 'usual',
  mayBeAhead: true,
};
const candidate: EventKindRule = {
  ...plain,
  group: 'candidate',
  changesStanding: true,
  unit: 'usual',
  mayBeAhead: false,
};
const exit: EventKindRule = {
  ...plain,
  group: 'exit',
  changesStanding: true,
  decision: 'required',
  reason: 'required',
};
const card: EventKindRule = {
  ...plain,
  group: 'card',
  sets: ['cardNumber', 'cardIssuedOn', 'cardIssuedBy'],
  decision: 'required',
  place: 'usual',
  number: 'required',
};
const party: EventKindRule = { ...plain, group: 'party', changesStanding: true, decision: 'required', place: 'usual' };

/**
 * Kinds of events of a member's life (domain.md 5.2, 5.4, 5.6, 5.7): what each asks for and what it sets. Admission, recognition, cards and exits rest on
 * a decision.
 */
export const eventKindTable: Readonly<Record<MemberEventKind, EventKindRule>> = {
  chosen: candidate,
  'awareness-class': { ...candidate, place: 'usual' },
  'file-opened': candidate,
  admitted: { ...party, sets: ['admittedOn', 'admittedAt', 'unitId'], unit: 'required' },
  readmitted: { ...party, sets: ['readmittedOn', 'officialOn', 'officialAt', 'unitId'], unit: 'required' },
  recognised: { ...party, sets: ['officialOn', 'officialAt'] },
  'not-recognised': { ...exit, group: 'party' },
  'card-issued': card,
  'card-replaced': { ...card, form: 'card' },
  exempted: { ...plain, changesStanding: true, decision: 'required', until: 'usual' },
  'exemption-ended': { ...plain, changesStanding: true },
  'went-abroad': { ...plain, place: 'required', until: 'usual' },
  'came-back': plain,
  'temporary-out': { ...plain, changesStanding: true, place: 'required', until: 'required' },
  'temporary-in': {
    ...plain,
    changesStanding: true,
    sets: ['unitId'],
    place: 'required',
    until: 'required',
    unit: 'required',
  },
  'temporary-ended': { ...plain, changesStanding: true },
  moved: { ...plain, sets: ['unitId'], unit: 'required' },
  'transferred-in': {
    ...plain,
    changesStanding: true,
    sets: ['unitId'],
    form: 'reach',
    unit: 'required',
    place: 'usual',
  },
  'transferred-out': { ...plain, changesStanding: true, form: 'reach', place: 'required' },
  rewarded: { ...plain, group: 'reward', decision: 'required', form: 'reward', amount: 'usual', place: 'usual' },
  badge: { ...plain, group: 'reward', years: 'required', number: 'usual', amount: 'usual' },
  disciplined: {
    ...plain,
    group: 'discipline',
    decision: 'required',
    form: 'discipline',
    until: 'usual',
    reason: 'required',
  },
  'discipline-lifted': { ...plain, group: 'discipline', decision: 'required' },
  'struck-off': exit,
  expelled: { ...exit, group: 'discipline' },
  resigned: { ...exit, reason: 'usual' },
  deceased: { ...exit, decision: 'none', reason: 'usual', mayBeAhead: false },
  restored: { ...party, place: 'none', sets: ['unitId'], unit: 'usual' },
};

/** Kinds in the order in which they are offered and counted. */
export const eventKinds = Object.keys(eventKindTable) as readonly MemberEventKind[];

/** Forms of a reward (domain.md 5.7): giấy khen, bằng khen, cờ, huân chương, huy chương, danh hiệu, kỷ niệm chương. Badges are a kind of their own. */
export const rewardForms = [
  'certificate',
  'merit-certificate',
  'flag',
  'order',
  'decoration',
  'title',
  'commemorative',
] as const;
export type RewardForm = (typeof rewardForms)[number];

/** Forms of discipline short of expulsion: khiển trách, cảnh cáo, cách chức (QĐ 69-QĐ/TW 2022; domain.md 5.7). */
export const disciplineForms = ['reprimand', 'warning', 'removal'] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** Why a card is issued again (form 10-TCTW): mất, hỏng, đổi. */
export const cardForms = ['lost', 'damaged', 'changed'] as const;
export type CardForm = (typeof cardForms)[number];

/** How far a move goes (form 1-TCTW): trong tỉnh, tỉnh khác. */
export const reachForms = ['in-province', 'other-province'] as const;
export type ReachForm = (typeof reachForms)[number];

/** Codes a kind's form may have. */
export function formsOf(kind: MemberEventKind): readonly string[] {
  const { form } = eventKindTable[kind];
  if (form === null) return [];
  return { reward: rewardForms, discipline: disciplineForms, card: cardForms, reach: reachForms }[form];
}

/** Fields of the member that an event governs: those it sets, and those of the standing where it changes it. */
export function governedFields({
  kind,
  sets,
}: Pick<MemberEventFields, 'kind' | 'sets'>): readonly (keyof MemberFields)[] {
  const own = eventKindTable[kind].sets.filter((field) => Object.hasOwn(sets, field));
  return eventKindTable[kind].changesStanding ? [...own, 'state', 'candidateStage'] : own;
}
