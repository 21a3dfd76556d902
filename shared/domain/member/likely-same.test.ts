import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { sameKeys, whySame, type PersonFacts } from './likely-same.ts';

const person = (full: string, bornOn: string | null, more: Partial<PersonFacts> = {}): PersonFacts => ({
  name: splitPersonName(full),
  bornOn: bornOn === null ? null : toPartialDate(bornOn),
  citizenId: '',
  cardNumber: '',
  fileNumber: '',
  ...more,
});

/** Reasons, and that records with a reason meet under a key. */
const why = (one: PersonFacts, other: PersonFacts): readonly string[] => {
  const reasons = whySame(one, other);
  expect(whySame(other, one)).toEqual(reasons);
  if (reasons.length > 0) expect(sameKeys(one).some((key) => sameKeys(other).includes(key))).toBe(true);
  return reasons;
};

describe('two records of one person', () => {
  it.each([
    ['Lý Văn Dương', 'Lí văn  Dương'],
    ['Nguyễn Thị Thuỷ', 'NGUYỄN THỊ THỦY'],
    ['Giàng A Câu', 'Giang A Cau'],
    ["H'Ngăm Niê", 'HNgăm Niê'],
  ])('are seen through sloppy writing: %s, %s', (left, right) => {
    expect(why(person(left, '1968-05-02'), person(right, '1968-05-02'))).toEqual(['name-and-birth']);
  });

  it('are seen through partial dates and days and months exchanged', () => {
    const one = person('Lê Văn An', '1968-05-02');
    expect(why(one, person('Lê Văn An', '1968'))).toEqual(['name-and-birth']);
    expect(why(one, person('Lê Văn An', '1968-02-05'))).toEqual(['name-and-birth']);
    expect(why(one, person('Lê Văn An', '1968-05-03'))).toEqual([]);
    expect(why(one, person('Lê Văn An', '1969-05-02'))).toEqual([]);
  });

  it('are seen by one number, however it is written, under any name', () => {
    const one = person('Lê Văn An', null, {
      citizenId: '015 068 001 234',
      cardNumber: '86104227',
      fileNumber: '104882LS',
    });
    expect(why(one, person('Bế Văn Tư', '1999', { citizenId: '015068001234' }))).toEqual(['citizenId']);
    expect(why(one, person('Bế Văn Tư', '1999', { cardNumber: '86.104.227', fileNumber: '104 882 ls' }))).toEqual([
      'cardNumber',
      'fileNumber',
    ]);
  });

  it('are not claimed without anything that says so', () => {
    expect(why(person('Lê Văn An', null), person('Lê Văn An', null))).toEqual([]);
    expect(why(person('Lê Văn An', '1968'), person('Lê Văn Ân', '1970'))).toEqual([]);
    const remnant = { cardNumber: '12', fileNumber: '-' };
    expect(why(person('Lê Văn An', '1968', remnant), person('Bế Văn Tư', '1970', remnant))).toEqual([]);
  });
});
