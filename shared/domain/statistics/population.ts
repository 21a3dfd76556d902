import { findExactDate } from '#shared/base/partial-date.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { Life } from '#shared/domain/member-life/life.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import type { Occupation } from '#shared/domain/member/occupation-table.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { ageOn, yearsBetween, type PersonFacts } from './person-facts.ts';
import type { StatEvent, StatSpan } from './stat-data.ts';

/** A person as they stood at the end of a span, and what happened to them in it. */
export type StatView = {
  readonly id: string;
  readonly member: MemberFields;
  /** Members at the end of the day before the span, and at the end of its last day (guests and those gone are none). */
  readonly wasMember: boolean;
  readonly isMember: boolean;
  readonly life: Life;
  /** How membership was gained and lost in the span, in order. */
  readonly gains: readonly MembershipStep[];
  readonly losses: readonly MembershipStep[];
  /** Decided events of this office with their day in the span. */
  readonly happened: readonly Happened[];
  /** Recognised in the span, by an event or, without one, by the record. */
  readonly recognisedOn: PlainDate | undefined;
  readonly age: number | undefined;
  readonly partyYears: number | undefined;
  /** First day the admission the record states may mean. */
  readonly admittedFrom: PlainDate | undefined;
  readonly ethnicity: string | undefined;
  readonly religion: string | undefined;
  readonly occupation: Occupation | undefined;
};

/** An event of the span, and the standing it met. */
export type Happened = { readonly event: StatEvent; readonly on: PlainDate; readonly met: Life };

/** A gain or loss of membership: by the kind of its event; `admitted` too where only the record says the day, `other` where nothing does. */
export type MembershipStep = {
  readonly kind: MemberEventKind | 'other';
  readonly on: PlainDate;
  readonly event: StatEvent | undefined;
};

/** How somebody stood and what happened to them, for one span. `before`: the day before it. */
export function viewPerson(facts: PersonFacts, { from, to }: StatSpan, before: PlainDate): StatView {
  const { id, member, lifeOn, isMemberOn, admittedFrom } = facts;
  const events = facts.events.filter((event) => startOf(event) >= from && startOf(event) <= to);
  const isAdmittedIn = admittedFrom !== undefined && admittedFrom >= from && admittedFrom <= to;
  // Membership changes only on days of events, and on the day of admission where no event tells it.
  const days =
    events.length === 0 && !isAdmittedIn
      ? []
      : [...new Set([...events.map(startOf), ...(isAdmittedIn ? [admittedFrom] : [])])].sort();
  const wasMember = isMemberOn(before);
  const gains: MembershipStep[] = [];
  const losses: MembershipStep[] = [];
  let was = wasMember;
  for (const day of days) {
    const is = isMemberOn(day);
    if (is !== was) (is ? gains : losses).push(stepOf(events, day, is));
    was = is;
  }
  return {
    id,
    member,
    wasMember,
    isMember: was,
    life: lifeOn(to),
    gains,
    losses,
    happened: events.map((event) => ({ event, on: startOf(event), met: lifeOn(addDays(startOf(event), -1)) })),
    recognisedOn: recognitionIn(facts, { from, to }),
    age: ageOn(facts, to),
    partyYears: admittedFrom === undefined || admittedFrom > to ? undefined : yearsBetween(admittedFrom, to),
    admittedFrom,
    ethnicity: facts.ethnicity,
    religion: facts.religion,
    occupation: facts.occupation,
  };
}

/** The day of recognition in the span. The record's own day counts where no event of any day tells it, and only for who was a member here by then. */
function recognitionIn({ member, events, isMemberOn }: PersonFacts, { from, to }: StatSpan): PlainDate | undefined {
  const told = events.filter(({ kind }) => kind === 'recognised').map(startOf);
  if (told.length > 0) return told.findLast((day) => day >= from && day <= to);
  const day = member.officialOn === null ? undefined : findExactDate(member.officialOn);
  return day !== undefined && day >= from && day <= to && isMemberOn(day) ? day : undefined;
}

const gaining: ReadonlySet<MemberEventKind> = new Set(['admitted', 'readmitted', 'transferred-in', 'restored']);
const losing: ReadonlySet<MemberEventKind> = new Set([
  'deceased',
  'expelled',
  'struck-off',
  'resigned',
  'transferred-out',
  'not-recognised',
]);

/** The event of that day that explains a change; the admission the record states where there is none. */
function stepOf(events: readonly StatEvent[], on: PlainDate, isGain: boolean): MembershipStep {
  const kinds = isGain ? gaining : losing;
  const event = events.findLast((each) => startOf(each) === on && kinds.has(each.kind));
  return { kind: event?.kind ?? (isGain ? 'admitted' : 'other'), on, event };
}
