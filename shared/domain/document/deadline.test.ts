import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { deadlineStanding, defaultDeadline } from './deadline.ts';

const today = toPlainDate('2026-11-22');

describe('defaultDeadline', () => {
  it('is ten days on', () => {
    expect(defaultDeadline(toPlainDate('2026-11-16'))).toBe('2026-11-26');
  });

  it('moves from Saturday and Sunday to Monday', () => {
    expect(defaultDeadline(toPlainDate('2026-11-18'))).toBe('2026-11-30');
    expect(defaultDeadline(toPlainDate('2026-11-19'))).toBe('2026-11-30');
    expect(defaultDeadline(toPlainDate('2026-11-20'), 8)).toBe('2026-11-30');
  });
});

describe('defaultDeadline over holidays', () => {
  it('moves off Tết and off days the office takes', () => {
    expect(defaultDeadline(toPlainDate('2026-02-06'))).toBe('2026-02-23');
    const calendar = { daysOff: [toPlainDate('2026-11-26')], daysWorked: [] };
    expect(defaultDeadline(toPlainDate('2026-11-16'), 10, calendar)).toBe('2026-11-27');
  });
});

describe('deadlineStanding', () => {
  const standing = (dueOn: string | null, doneOn: string | null = null): unknown =>
    deadlineStanding(
      { dueOn: dueOn === null ? null : toPlainDate(dueOn), doneOn: doneOn === null ? null : toPlainDate(doneOn) },
      today,
    );

  it('tells open papers apart', () => {
    expect(standing(null)).toEqual({ kind: 'none' });
    expect(standing('2026-11-20')).toEqual({ kind: 'overdue', days: 2 });
    expect(standing('2026-11-22')).toEqual({ kind: 'today' });
    expect(standing('2026-11-25')).toEqual({ kind: 'soon', days: 3 });
    expect(standing('2026-11-26')).toEqual({ kind: 'later', days: 4 });
  });

  it('tells finished papers apart', () => {
    expect(standing('2026-11-20', '2026-11-20')).toEqual({ kind: 'done-in-time' });
    expect(standing('2026-11-20', '2026-11-21')).toEqual({ kind: 'done-late', days: 1 });
  });
});
