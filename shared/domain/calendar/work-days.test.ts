import { describe, expect, test } from 'vitest';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { holidaySpan, holidaysOf, lunarDays } from './public-holiday-table.ts';
import { addWorkDays, dayOffReason, isDayOff, moveOffDaysOff, standardCalendar, workDaysBetween } from './work-days.ts';

const day = toPlainDate;
const offSpan = (from: string, to: string): boolean => {
  for (let at = day(from); at <= to; at = addDays(at, 1)) if (!isDayOff(at, standardCalendar)) return false;
  return !isDayOff(addDays(day(to), 1), standardCalendar) && !isDayOff(addDays(day(from), -1), standardCalendar);
};

describe('the days off that were announced', () => {
  test.each([
    ['Tết 2024', '2024-02-08', '2024-02-14'],
    ['30/4 2024 with the exchanged Monday', '2024-04-27', '2024-05-01'],
    ['2/9 2024', '2024-08-31', '2024-09-03'],
    ['Tết 2025', '2025-01-25', '2025-02-02'],
    ['30/4 2025 with the exchanged Friday', '2025-04-30', '2025-05-04'],
    ['2/9 2025', '2025-08-30', '2025-09-02'],
    ['New Year 2026 with the exchanged Friday', '2026-01-01', '2026-01-04'],
    ['Tết 2026', '2026-02-14', '2026-02-22'],
    ['Giỗ Tổ 2026 on a Sunday', '2026-04-25', '2026-04-27'],
    ['30/4 2026', '2026-04-30', '2026-05-03'],
    ['2/9 2026 with the exchanged Monday', '2026-08-29', '2026-09-02'],
  ])('%s is off from %s to %s, no day more or less', (_name, from, to) => {
    expect(offSpan(from, to)).toBe(true);
  });

  test('the Saturdays given for exchanged days are worked', () => {
    for (const worked of ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
      expect(dayOffReason(day(worked), standardCalendar)).toBeUndefined();
  });
});

describe('what the office says', () => {
  test('comes before the law, both ways', () => {
    const calendar = { daysOff: [day('2026-11-24')], daysWorked: [day('2026-11-28')] };
    expect(dayOffReason(day('2026-11-24'), calendar)).toBe('office');
    expect(moveOffDaysOff(day('2026-11-24'), calendar)).toBe('2026-11-25');
    expect(moveOffDaysOff(day('2026-11-28'), calendar)).toBe('2026-11-28');
    expect(moveOffDaysOff(day('2026-11-28'), standardCalendar)).toBe('2026-11-30');
  });
});

describe('counting', () => {
  test('ten work days over Tết 2026 end a week later than ten days would', () => {
    expect(addWorkDays(day('2026-02-11'), 10, standardCalendar)).toBe('2026-03-04');
    expect(workDaysBetween(day('2026-02-11'), day('2026-03-04'), standardCalendar)).toBe(10);
  });

  test('forwards and backwards agree', () => {
    for (let n = 1; n < 60; n += 7) {
      const there = addWorkDays(day('2026-04-20'), n, standardCalendar);
      expect(workDaysBetween(there, day('2026-04-20'), standardCalendar)).toBe(-n);
      expect(addWorkDays(there, -n, standardCalendar)).toBe('2026-04-20');
    }
  });

  test('every year of the table has eleven days of the law, none twice', () => {
    for (let year: number = holidaySpan.from; year <= holidaySpan.to; year += 1)
      expect(new Set(holidaysOf(year).map((each) => each.day)).size).toBe(11);
    expect(holidaysOf(2040)).toEqual([]);
  });
});

/** Day of a new moon in Vietnam: mean lunation with the main periodic terms (Meeus, Astronomical Algorithms, ch. 49). */
function newMoonDay(k: number): PlainDate {
  const t = k / 1236.85;
  const rad = Math.PI / 180;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t;
  const sun = (2.5534 + 29.1053567 * k) * rad;
  const moon = (201.5643 + 385.81693528 * k) * rad;
  const node = (160.7108 + 390.67050284 * k) * rad;
  const e = 1 - 0.002516 * t;
  const shift =
    -0.4072 * Math.sin(moon) +
    0.17241 * e * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * node) +
    0.00739 * e * Math.sin(moon - sun) -
    0.00514 * e * Math.sin(moon + sun) +
    0.00208 * e * e * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * node) -
    0.00057 * Math.sin(moon + 2 * node);
  // 75 s between dynamical and civil time in these years; +7 hours; a Julian day begins at noon.
  const local = mean + shift - 75 / 86_400 + 7 / 24;
  return addDays(day('2000-01-01'), Math.floor(local + 0.5) - 2_451_545);
}

test('Tết falls on a new moon and Giỗ Tổ nine days after one, by the moon itself', () => {
  const moons = new Set(Array.from({ length: 110 }, (_, n) => newMoonDay(295 + n)));
  for (const { tet, ancestor } of lunarDays) {
    expect([tet, moons.has(tet)]).toEqual([tet, true]);
    expect([ancestor, moons.has(addDays(ancestor, -9))]).toEqual([ancestor, true]);
  }
});
