import { addDays, isWeekend, startOfDayMs, type PlainDate } from '#shared/base/plain-date.ts';
import type { Random } from './random.ts';

/** The moment a paper arrives: day and instant, in order. */
export type Arrival = { readonly day: PlainDate; readonly epochMs: number };

const openMs = 7.5 * 3_600_000;
const closeMs = 16.75 * 3_600_000;

/**
 * Spreads `count` arrivals over working days up to and including `lastDay` (someone is on duty then even on a Sunday), oldest first.
 * A usual day brings 12 to 38, Mondays more, and now and then 60 to 100 come at once (domain.md 9).
 */
export function spreadArrivals(count: number, lastDay: PlainDate, random: Random): readonly Arrival[] {
  const days: { readonly day: PlainDate; readonly papers: number }[] = [];
  let left = count;
  for (let day = lastDay; left > 0; day = addDays(day, -1)) {
    if (isWeekend(day) && day !== lastDay) continue;
    const papers = Math.min(left, random.chance(0.04) ? random.int(60, 100) : random.int(12, 38));
    days.push({ day, papers });
    left -= papers;
  }
  return days.toReversed().flatMap(({ day, papers }) => {
    const times = Array.from({ length: papers }, () => Math.floor(openMs + random.next() * (closeMs - openMs)));
    return times.toSorted((a, b) => a - b).map((ms) => ({ day, epochMs: startOfDayMs(day) + ms }));
  });
}
