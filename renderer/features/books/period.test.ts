import { expect, test } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { daysOf } from './period.ts';

const days = (period: Parameters<typeof daysOf>[0], today: string): string => {
  const { from, to } = daysOf(period, toPlainDate(today));
  return `${from} ${to}`;
};

test('periods that run end today, those behind us end on their last day', () => {
  expect(days('week', '2026-11-22')).toBe('2026-11-16 2026-11-22');
  expect(days('month', '2026-11-22')).toBe('2026-11-01 2026-11-22');
  expect(days('quarter', '2026-11-22')).toBe('2026-10-01 2026-11-22');
  expect(days('year', '2026-11-22')).toBe('2026-01-01 2026-11-22');
  expect(days('last-month', '2026-03-31')).toBe('2026-02-01 2026-02-28');
  expect(days('last-month', '2026-01-05')).toBe('2025-12-01 2025-12-31');
  expect(days('last-year', '2026-01-05')).toBe('2025-01-01 2025-12-31');
});
