import { formatDate } from '#shared/base/partial-date.ts';
import { addDays, dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { sharedText } from '#renderer/messages/shared.ts';

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** Time of day, `09:14`. `at`: milliseconds or ISO instant. */
export function formatTime(at: number | string): string {
  return clock.format(new Date(at));
}

/** `hôm nay 10:20`, `hôm qua 10:20`, otherwise with the date. */
export function formatWhen(at: number | string, today: PlainDate): string {
  const day = dateOfInstant(new Date(at).getTime());
  if (day === today) return sharedText.todayAt(formatTime(at));
  if (day === addDays(today, -1)) return sharedText.yesterdayAt(formatTime(at));
  return sharedText.dateAt(formatDate(day), formatTime(at));
}
