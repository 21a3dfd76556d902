import { firstDayOf, lastDayOf, yearOf } from '#shared/base/partial-date.ts';
import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { inOrder, startOf, type LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { lifeOn, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { previousAwardDay } from './award-days.ts';
import type { BadgeRules } from './badge-rules.ts';
import { findPartyTime, findReached, type DayRange, type PartyTime } from './party-time.ts';

/**
 * Why somebody stands on the list of an award day. `due`: the years are full since the award day before. `overdue`: they were full earlier, and no award is
 * recorded. `posthumous`: the years were full, or nearly, on the day of death. `early`: they will be full soon enough for an early award. `date-needed`: a
 * day that counts is not known. `awarded`: given on this day. `no-longer`: it was asked for, and by the record it no longer fits.
 */
export type BadgeStanding = 'due' | 'overdue' | 'posthumous' | 'early' | 'date-needed' | 'awarded' | 'no-longer';

/** What somebody's list is short of: the day of admission, the days out of the Party, the day of death. */
export type BadgeDoubt = 'admission' | 'gap' | 'death';

/** A badge of somebody on an award day. */
export type BadgeCase = {
  /** Null when no day of admission is known at all. */
  readonly years: number | null;
  readonly standing: BadgeStanding;
  /** Days between which the years were or will be full; null when nothing is known of it. */
  readonly reached: DayRange | null;
  readonly doubt: BadgeDoubt | null;
  /** Lower badges above the last one held of which no award is recorded. */
  readonly missed: readonly number[];
  /** Under a discipline no badge is considered before this day. */
  readonly heldUntil: PlainDate | null;
  /** The event that asked for it and is not decided, or that gave it. */
  readonly eventId: string | null;
};

/** Rules of the office that say who is given what. */
export type BadgeRuleSet = { readonly member: MemberRules; readonly badge: BadgeRules };

/**
 * The badges of a member on an award day (Điều lệ Đảng; QĐ 24-QĐ/TW 4.5, HD 01-HD/TW 2021; domain.md 5.6). Whoever holds a higher badge is given no lower
 * one. Nobody is left out for a day that is not known: then the case says which.
 */
export function findBadgeCases(story: MemberStory, on: PlainDate, rules: BadgeRuleSet): readonly BadgeCase[] {
  const badges = story.events.filter((event) => event.kind === 'badge' && event.years !== null);
  const held = inOrder(badges);
  const asked = badges.filter(({ state }) => state === 'proposed');
  const before = previousAwardDay(rules.member, on);
  const top = Math.max(0, ...held.map(({ years }) => years ?? 0));
  const heldUntil = findHeldUntil(story.events, on, rules.badge);
  const open = findOpen(story, on, before, top, rules).map((each): BadgeCase => {
    const proposal = asked.find((event) => event.years === each.years);
    return { ...each, heldUntil, eventId: proposal?.id ?? null };
  });
  const given = held
    .filter((event) => startOf(event) > before && startOf(event) <= on)
    .map((event): BadgeCase => ({ ...settled(event), standing: 'awarded' }));
  const stray = asked
    .filter((event) => startOf(event) === on && !open.some(({ eventId }) => eventId === event.id))
    .map((event): BadgeCase => ({ ...settled(event), standing: 'no-longer' }));
  return [...given, ...open, ...stray];
}

function settled({ id, years }: LifeEvent): Omit<BadgeCase, 'standing'> {
  return { years, reached: null, doubt: null, missed: [], heldUntil: null, eventId: id };
}

type Open = Omit<BadgeCase, 'heldUntil' | 'eventId'>;

/** A badge not held yet, and when its years are full. */
type Milestone = { readonly years: number; readonly reached: DayRange };

function findOpen(
  story: MemberStory,
  on: PlainDate,
  before: PlainDate,
  top: number,
  rules: BadgeRuleSet,
): readonly Open[] {
  const { standing } = lifeOn(story, on);
  if (standing !== 'official' && standing !== 'deceased') return [];
  const time = findPartyTime(story, rules.badge, rules.member);
  const years = rules.member.badgeYears.filter((each) => each > top);
  if (time === undefined) return standing === 'official' ? unknownAdmission(story, on, years, rules) : [];
  const ahead = years.map((each): Milestone => ({ years: each, reached: findReached(time, each) }));
  return standing === 'official'
    ? [...livingCase(time, ahead, on, before), ...earlyCase(ahead, on, rules.badge)]
    : deceasedCase(story, time, ahead, on, rules.badge);
}

/** The highest badge whose years are, or may be, full on the day. */
function livingCase(time: PartyTime, ahead: readonly Milestone[], on: PlainDate, before: PlainDate): readonly Open[] {
  const possible = ahead.filter(({ reached }) => reached.earliest <= on);
  const highest = possible.at(-1);
  if (highest === undefined) return [];
  const { reached } = highest;
  const isExact = reached.earliest === reached.latest;
  return [
    {
      ...highest,
      missed: missedBelow(possible),
      doubt: isExact ? null : doubtOf(time),
      standing: isExact ? (reached.latest > before ? 'due' : 'overdue') : 'date-needed',
    },
  ];
}

/** The next badge, where an illness may let it be given on this day already. Of who is not surely near enough nothing is promised: the day must be found first. */
function earlyCase(ahead: readonly Milestone[], on: PlainDate, rules: BadgeRules): readonly Open[] {
  const next = ahead.find(({ reached }) => reached.earliest > on);
  if (next === undefined) return [];
  const months = next.years >= rules.longEarlyYears ? rules.longEarlyMonths : rules.earlyMonths;
  const isNear = next.reached.latest <= addMonths(on, months);
  return isNear ? [{ ...next, missed: [], doubt: null, standing: 'early' }] : [];
}

/** The highest badge whose years were full on the day of death, or would have been soon enough after it. */
function deceasedCase(
  story: MemberStory,
  time: PartyTime,
  ahead: readonly Milestone[],
  on: PlainDate,
  rules: BadgeRules,
): readonly Open[] {
  const death = inOrder(story.events).findLast(({ kind }) => kind === 'deceased');
  if (death === undefined) return [];
  const [first, last] = [firstDayOf(death.effectiveOn), lastDayOf(death.effectiveOn)];
  if (first > on || last < addMonths(on, -rules.posthumousWithinMonths)) return [];
  const limit = addMonths(last, rules.posthumousMonths);
  const possible = ahead.filter(({ reached }) => reached.earliest <= limit);
  const highest = possible.at(-1);
  if (highest === undefined) return [];
  const { reached } = highest;
  const isSure = reached.latest <= addMonths(first, rules.posthumousMonths);
  const doubt = reached.earliest === reached.latest ? (isSure ? null : 'death') : doubtOf(time);
  const standing = doubt === null ? 'posthumous' : 'date-needed';
  return [{ ...highest, missed: missedBelow(possible), doubt, standing }];
}

function missedBelow(possible: readonly Milestone[]): readonly number[] {
  return possible.slice(0, -1).map(({ years }) => years);
}

/** Years after which nobody was still on probation, in any time. */
const LONGEST_PROBATION = 5;

/** Without a day of admission somebody may be due who was old enough to be admitted so long ago. */
function unknownAdmission(
  { member }: MemberStory,
  on: PlainDate,
  years: readonly number[],
  { member: { admissionAge } }: BadgeRuleSet,
): readonly Open[] {
  const least = years[0];
  if (least === undefined) return [];
  const { bornOn, officialOn } = member;
  const { year } = partsOf(on);
  const isTooYoung = bornOn !== null && yearOf(bornOn) + admissionAge + least > year;
  const isTooLate = officialOn !== null && yearOf(officialOn) + least > year + LONGEST_PROBATION;
  if (isTooYoung || isTooLate) return [];
  return [{ years: null, reached: null, missed: [], doubt: 'admission', standing: 'date-needed' }];
}

function doubtOf({ start, gaps }: PartyTime): BadgeDoubt {
  return firstDayOf(start) === lastDayOf(start) && gaps.length > 0 ? 'gap' : 'admission';
}

/** The day from which a badge may be considered again after the last discipline; null when none stands in the way (QĐ 24-QĐ/TW, 2021). */
function findHeldUntil(
  events: readonly LifeEvent[],
  on: PlainDate,
  { disciplineMonths }: BadgeRules,
): PlainDate | null {
  let until: PlainDate | null = null;
  for (const event of inOrder(events)) {
    if (startOf(event) > on) break;
    if (event.kind === 'discipline-lifted') until = null;
    if (event.kind !== 'disciplined' || !isDisciplineForm(event.form, disciplineMonths)) continue;
    const free = addMonths(startOf(event), disciplineMonths[event.form]);
    if (until === null || free > until) until = free;
  }
  return until !== null && until > on ? until : null;
}

function isDisciplineForm<M extends object>(form: string, months: M): form is Extract<keyof M, string> {
  return Object.hasOwn(months, form);
}
