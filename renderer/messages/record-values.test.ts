import { describe, expect, it } from 'vitest';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { valueInWords, type RecordNames } from './record-values.ts';

const id = '0197c382-1e30-7ecc-9f72-db17dc0ee57c';
const names: RecordNames = {
  unit: (unitId) => (unitId === id ? 'Chi bộ Nà Lầu' : undefined),
  staff: (staffId) => (staffId === id ? 'Nông Thị Đào' : undefined),
  device: (dev) => (dev === 1 ? 'Máy văn thư' : undefined),
};
const say = (type: string, field: string, value: FieldValue): string => valueInWords(type, field, value, names);

describe('values in a person’s words', () => {
  it('write dates in Vietnamese order, as far as they are known', () => {
    expect(say('member', 'officialOn', '2019-02-03')).toBe('03/02/2019');
    expect(say('member', 'bornOn', '1968')).toBe('1968');
    expect(say('unit', 'validTo', '2026-06-30')).toBe('30/06/2026');
  });
  it('name units and people, and never show an id', () => {
    expect(say('member', 'unitId', id)).toBe('Chi bộ Nà Lầu');
    expect(say('unitEvent', 'fromUnitIds', [id, id])).toBe('Chi bộ Nà Lầu; Chi bộ Nà Lầu');
    expect(say('unitEvent', 'kind', 'merged')).toBe('Sáp nhập, hợp nhất');
    expect(say('unitEvent', 'memberUnits', { [id]: id })).toBe('1 mục');
    expect(say('document', 'holderStaffId', id)).toBe('Nông Thị Đào');
    expect(say('directive', 'supportUnitIds', [id])).toBe('Chi bộ Nà Lầu');
    for (const field of ['unitId', 'holderStaffId', 'documentId', 'hash'])
      expect(say('document', field, 'f'.repeat(64))).not.toContain('ffff');
  });
  it('use the words of the office for what is one of a few', () => {
    expect(say('document', 'urgency', 'flash')).toBe('Hoả tốc');
    expect(say('member', 'state', 'probationary')).toBe('Đảng viên dự bị');
    expect(say('staff', 'role', 'clerk')).toBe('Văn thư');
    expect(say('staff', 'active', false)).toBe('Đã nghỉ');
    expect(say('register', 'holderDevice', 1)).toBe('Máy văn thư');
  });
  it('say codes, papers and people of a member’s record', () => {
    expect(say('member', 'occupationGroup', 'farming')).toBe('Lao động nông nghiệp');
    expect(say('member', 'heldPapers', ['application', 'yearly-sheet:2025'])).toBe(
      'Đơn xin vào Đảng; Phiếu bổ sung hồ sơ đảng viên 2025',
    );
    expect(say('member', 'introducers', [{ name: 'Lý Văn Mẫu', post: 'Bí thư chi bộ' }])).toBe(
      'Lý Văn Mẫu, Bí thư chi bộ',
    );
    expect(say('member', 'photoHash', 'f'.repeat(64))).toBe('Có ảnh');
  });
  it('say that a field is empty, and whether a record stays', () => {
    expect(say('member', 'phone', '')).toBe('Để trống');
    expect(say('member', 'officialOn', null)).toBe('Để trống');
    expect(say('member', REMOVED, true)).toBe('Bỏ');
  });
  it('write a name as it is printed', () => {
    expect(say('member', 'name', { full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' })).toBe(
      'Y Bhiô Êban',
    );
  });
});
