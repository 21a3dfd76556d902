import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import { spacedNumber } from './spaced-number.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { membersText } from '#renderer/messages/members.ts';

type DateField = 'bornOn' | 'joinedUnionOn' | 'admittedOn' | 'officialOn' | 'cardIssuedOn';

/** One point of a person's time line. `dates` holds more than one while a choice is open. */
export type TimelineEvent = {
  readonly field: DateField;
  readonly dates: readonly (PartialDate | PlainDate)[];
  readonly text: string;
  readonly tag: string;
};

/** Other values that wait for a choice, by field. */
export type OpenValues = Readonly<Partial<Record<string, readonly unknown[]>>>;

/** Points of a member's life in the Party, the latest first; the partly known date of a year stands before its days. */
export function toTimeline(member: MemberFields, open: OpenValues = {}): readonly TimelineEvent[] {
  const { timeline } = membersText;
  const place = (text: string, at: string, withPlace: (place: string) => string): string =>
    at === '' ? text : withPlace(at);
  const events: TimelineEvent[] = [
    eventOf(member, open, 'cardIssuedOn', timeline.cardIssued, spacedNumber(member.cardNumber)),
    eventOf(member, open, 'officialOn', place(timeline.official, member.officialAt, timeline.officialAt), ''),
    eventOf(member, open, 'admittedOn', place(timeline.admitted, member.admittedAt, timeline.admittedAt), ''),
    eventOf(member, open, 'joinedUnionOn', timeline.joinedUnion, ''),
    eventOf(member, open, 'bornOn', place(timeline.born, member.birthPlace, timeline.bornAt), ''),
  ];
  return events
    .filter(({ dates }) => dates.length > 0)
    .sort((a, b) => compareDates(b.dates[0] ?? '', a.dates[0] ?? ''));
}

/** The dates of an event in words: `03/02/2019 hay 02/03/2019`. */
export function datesInWords(event: TimelineEvent): string {
  return event.dates.map(formatDate).join(membersText.timeline.or);
}

function eventOf(member: MemberFields, open: OpenValues, field: DateField, text: string, tag: string): TimelineEvent {
  const others = (open[field] ?? []).filter((value): value is PartialDate => typeof value === 'string');
  const current = member[field];
  const dates = [...new Set([...(current === null ? [] : [current]), ...others])];
  return { field, dates, text, tag };
}

function compareDates(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
