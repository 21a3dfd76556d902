import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { countReaders, isForCell, standingOf } from './study-figures.ts';
import { studyReadingId } from './study-reading-record.ts';

const today = toPlainDate('2026-12-05');

describe('an item of the study library', () => {
  it('is for all cells unless it names some', () => {
    expect(isForCell({ unitIds: [] }, 'a')).toBe(true);
    expect(isForCell({ unitIds: ['a'] }, 'a')).toBe(true);
    expect(isForCell({ unitIds: ['b'] }, 'a')).toBe(false);
  });

  it('counts readers who are members of the cell now', () => {
    expect(countReaders(['a', 'b', 'c'], new Set(['a', 'left']))).toEqual({ read: 1, of: 3 });
  });

  it('is done when everybody has read it, late after its day, and nothing when it is closed', () => {
    const item = { isClosed: false, dueOn: toPlainDate('2026-12-04') };
    expect(standingOf(item, { read: 3, of: 3 }, today)).toBe('done');
    expect(standingOf(item, { read: 2, of: 3 }, today)).toBe('late');
    expect(standingOf({ ...item, dueOn: today }, { read: 2, of: 3 }, today)).toBe('open');
    expect(standingOf({ ...item, dueOn: null }, { read: 0, of: 0 }, today)).toBe('open');
    expect(standingOf({ ...item, isClosed: true }, { read: 0, of: 3 }, today)).toBe('closed');
  });

  it('has one reading a member, whoever notes it', () => {
    const [item, member] = ['019a4d2e-7c11-7abc-8def-000000000001', '019a4d2e-7c11-7abc-8def-000000000002'];
    expect(studyReadingId(item, member)).toBe(studyReadingId(item, member));
    expect(studyReadingId(item, member)).not.toBe(studyReadingId(member, item));
  });
});
