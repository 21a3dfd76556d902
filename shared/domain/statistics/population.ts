import { findExactDate, firstDayOf, yearOf } from '#shared/base/partial-date.ts';
import { addDays, fullYearsBetween, partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { isMember, type Life } from '#shared/domain/member-life/life.ts';
import { inOrder, startOf, type LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { lifeOn, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** Somebody the forms may count: the record, and its events. */
export type StatPerson = { readonly id: string; readonly story: MemberStory };

/** First and last day a form is about. */
export type StatSpan = { readonly from: PlainDate; readonly to: PlainDate };

/** A person as they stood at the end of a span, and what happened to them in it. */
export type StatView = {
  readonly id: string;
  readonly member: MemberFields;
  /** Members at the end of the day before the span, and at the end of its last day (guests and those gone are none). */
  readonly wasMember: boolean;
  readonly isMember: boolean;
  readonly life: Life;
  /** How membership was gained and lost in the span, in order: by kinds of events; `admitted` too where only the record says the day. */
  readonly gains: readonly MembershipStep[];
  readonly losses: readonly MembershipStep[];
  /** Decided events with their day in the span. */
  readonly events: readonly LifeEvent[];
  readonly age: number | undefined;
  readonly partyYears: number | undefined;
};

export type MembershipStep = { readonly kind: LifeEvent['kind'] | 'other'; readonly on: PlainDate };

/** How everybody stood and what happened, for one span. Pure; one pass over the people. */
export function viewPopulation(people: readonly StatPerson[], span: StatSpan): readonly StatView[] {
  return people.map((person) => viewPerson(person, span));
}

function viewPerson({ id, story }: StatPerson, { from, to }: StatSpan): StatView {
  const { member } = story;
  const before = addDays(from, -1);
  const events = inOrder(story.events).filter((event) => startOf(event) >= from && startOf(event) <= to);
  const gains: MembershipStep[] = [];
  const losses: MembershipStep[] = [];
  // Membership changes only on days of events, and on the day of admission where no event tells it.
  const days = [...new Set([...events.map(startOf), ...admissionIn(member, { from, to })])].sort();
  let was = isMemberOn(story, before);
  for (const day of days) {
    const is = isMemberOn(story, day);
    if (is !== was) (is ? gains : losses).push({ kind: causeOf(events, day, is), on: day });
    was = is;
  }
  const admitted =
    member.admittedOn === null ? undefined : (findExactDate(member.admittedOn) ?? firstDayOf(member.admittedOn));
  return {
    id,
    member,
    wasMember: isMemberOn(story, before),
    isMember: was,
    life: lifeOn(story, to),
    gains,
    losses,
    events,
    age: ageOn(member, to),
    partyYears: admitted === undefined || admitted > to ? undefined : fullYearsBetween(admitted, to),
  };
}

/** Whether somebody is a member of this office at the end of a day: by their events, and never before the day of admission. */
function isMemberOn(story: MemberStory, day: PlainDate): boolean {
  const { admittedOn } = story.member;
  if (admittedOn !== null && firstDayOf(admittedOn) > day) return false;
  return isMember(lifeOn(story, day));
}

function admissionIn({ admittedOn }: MemberFields, { from, to }: StatSpan): readonly PlainDate[] {
  if (admittedOn === null) return [];
  const day = firstDayOf(admittedOn);
  return day >= from && day <= to ? [day] : [];
}

const gaining: ReadonlySet<LifeEvent['kind']> = new Set(['admitted', 'readmitted', 'transferred-in', 'restored']);
const losing: ReadonlySet<LifeEvent['kind']> = new Set([
  'deceased',
  'expelled',
  'struck-off',
  'resigned',
  'transferred-out',
  'not-recognised',
]);

/** The event of that day that explains a change; the admission the record states where there is none. */
function causeOf(events: readonly LifeEvent[], day: PlainDate, isGain: boolean): MembershipStep['kind'] {
  const kinds = isGain ? gaining : losing;
  const cause = events.findLast((event) => startOf(event) === day && kinds.has(event.kind));
  return cause?.kind ?? (isGain ? 'admitted' : 'other');
}

/** Full years of age on a day; by the year alone where no more is known. */
function ageOn({ bornOn }: MemberFields, day: PlainDate): number | undefined {
  if (bornOn === null) return undefined;
  const exact = findExactDate(bornOn);
  return exact === undefined ? partsOf(day).year - yearOf(bornOn) : fullYearsBetween(exact, day);
}
