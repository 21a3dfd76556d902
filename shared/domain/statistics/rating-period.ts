import { partsOf } from '#shared/base/plain-date.ts';
import { periodsOf, spanOf } from '#shared/domain/rating/rating-rules.ts';
import type { StatSpan } from './stat-data.ts';

/**
 * The period whose ratings the quality forms of a span show: the last year that lies in it whole, else its last whole quarter; undefined when it holds
 * neither. (Reports are by half-year and year; ratings by year and quarter: domain.md 5.9, 5.10.)
 */
export function ratingPeriodIn({ from, to }: StatSpan): string | undefined {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const years = Array.from({ length: last - first + 1 }, (_, at) => last - at);
  const periods = [...years.map(String), ...years.flatMap((year) => periodsOf(year).slice(0, 4).toReversed())];
  return periods.find((period) => {
    const span = spanOf(period);
    return span.from >= from && span.to <= to;
  });
}
