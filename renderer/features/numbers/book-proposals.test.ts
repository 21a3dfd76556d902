import { describe, expect, it } from 'vitest';
import { proposeBooks } from './book-proposals.ts';

const units = [
  { id: 'c', name: 'Đảng uỷ xã Nà Lầu', kind: 'committee' },
  { id: 'v', name: 'Văn phòng Đảng ủy', kind: 'office' },
  { id: 'k', name: 'Uỷ ban Kiểm tra Đảng uỷ', kind: 'office' },
  { id: 'x', name: 'Ban Xây dựng Đảng', kind: 'office' },
  { id: 'u', name: 'Uỷ ban nhân dân xã', kind: 'outside-body' },
  { id: 'b', name: 'Chi bộ Bản Mới', kind: 'cell' },
] as const;

describe('books an office may make', () => {
  it('have the suffix of their body, and Party books run by type and term', () => {
    const proposed = proposeBooks(units, []);
    expect(proposed.map(({ fields }) => [fields.bodyId, fields.suffix, fields.counting])).toEqual([
      ['c', 'ĐU', 'type-term'],
      ['c', 'ĐH', 'term'],
      ['v', 'VPĐU', 'type-term'],
      ['k', 'UBKTĐU', 'type-term'],
      ['x', 'BXDĐ', 'type-term'],
      ['u', 'UBND', 'year'],
      [null, 'HĐND', 'year'],
      [null, '', 'year'],
    ]);
  });

  it('are not offered twice', () => {
    const known = [{ book: 'outgoing', bodyId: 'c', suffix: 'ĐU' }] as const;
    expect(proposeBooks(units, known).some(({ id }) => id === 'c')).toBe(false);
  });
});
