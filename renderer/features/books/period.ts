import { addDays, partsOf, toPlainDate, weekdayOf, daysInMonth, type PlainDate } from '#shared/base/plain-date.ts';
import type { BookDays } from '#renderer/data/books/read-book-lines.ts';

/** Spans of days books are printed for. */
export const periods = ['today', 'week', 'month', 'quarter', 'year', 'last-month', 'last-year'] as const;
export type Period = (typeof periods)[number];

/** The days of a period. The present ones end today: what comes later is not in the book yet. */
export function daysOf(period: Period, today: PlainDate): BookDays {
  const { year, month } = partsOf(today);
  const first = (y: number, m: number): PlainDate => toPlainDate(`${String(y)}-${String(m).padStart(2, '0')}-01`);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: addDays(today, 1 - weekdayOf(today)), to: today };
    case 'month':
      return { from: first(year, month), to: today };
    case 'quarter':
      return { from: first(year, month - ((month - 1) % 3)), to: today };
    case 'year':
      return { from: first(year, 1), to: today };
    case 'last-month': {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
      return { from: first(y, m), to: addDays(first(y, m), daysInMonth(y, m) - 1) };
    }
    case 'last-year':
      return { from: first(year - 1, 1), to: toPlainDate(`${String(year - 1)}-12-31`) };
  }
}
