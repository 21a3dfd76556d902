import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { parseTypedTime } from '#shared/base/typed-time.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { dayOfMeeting, instantOf, timeOfInstant } from '#shared/domain/meeting/meeting-plan.ts';
import type { AgendaItem, MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import { invitationOf } from '../invitation-of.ts';

/** What the form of a meeting's preparation holds while it is filled in; `seen`: the row's `seq` when it was begun. */
export type PrepareDraft = {
  readonly title: string;
  readonly day: PlainDate | null;
  readonly time: string;
  readonly endTime: string;
  readonly place: string;
  readonly chair: string;
  readonly clerk: string;
  readonly guests: string;
  readonly agenda: readonly AgendaItem[];
  readonly invitation: string;
  readonly seen: number;
};

/** Where what was typed of a meeting's preparation is kept. */
export function prepareKey(meetingId: string): string {
  return `meeting:${meetingId}`;
}

/** The form as the meeting stands. */
export function toPrepareDraft(meeting: MeetingFields & { readonly seq: number }): PrepareDraft {
  const { title, place, chair, clerk, guests, agenda, endsAt } = meeting;
  return {
    title,
    day: dayOfMeeting(meeting),
    time: timeOfInstant(meeting.startsAt),
    endTime: endsAt === null ? '' : timeOfInstant(endsAt),
    place,
    chair,
    clerk,
    guests,
    agenda,
    invitation: invitationOf(meeting),
    seen: meeting.seq,
  };
}

/** What keeps the form from being saved. */
export type PrepareProblem = 'title' | 'day' | 'time' | 'endTime';

/** Everything in the form that is missing or not understood. */
export function findPrepareProblems(draft: PrepareDraft): ReadonlySet<PrepareProblem> {
  const wrong: readonly (readonly [PrepareProblem, boolean])[] = [
    ['title', normalizeLine(draft.title) === ''],
    ['day', draft.day === null || !isPlainDate(draft.day)],
    ['time', parseTypedTime(draft.time) === undefined],
    ['endTime', draft.endTime.trim() !== '' && parseTypedTime(draft.endTime) === undefined],
  ];
  return new Set(wrong.flatMap(([field, isWrong]) => (isWrong ? [field] : [])));
}

/**
 * What the form changes of the meeting. An end earlier than the beginning is past midnight. The usual words of the invitation are not written down: they
 * stay the office's.
 */
export function changesOfDraft(draft: PrepareDraft, meeting: MeetingFields): Partial<MeetingFields> {
  const startsAt = instantOf(draft.day ?? dayOfMeeting(meeting), parseTypedTime(draft.time) ?? '00:00');
  const wanted: Partial<MeetingFields> = {
    title: normalizeLine(draft.title),
    startsAt,
    endsAt: endOfMeeting(startsAt, draft.endTime),
    place: normalizeLine(draft.place),
    chair: normalizeLine(draft.chair),
    clerk: normalizeLine(draft.clerk),
    guests: draft.guests.trim(),
    agenda: draft.agenda
      .map((item) => ({ ...item, title: normalizeLine(item.title), presenter: normalizeLine(item.presenter) }))
      .filter(({ title }) => title !== ''),
    invitation: draft.invitation.trim() === invitationOf(meeting).trim() ? meeting.invitation : draft.invitation.trim(),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(meeting[field as keyof MeetingFields]),
    ),
  );
}

const DAY_MS = 86_400_000;

/** The instant a meeting ended by a typed time of day; null when it is none. */
export function endOfMeeting(startsAt: string, typed: string): string | null {
  const time = parseTypedTime(typed);
  if (time === undefined) return null;
  const end = instantOf(dayOfMeeting({ startsAt }), time);
  return end > startsAt ? end : new Date(Date.parse(end) + DAY_MS).toISOString();
}
