import { describe, expect, it } from 'vitest';
import { REMOVED } from '#shared/sync/op.ts';
import type { ConflictField, ConflictValue } from '#renderer/data/review/use-review.ts';
import { choicesOf, deviceOf, personOf, storyOf } from './conflict-story.ts';

const value = (more: Partial<ConflictValue>): ConflictValue => ({
  value: '2019-02-03',
  staffId: 's',
  staffName: 'Vi Văn Đức',
  dev: 2,
  deviceName: 'Máy Ban Xây dựng Đảng',
  atMs: 0,
  mine: false,
  ...more,
});
const mine = value({ mine: true, dev: 1, staffName: 'Nông Thị Đào', deviceName: 'Máy văn thư' });
const field = (now: ConflictValue, others: readonly ConflictValue[], name = 'officialOn'): ConflictField => ({
  field: name,
  strict: true,
  before: undefined,
  now,
  others,
});
const told = (conflict: ConflictField): string =>
  storyOf(conflict, 'Ngày chính thức')
    .map(({ text }) => text)
    .join('');

describe('a conflict told as a question', () => {
  it('offers what was written on this PC first, whichever value is in use for now', () => {
    expect(choicesOf(field(value({}), [mine]))[0]).toBe(mine);
    expect(choicesOf(field(mine, [value({})]))[0]).toBe(mine);
  });
  it('names the other person and PC, never the one who reads', () => {
    for (const conflict of [field(value({}), [mine]), field(mine, [value({})])]) {
      expect(told(conflict)).toContain('Vi Văn Đức (Máy Ban Xây dựng Đảng) cũng sửa ô Ngày chính thức');
      expect(told(conflict)).not.toContain('Nông Thị Đào');
    }
  });
  it('says so when two other PCs differ', () => {
    expect(told(field(value({}), [value({ dev: 3 })]))).toContain('Hai máy khác trong xã');
  });
  it('names who removed a record that others went on editing', () => {
    const removal = value({ value: true, staffName: 'Hà Thị Hoà', deviceName: 'Máy UBKT' });
    expect(told(field(mine, [removal], REMOVED))).toContain('Hà Thị Hoà (Máy UBKT) đã bỏ mục này');
  });
  it('never shows an id for a person or PC this PC does not know', () => {
    expect(personOf(value({ staffName: null }))).toBe('Một người khác');
    expect(deviceOf(value({ deviceName: null, dev: 7 }))).toBe('máy số 7');
  });
});
