import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  dateOfInstant,
  daysBetween,
  findPlainDate,
  fullYearsBetween,
  isPlainDate,
  isWeekend,
  moveOffWeekend,
  partsOf,
  plainDateSchema,
  startOfDayMs,
  toPlainDate,
  weekdayOf,
} from './plain-date.ts';

const anyDate = fc.integer({ min: -60_000, max: 60_000 }).map((days) => addDays(toPlainDate('1970-01-01'), days));

describe('PlainDate', () => {
  it('takes only days that exist', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(isPlainDate('2026-02-29')).toBe(false);
    expect(isPlainDate('1900-02-29')).toBe(false);
    expect(isPlainDate('2026-13-01')).toBe(false);
    expect(isPlainDate('2026-1-1')).toBe(false);
    expect(findPlainDate(2026, 2, 31)).toBeUndefined();
    expect(plainDateSchema.safeParse('2026-04-31').success).toBe(false);
    expect(plainDateSchema.parse('2026-04-30')).toBe('2026-04-30');
    expect(() => toPlainDate('31/02/2026')).toThrow('not a plain date');
  });

  it('counts days over months, years and leap days', () => {
    expect(addDays(toPlainDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(toPlainDate('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(toPlainDate('2026-11-22'), toPlainDate('2026-12-02'))).toBe(10);
  });

  it('knows weekdays and moves weekends to Monday', () => {
    expect(weekdayOf(toPlainDate('2026-11-22'))).toBe(7);
    expect(weekdayOf(toPlainDate('2026-11-23'))).toBe(1);
    expect(weekdayOf(toPlainDate('1945-09-02'))).toBe(7);
    expect(moveOffWeekend(toPlainDate('2026-11-21'))).toBe('2026-11-23');
    expect(moveOffWeekend(toPlainDate('2026-11-22'))).toBe('2026-11-23');
    expect(moveOffWeekend(toPlainDate('2026-11-24'))).toBe('2026-11-24');
  });

  it('counts full years on the anniversary', () => {
    expect(fullYearsBetween(toPlainDate('1996-02-03'), toPlainDate('2026-02-02'))).toBe(29);
    expect(fullYearsBetween(toPlainDate('1996-02-03'), toPlainDate('2026-02-03'))).toBe(30);
    expect(fullYearsBetween(toPlainDate('2004-02-29'), toPlainDate('2026-02-28'))).toBe(22);
    expect(addYears(toPlainDate('2024-02-29'), 1)).toBe('2025-02-28');
  });

  it('takes the local date of an instant in +07:00', () => {
    expect(dateOfInstant(Date.UTC(2026, 10, 21, 16, 59))).toBe('2026-11-21');
    expect(dateOfInstant(Date.UTC(2026, 10, 21, 17, 0))).toBe('2026-11-22');
    expect(startOfDayMs(toPlainDate('2026-11-22'))).toBe(Date.UTC(2026, 10, 21, 17, 0));
  });

  it('adding and counting days undo each other', () => {
    fc.assert(fc.property(anyDate, anyDate, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  it('a moved date is a weekday at most two days later, and text order is time order', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const moved = moveOffWeekend(date);
        return !isWeekend(moved) && daysBetween(date, moved) >= 0 && daysBetween(date, moved) <= 2;
      }),
    );
    fc.assert(fc.property(anyDate, anyDate, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  it('parts make the same date again', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOf(date);
        return findPlainDate(year, month, day) === date;
      }),
    );
  });
});
