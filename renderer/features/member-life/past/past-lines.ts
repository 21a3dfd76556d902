import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { isFilled } from '#shared/domain/member-life/strict-fields.ts';
import { inOrder, startOf } from '#shared/domain/member-life/life-event.ts';
import { findTellingEvent, recordOn } from '#shared/domain/member-life/record-on-day.ts';
import type { PastStory } from '#renderer/data/members/past-story.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';

/** A group of fields in the order of the form. */
export type FieldGroup = { readonly title: string; readonly fields: readonly (keyof MemberFields)[] };

/** A field as it stood, the event it rests on, and whether it is something else today. */
export type PastLine = {
  readonly field: keyof MemberFields;
  readonly value: MemberFields[keyof MemberFields];
  readonly now: MemberFields[keyof MemberFields];
  readonly isDifferent: boolean;
  readonly isUnsure: boolean;
  readonly event: MemberEventRow | undefined;
};

export type PastRecord = {
  readonly values: MemberFields;
  readonly groups: readonly { readonly title: string; readonly lines: readonly PastLine[] }[];
  readonly different: number;
};

/** The record on a day beside the record of today; fields that are empty on both are left out. */
export function tellPast(
  { story, edits, events }: PastStory & { readonly events: readonly MemberEventRow[] },
  groups: readonly FieldGroup[],
  day: PlainDate,
): PastRecord {
  const { values, unsure } = recordOn(story, edits, day);
  const rows = new Map(events.map((event) => [event.id, event]));
  const told = groups.map(({ title, fields }) => ({
    title,
    lines: fields
      .map((field): PastLine => ({
        field,
        value: values[field],
        now: story.member[field],
        isDifferent: JSON.stringify(values[field]) !== JSON.stringify(story.member[field]),
        isUnsure: unsure.has(field),
        event: rows.get(findTellingEvent(story, field, day)?.id ?? ''),
      }))
      .filter(({ value, now, isDifferent }) => isDifferent || isShown(value) || isShown(now)),
  }));
  const different = told.flatMap(({ lines }) => lines).filter(({ isDifferent }) => isDifferent).length;
  return { values, groups: told, different };
}

/** Whether a value says anything: not empty, and not a plain no. */
function isShown(value: unknown): boolean {
  return isFilled(value) && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** Days on which the record changed, the earliest first: of its events and of what was written by hand. */
export function daysOfChange({ story, edits }: PastStory, today: PlainDate): readonly PlainDate[] {
  const days = [...inOrder(story.events).map(startOf), ...edits.map(({ on }) => on), today];
  return [...new Set(days.filter((day) => day <= today))].sort();
}

/** The day of a change before, or after, a day; undefined where there is none. */
export function stepDay(days: readonly PlainDate[], day: PlainDate, way: 'earlier' | 'later'): PlainDate | undefined {
  if (way === 'later') return days.find((each) => each > day);
  const before = days.findLast((each) => each < day);
  // Before the first change the record was something else still.
  return before ?? (days[0] === day ? addDays(day, -1) : undefined);
}
