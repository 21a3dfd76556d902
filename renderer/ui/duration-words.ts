import { syncText } from '#renderer/messages/sync.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365.25 * day;

/** A span in words a person uses: `0,4 giây`, `2 phút`, `3 giờ 20 phút`, `2 ngày 5 giờ`, `10 năm`. Never more than two parts. */
export function durationInWords(ms: number): string {
  const { seconds, minutes, hours, days, years, pair } = syncText.durations;
  const span = Math.abs(ms);
  if (span >= 2 * year) return years(String(Math.round(span / year)));
  if (span < 10 * second) return seconds(decimal(span / second));
  if (span < minute) return seconds(String(Math.round(span / second)));
  if (span < hour) return minutes(String(Math.round(span / minute)));
  if (span < day) {
    const whole = Math.floor(span / hour);
    const rest = Math.round((span - whole * hour) / minute);
    return rest === 0 || rest === 60
      ? hours(String(rest === 60 ? whole + 1 : whole))
      : pair(hours(String(whole)), minutes(String(rest)));
  }
  const whole = Math.floor(span / day);
  const rest = Math.round((span - whole * day) / hour);
  return rest === 0 || rest === 24
    ? days(String(rest === 24 ? whole + 1 : whole))
    : pair(days(String(whole)), hours(String(rest)));
}

/** How far this PC's clock is from the province's, in words. `offsetMs`: province minus PC. A minute and less is right. */
export function clockInWords(offsetMs: number | null): { readonly text: string; readonly off: boolean } {
  const { state } = syncText;
  if (offsetMs === null) return { text: state.clockUnknown, off: false };
  const words = durationInWords(offsetMs);
  if (Math.abs(offsetMs) < 50) return { text: state.clockRight, off: false };
  if (Math.abs(offsetMs) <= minute) return { text: state.clockOff(words), off: false };
  return { text: offsetMs < 0 ? state.clockAhead(words) : state.clockBehind(words), off: true };
}

function decimal(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 1 });
}
