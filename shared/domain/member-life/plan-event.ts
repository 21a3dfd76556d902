import { findExactDate, firstDayOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { eventKindTable, governedFields } from './event-kind-table.ts';
import type { EventDraft } from './event-draft.ts';
import { findEventProblems, type EventProblem } from './event-problems.ts';
import { earliestMade, liveEvents, startOf, type LifeEvent } from './life-event.ts';
import { changesByEvents, findFieldOn, recordOn, type MemberStory } from './record-on-day.ts';

/** Everything of an event but whose it is, where, and whether it counts. */
export type PlannedEvent = Omit<
  MemberEventFields,
  'memberId' | 'state' | 'voidReason' | 'transferId' | 'atOffice' | 'proposalId'
>;

/** An event as it would be recorded: what stands in its way, and what it makes of the record on the day of recording. */
export type EventPlan = {
  readonly problems: readonly EventProblem[];
  readonly event: PlannedEvent;
  readonly changes: Readonly<Record<string, LifeEvent['sets'][string]>>;
};

/** Plans an event of a member's life. `id`: the one it will have; events of the same day stand in the order of their making. */
export function planEvent(
  story: MemberStory,
  draft: EventDraft,
  id: string,
  today: PlainDate,
  rules: MemberRules,
): EventPlan {
  const bare = { ...draft, unitId: draft.unitId ?? unitOn(story, draft.effectiveOn), sets: setsOf(draft) };
  const event: PlannedEvent = { ...bare, before: draft.isPastOnly ? beforePastOnly(story, bare) : baseOf(story, bare) };
  const added: LifeEvent = { ...event, id, state: 'decided' };
  const after = { ...story, events: [...story.events, added] };
  return {
    problems: findEventProblems(story, added, draft, today, rules),
    event,
    changes: leaveStrays(changesByEvents(after, today), story, governedFields(added), today),
  };
}

/** What stood otherwise than the events say before this (an import wrote it) stays so, but for the fields this is about. */
function leaveStrays(
  changes: EventPlan['changes'],
  story: MemberStory,
  about: readonly string[],
  today: PlainDate,
): EventPlan['changes'] {
  const strays = changesByEvents(story, today);
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => about.includes(field) || !Object.hasOwn(strays, field)),
  );
}

/** What taking an event out makes of the record: fields go back to what the remaining events say, or to what they were without any. */
export function planVoid(story: MemberStory, voidedId: string, today: PlainDate): EventPlan['changes'] {
  const voided = story.events.find(({ id }) => id === voidedId);
  const events = story.events.filter(({ id }) => id !== voidedId);
  if (voided?.state !== 'decided' || voided.isPastOnly) return {};
  const remaining = liveEvents(events);
  const freed = governedFields(voided).filter(
    (field) => !remaining.some((event) => (governedFields(event) as readonly string[]).includes(field)),
  );
  const present: Readonly<Record<string, unknown>> = story.member;
  const restored = freed
    .map((field) => [field, voided.before[field] ?? null] as const)
    .filter(([field, value]) => JSON.stringify(present[field]) !== JSON.stringify(value));
  const changes = leaveStrays(changesByEvents({ ...story, events }, today), story, governedFields(voided), today);
  return { ...changes, ...Object.fromEntries(restored) };
}

function setsOf({ kind, effectiveOn, unitId, place, number }: EventDraft): LifeEvent['sets'] {
  const exact = findExactDate(effectiveOn) ?? null;
  const atPlace = (field: string): LifeEvent['sets'] => (place === '' ? {} : { [field]: place });
  const atUnit = unitId === null ? {} : { unitId };
  switch (kind) {
    case 'admitted':
      return { admittedOn: effectiveOn, ...atPlace('admittedAt'), ...atUnit };
    case 'readmitted':
      return { readmittedOn: effectiveOn, officialOn: null, officialAt: '', ...atUnit };
    case 'recognised':
      return { officialOn: effectiveOn, ...atPlace('officialAt') };
    case 'card-issued':
    case 'card-replaced':
      return { cardNumber: number, ...(exact !== null && { cardIssuedOn: exact }), ...atPlace('cardIssuedBy') };
    default:
      return eventKindTable[kind].sets.includes('unitId') ? atUnit : {};
  }
}

function unitOn(story: MemberStory, effectiveOn: PartialDate): string | null {
  const exact = findExactDate(effectiveOn);
  return exact === undefined ? story.member.unitId : recordOn(story, [], exact).values.unitId;
}

type Bare = Pick<LifeEvent, 'kind' | 'sets' | 'effectiveOn'>;

/** What the fields are without any event: what the events recorded so far keep of it, else what the record says. */
function baseOf({ member, events }: MemberStory, bare: Bare): LifeEvent['before'] {
  const fields: Readonly<Record<string, unknown>> = member;
  const live = liveEvents(events);
  return Object.fromEntries(
    governedFields(bare).map((field) => {
      const known = earliestMade(live.filter((event) => Object.hasOwn(event.before, field)));
      return [field, (known === undefined ? fields[field] : known.before[field]) as LifeEvent['before'][string]];
    }),
  );
}

/** What the fields were before an event of the past: what events before it say, else nothing for what it gave first. */
function beforePastOnly(story: MemberStory, { sets, effectiveOn }: Bare): LifeEvent['before'] {
  const start = firstDayOf(effectiveOn);
  const earlier = { ...story, events: story.events.filter((event) => startOf(event) < start) };
  return Object.fromEntries(
    Object.keys(sets).map((field) => [field, findFieldOn(earlier, field, start)?.value ?? emptyBefore[field] ?? null]),
  );
}

const emptyBefore: Readonly<Record<string, string>> = {
  admittedAt: '',
  officialAt: '',
  cardNumber: '',
  cardIssuedBy: '',
};
