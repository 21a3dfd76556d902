import { formatDate } from '#shared/base/partial-date.ts';
import { weekdayOf } from '#shared/base/plain-date.ts';
import { dayOfMeeting, timeOfInstant } from '#shared/domain/meeting/meeting-plan.ts';
import type { MeetingFields, MeetingState } from '#shared/domain/meeting/meeting-record.ts';
import { meetingsText as text } from '#renderer/messages/meetings.ts';
import { todayText } from '#renderer/messages/today.ts';
import type { ChipTone } from '#renderer/ui/status-chip.tsx';

/** `19:30, thứ bảy 05/12/2026`. */
export function sayWhen(meeting: Pick<MeetingFields, 'startsAt'>): string {
  const day = dayOfMeeting(meeting);
  const weekday = (todayText.weekdays[weekdayOf(day) - 1] ?? '').toLocaleLowerCase('vi');
  return text.when(timeOfInstant(meeting.startsAt), weekday, formatDate(day));
}

/** Colour of a standing; its words say the same. */
export const toneOfState: Readonly<Record<MeetingState, ChipTone>> = {
  planned: 'neutral',
  invited: 'blue',
  held: 'amber',
  closed: 'green',
  cancelled: 'red',
};
