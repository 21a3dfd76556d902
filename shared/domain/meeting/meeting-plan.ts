import { derivedId } from '#shared/base/derived-id.ts';
import { dateOfInstant, daysInMonth, startOfDayMs, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { agendaOf, titleOfMeeting } from './agenda-table.ts';
import type { MeetingFields, MeetingKind } from './meeting-record.ts';
import type { MeetingRules } from './meeting-rules.ts';

/** What a cell does by habit: day of the month, time of day (`HH:mm`), place, who leads and writes. */
export type CellHabit = {
  readonly day: number;
  readonly time: string;
  readonly place: string;
  readonly chair: string;
  readonly clerk: string;
};

type Known = Pick<MeetingFields, 'unitId' | 'kind' | 'startsAt' | 'place' | 'chair' | 'clerk' | 'state'>;

/** A calendar month, `2026-12`. */
export type Month = string;

/** The months from `from` on, so many of them. */
export function listMonths(from: Month, count: number): readonly Month[] {
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const month = start + i;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Month and day of a meeting, and its time of day, as a wall clock in Vietnam shows them. */
export function dayOfMeeting({ startsAt }: Pick<MeetingFields, 'startsAt'>): PlainDate {
  return dateOfInstant(Date.parse(startsAt));
}

/** Time of day of an instant in Vietnam, `HH:mm`. */
export function timeOfInstant(instant: string): string {
  const ms = Date.parse(instant);
  const minutes = Math.floor((ms - startOfDayMs(dateOfInstant(ms))) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The instant of a day and time of day (`HH:mm`) in Vietnam. */
export function instantOf(day: PlainDate, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDayMs(day) + (hours * 60 + minutes) * 60_000).toISOString();
}

/** How many of the last regular meetings tell a cell's habit. */
const HABIT_MEETINGS = 6;

/** What a cell does by habit, as its last regular meetings show; what the rules say for one that has not met. */
export function habitOf(cellId: string, meetings: readonly Known[], rules: MeetingRules): CellHabit {
  const last = meetings
    .filter(({ unitId, kind, state }) => unitId === cellId && kind === 'regular' && state !== 'cancelled')
    .sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1))
    .slice(0, HABIT_MEETINGS);
  const [newest] = last;
  if (newest === undefined) return { day: rules.usualDay, time: rules.usualTime, place: '', chair: '', clerk: '' };
  return {
    day: mostFrequent(last.map((each) => Number(dayOfMeeting(each).slice(8)))) ?? rules.usualDay,
    time: mostFrequent(last.map(({ startsAt }) => timeOfInstant(startsAt))) ?? rules.usualTime,
    place: newest.place,
    chair: newest.chair,
    clerk: newest.clerk,
  };
}

/** The value that occurs most; of several the first, which is the newest. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The one id of a cell's planned meeting of a kind in a month: two PCs that plan the same month meet in one record. */
export function plannedMeetingId(cellId: string, kind: MeetingKind, month: Month): string {
  return derivedId(cellId, 'meeting', kind, month);
}

/** A meeting that is to be made. */
export type PlannedMeeting = { readonly id: string; readonly fields: MeetingFields };

/** What is to be planned: for which cells with what habit, which months, and in which of them a thematic meeting. */
export type MeetingPlan = {
  readonly cells: readonly { readonly id: string; readonly habit: CellHabit }[];
  readonly kind: 'regular' | 'thematic';
  readonly months: readonly Month[];
  /** Subject of thematic meetings; empty to be filled later. */
  readonly topic: string;
};

/** The meetings of a plan, without those a cell already has of that kind in that month. Day 31 of a shorter month is its last day. */
export function planMeetings(plan: MeetingPlan, existing: readonly Known[]): readonly PlannedMeeting[] {
  const keyOf = (unitId: string, kind: MeetingKind, month: Month): string => `${unitId} ${kind} ${month}`;
  const taken = new Set(
    existing
      .filter(({ state }) => state !== 'cancelled')
      .map((each) => keyOf(each.unitId, each.kind, dayOfMeeting(each).slice(0, 7))),
  );
  return plan.cells.flatMap(({ id: cellId, habit }) =>
    plan.months.flatMap((month): PlannedMeeting[] => {
      if (taken.has(keyOf(cellId, plan.kind, month))) return [];
      const startsAt = instantOf(dayInMonth(month, habit.day), habit.time);
      const fields = newMeeting({ unitId: cellId, kind: plan.kind, startsAt, topic: plan.topic });
      const { place, chair, clerk } = habit;
      return [{ id: plannedMeetingId(cellId, plan.kind, month), fields: { ...fields, place, chair, clerk } }];
    }),
  );
}

/** Months of a year in which a thematic meeting falls: the last month of each span of so many months. */
export function thematicMonths(months: readonly Month[], every: number): readonly Month[] {
  return months.filter((month) => Number(month.slice(5, 7)) % every === 0);
}

/** A day of a month; the last one when the month is shorter. */
export function dayInMonth(month: Month, day: number): PlainDate {
  const [year = 1, number = 1] = month.split('-').map(Number);
  const last = daysInMonth(year, number);
  return toPlainDate(`${month}-${String(Math.min(day, last)).padStart(2, '0')}`);
}

/** What is known of a new meeting. */
export type NewMeeting = Pick<MeetingFields, 'unitId' | 'kind' | 'startsAt'> & { readonly topic: string };

/** A meeting as it begins: with the usual agenda of its kind, nothing else. */
export function newMeeting({ unitId, kind, startsAt, topic }: NewMeeting): MeetingFields {
  const day = dateOfInstant(Date.parse(startsAt));
  return {
    unitId,
    kind,
    title: titleOfMeeting(kind, day, topic),
    startsAt,
    endsAt: null,
    place: '',
    chair: '',
    clerk: '',
    guests: '',
    state: 'planned',
    agenda: [...agendaOf(kind)],
    documentIds: [],
    invitation: '',
    minutes: '',
    conclusion: '',
    resolution: '',
    resolutionSymbol: '',
    scores: {},
    cancelReason: '',
  };
}
