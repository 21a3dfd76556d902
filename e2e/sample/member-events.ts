import { toPartialDate } from '#shared/base/partial-date.ts';
import { addDays, addYears, partsOf, startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { communeFoundedOn } from './organisation.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;

/** Makes what happened in the lives of these members, so that every record is what its events make of it. */
export function generateMemberEvents(
  members: readonly SampleRecord<'member'>[],
  today: PlainDate,
  random: Random,
  makeId: MakeId,
): readonly SampleRecord<'memberEvent'>[] {
  return members.flatMap((member) => {
    const drafts = inventLife(member.fields, today, random);
    return recordAll(member, drafts, today, makeId);
  });
}

const blank: Omit<EventDraft, 'kind' | 'effectiveOn'> = {
  until: null,
  decision: null,
  decisionId: null,
  isPastOnly: false,
  unitId: null,
  place: '',
  form: '',
  number: '',
  years: null,
  amount: null,
  reason: '',
  note: '',
};

/** Events in the order of their days: those before the commune was founded tell the past, the others made the record what it is. */
function inventLife(member: MemberFields, today: PlainDate, random: Random): readonly EventDraft[] {
  const drafts: EventDraft[] = [];
  const add = (kind: EventDraft['kind'], on: PlainDate, more: Partial<EventDraft> = {}): void => {
    const isPastOnly = on < communeFoundedOn;
    const decision = decisionOf(on, isPastOnly, random);
    drafts.push({ ...blank, kind, effectiveOn: toPartialDate(on), decision, isPastOnly, ...more });
  };
  const exact = (date: string | null): PlainDate | undefined => (date?.length === 10 ? toPlainDate(date) : undefined);
  const { state, unitId } = member;
  const [admitted, official] = [exact(member.admittedOn), exact(member.officialOn)];
  if (state === 'candidate') return inventCandidate(member, today, add, drafts, random);
  if (admitted !== undefined) add('admitted', admitted, { unitId, place: member.admittedAt });
  if (official !== undefined) add('recognised', official, { place: member.officialAt });
  if (member.cardIssuedOn !== null && member.cardNumber !== '')
    add('card-issued', member.cardIssuedOn, { number: member.cardNumber, place: member.cardIssuedBy });
  // Nobody goes before they have come: the way into the Party, and the card, are behind them by then.
  const known = drafts.map(({ effectiveOn }) => addDays(toPlainDate(effectiveOn), 5));
  const latest = [addDays(today, -random.int(15, 200)), ...known].sort().at(-1) ?? today;
  const ended = latest < today ? latest : today;
  const isGone = state === 'transferred' || state === 'left' || state === 'deceased';
  if (admitted !== undefined && state !== 'probationary')
    for (const { years, on } of badgesBetween(admitted, isGone ? addDays(ended, -1) : today))
      add('badge', on, { years, number: String(random.int(10_000, 999_999)) });
  if (official !== undefined && random.chance(0.2)) {
    const on = addYears(official, random.int(1, 12));
    if (on < (isGone ? ended : today))
      add('rewarded', on, { form: random.pick(['certificate', 'merit-certificate']), place: 'Đảng uỷ xã' });
  }
  if (state === 'official' && random.chance(0.02))
    add('disciplined', addDays(today, -random.int(20, 300)), {
      form: 'reprimand',
      reason: 'Vi phạm quy định về quản lý đất đai',
    });
  if (state === 'exempt') add('exempted', ended, { reason: 'Tuổi cao, sức yếu, có đơn xin miễn' });
  if (state === 'temporarily-away')
    add('temporary-out', ended, { place: 'Đảng bộ phường Kỳ Lừa', until: addDays(today, random.int(20, 150)) });
  if (state === 'transferred')
    add('transferred-out', ended, { place: 'Đảng bộ phường Lương Văn Tri', form: 'in-province' });
  if (state === 'left') add('struck-off', ended, { reason: 'Bỏ sinh hoạt ba tháng không có lý do chính đáng' });
  if (state === 'deceased') add('deceased', ended);
  return drafts.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
}

function inventCandidate(
  { candidateStage, unitId }: MemberFields,
  today: PlainDate,
  add: (kind: EventDraft['kind'], on: PlainDate, more?: Partial<EventDraft>) => void,
  drafts: readonly EventDraft[],
  random: Random,
): readonly EventDraft[] {
  const chosen = addDays(today, -random.int(200, 480));
  add('chosen', chosen, { unitId });
  if (candidateStage !== 'chosen')
    add('awareness-class', addDays(chosen, 60), { unitId, place: 'Trung tâm Chính trị xã' });
  if (candidateStage === 'preparing') add('file-opened', addDays(chosen, 100), { unitId });
  return drafts;
}

function badgesBetween(admitted: PlainDate, today: PlainDate): readonly { years: number; on: PlainDate }[] {
  return defaultMemberRules.badgeYears.flatMap((years) => {
    const reached = addYears(admitted, years);
    const days = [0, 1].flatMap((more) =>
      defaultMemberRules.badgeDays.map((day) => toPlainDate(`${String(partsOf(reached).year + more)}-${day}`)),
    );
    const on = days.find((day) => day >= reached);
    return on === undefined || on > today ? [] : [{ years, on }];
  });
}

function decisionOf(on: PlainDate, isPastOnly: boolean, random: Random): EventDraft['decision'] {
  return {
    symbol: `${String(random.int(1, 480))}-QĐ/${isPastOnly ? 'HU' : 'ĐU'}`,
    issuedOn: addDays(on, -random.int(2, 9)),
    issuer: isPastOnly ? 'Ban Thường vụ Huyện uỷ cũ' : 'Đảng uỷ xã',
    signer: '',
  };
}

/** Records the events one after the other by the program's own plan, over the record as it was before those that made it what it is. */
function recordAll(
  { id: memberId, fields }: SampleRecord<'member'>,
  drafts: readonly EventDraft[],
  today: PlainDate,
  makeId: MakeId,
): readonly SampleRecord<'memberEvent'>[] {
  let member: MemberFields = beforeLife(fields, drafts);
  const events: LifeEvent[] = [];
  const records: SampleRecord<'memberEvent'>[] = [];
  for (const [at, draft] of drafts.entries()) {
    const made = draft.isPastOnly ? addDays(communeFoundedOn, 20) : toPlainDate(draft.effectiveOn);
    const id = makeId(startOfDayMs(made) + 9 * 3_600_000 + at * 60_000);
    const story = { member, events, madeOn: communeFoundedOn };
    const { problems, event, changes } = planEvent(story, draft, id, today, defaultMemberRules);
    const stops = problems.filter(({ weight }) => weight === 'stop');
    if (stops.length > 0) throw new Error(`a sample event does not fit: ${draft.kind} ${JSON.stringify(stops)}`);
    member = { ...member, ...changes };
    events.push({ ...event, id, state: 'decided' });
    const rest = { memberId, state: 'decided', voidReason: '', transferId: null, proposalId: null } as const;
    records.push({ type: 'memberEvent', id, fields: { ...event, ...rest, atOffice: '' } });
  }
  return records;
}

/** The record without what its events since the founding gave it. */
function beforeLife(fields: MemberFields, drafts: readonly EventDraft[]): MemberFields {
  const made = (kind: EventDraft['kind']): boolean => drafts.some((each) => each.kind === kind && !each.isPastOnly);
  const [admitted, recognised] = [made('admitted'), made('recognised')];
  const card = made('card-issued') ? { cardNumber: '', cardIssuedOn: null } : {};
  const base: MemberFields = { ...fields, ...card };
  if (admitted) return { ...base, state: 'candidate', candidateStage: 'preparing', ...noAdmission, ...noRecognition };
  if (recognised) return { ...base, state: 'probationary', ...noRecognition };
  if (made('chosen')) return { ...base, candidateStage: null };
  const isChanged = drafts.some(
    ({ kind, isPastOnly }) =>
      !isPastOnly && ['exempted', 'temporary-out', 'transferred-out', 'struck-off', 'deceased'].includes(kind),
  );
  return isChanged ? { ...base, state: 'official' } : base;
}

const noAdmission = { admittedOn: null, admittedAt: '' } as const;
const noRecognition = { officialOn: null, officialAt: '' } as const;
