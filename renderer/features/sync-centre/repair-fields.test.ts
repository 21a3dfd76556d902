import { describe, expect, it } from 'vitest';
import { choicesOfField, hasWritableFields, repairKindOf, repairedName, stillWrong } from './repair-fields.ts';

describe('putting a refused change right', () => {
  it('never has a number typed anew that may be on paper: it is sent again as it was', () => {
    const fields = {
      number: 12,
      symbol: '12-QĐ/ĐU',
      series: 'party-decision@t',
      issuedOn: '2026-11-20',
      state: 'issued',
    };
    expect(hasWritableFields('outgoing', fields)).toBe(false);
    expect(hasWritableFields('ledgerEntry', { from: 1, to: 2, reason: 'Thử' })).toBe(false);
    expect(hasWritableFields('outgoing', { abstract: 'Về việc thử' })).toBe(true);
  });

  it('offers a control for what a person can write and none for ids and files', () => {
    expect(repairKindOf('document', 'symbol', '12-KH/TU')).toBe('text');
    expect(repairKindOf('document', 'arrivalNumber', 12)).toBe('number');
    expect(repairKindOf('document', 'dueOn', null)).toBe('date');
    expect(repairKindOf('document', 'urgency', 'urgent')).toBe('choice');
    expect(repairKindOf('member', 'name', { full: 'A', family: '', middle: '', given: 'A' })).toBe('name');
    expect(repairKindOf('unit', 'name', 'Chi bộ 1')).toBe('text');
    expect(repairKindOf('document', 'holderUnitId', 'x')).toBeUndefined();
    expect(repairKindOf('document', 'registeredAt', '2026-11-22T01:00:00Z')).toBeUndefined();
    expect(repairKindOf('attachment', 'hash', 'x')).toBeUndefined();
    expect(repairKindOf('member', 'citizenId', '001')).toBe('text');
    expect(repairKindOf('member', 'admittedAt', 'Chi bộ Nà Lầu')).toBe('text');
    expect(hasWritableFields('register', { command: 'take-register' })).toBe(false);
  });
  it('knows the words a field may hold', () => {
    expect(choicesOfField('document', 'urgency')).toContain('flash');
    expect(choicesOfField('document', 'symbol')).toEqual([]);
  });
  it('names the fields that the office itself would refuse', () => {
    expect(stillWrong('member', { citizenId: '1234567890123', phone: '0912345678' })).toEqual(['citizenId']);
  });
  it('splits a name anew only when it was changed', () => {
    const own = { full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' };
    expect(repairedName(own, 'Y Bhiô Êban')).toBe(own);
    expect(repairedName(own, 'Trần Thị Bình')).toEqual({
      full: 'Trần Thị Bình',
      family: 'Trần',
      middle: 'Thị',
      given: 'Bình',
    });
  });
});
