import { firstDayOf, lastDayOf, type PartialDate } from '#shared/base/partial-date.ts';
import { addDays, addYears, daysBetween, fullYearsBetween, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { inOrder } from '#shared/domain/member-life/life-event.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { BadgeRules } from './badge-rules.ts';

/** Time out of the Party, from the exit to the return. `from` null: somebody came back, and no record says when they had left. */
export type PartyGap = { readonly from: PartialDate | null; readonly to: PartialDate };

/** What the years in the Party are counted from. `lateDays`: recognition came so many days after the end of probation; null when not, or not known. */
export type PartyTime = {
  readonly start: PartialDate;
  readonly gaps: readonly PartyGap[];
  readonly lateDays: number | null;
};

/** The days between which something happened: of what is known to the day both are the same. */
export type DayRange = { readonly earliest: PlainDate; readonly latest: PlainDate };

const exits: readonly MemberEventKind[] = ['not-recognised', 'struck-off', 'expelled', 'resigned'];

/**
 * What the years of a member are counted from: the day of the decision of admission, without the time out of the Party (QĐ 24-QĐ/TW 4.5, HD 01-HD/TW 2021;
 * the office's rules say the rest). Undefined when no day of admission is known.
 */
export function findPartyTime(
  { member, events }: Pick<MemberStory, 'member' | 'events'>,
  rules: BadgeRules,
  { probationMonths, probationSince }: Pick<MemberRules, 'probationMonths' | 'probationSince'>,
): PartyTime | undefined {
  const { admittedOn, officialOn, readmittedOn } = member;
  if (admittedOn === null) return undefined;
  const gaps: PartyGap[] = [];
  let out: PartialDate | null = null;
  for (const { kind, effectiveOn } of inOrder(events)) {
    if (exits.includes(kind)) out ??= effectiveOn;
    const isBack = kind === 'readmitted' || (kind === 'restored' && rules.restoredTime === 'subtracted');
    if (isBack && (out !== null || kind === 'readmitted')) gaps.push({ from: out, to: effectiveOn });
    if (isBack || kind === 'restored') out = null;
  }
  const isTold = events.some(({ kind, state }) => kind === 'readmitted' && state === 'decided');
  if (readmittedOn !== null && !isTold) gaps.push({ from: null, to: readmittedOn });
  const late = readmittedOn === null && !isTold && officialOn !== null ? officialOn : null;
  const lateDays = late === null ? null : daysLate(admittedOn, late, probationMonths, probationSince);
  const isMoved = lateDays !== null && rules.lateRecognition === 'official';
  const start = isMoved ? (addDays(firstDayOf(admittedOn), lateDays) as string as PartialDate) : admittedOn;
  return { start, gaps, lateDays };
}

/** Older probations were now shorter, now longer: of them nothing is told. */
function daysLate(
  admittedOn: PartialDate,
  officialOn: PartialDate,
  probation: number,
  since: PlainDate,
): number | null {
  const [first, last] = [firstDayOf(admittedOn), firstDayOf(officialOn)];
  if (first !== lastDayOf(admittedOn) || last !== lastDayOf(officialOn) || first < since) return null;
  const days = daysBetween(addMonths(first, probation), last);
  return days > 0 ? days : null;
}

/** When so many years in the Party were or will be full. */
export function findReached({ start, gaps }: PartyTime, years: number): DayRange {
  const first = firstDayOf(start);
  const shortest = gaps.map(({ from, to }) => [lastDayOf(from ?? to), firstDayOf(to)] as const);
  const longest = gaps.map(({ from, to }) => [from === null ? first : firstDayOf(from), lastDayOf(to)] as const);
  return { earliest: walk(first, shortest, years), latest: walk(lastDayOf(start), longest, years) };
}

/** The day on which years are full: time out that lies before it puts it off. */
function walk(
  start: PlainDate,
  gaps: readonly (readonly [from: PlainDate, to: PlainDate])[],
  years: number,
): PlainDate {
  let reached = addYears(start, years);
  for (const [from, to] of gaps) {
    if (reached <= from) break;
    reached = addDays(reached, Math.max(0, daysBetween(from, to)));
  }
  return reached;
}

/** Years and further full months in the Party on a day. `isExact` is false when a day that counts is not known: then it is the most it may be. */
export type PartyAgeOnDay = { readonly years: number; readonly months: number; readonly isExact: boolean };

/** How long somebody has been in the Party on a day; undefined before their admission. */
export function partyAgeOn(time: PartyTime, on: PlainDate): PartyAgeOnDay | undefined {
  const start = firstDayOf(time.start);
  if (start > on) return undefined;
  let years = Math.max(0, fullYearsBetween(start, on));
  while (years > 0 && findReached(time, years).earliest > on) years -= 1;
  const { earliest, latest } = findReached(time, years);
  const full = addDays(addYears(start, years), leastTimeOut(time, on));
  let months = 0;
  while (months < 11 && addMonths(full, months + 1) <= on) months += 1;
  return { years, months, isExact: earliest === latest };
}

/** Days out of the Party before a day, at the least. */
function leastTimeOut({ gaps }: PartyTime, on: PlainDate): number {
  return gaps
    .filter(({ from, to }) => from !== null && firstDayOf(to) <= on)
    .reduce((days, { from, to }) => days + Math.max(0, daysBetween(lastDayOf(from ?? to), firstDayOf(to))), 0);
}
