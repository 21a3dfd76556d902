import { describe, expect, test } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { BLANK, formalDate } from './formal-date.ts';
import { signatureBlock } from './signature-block.ts';

describe('the date of a paper', () => {
  test.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-10', 'ngày 10 tháng 01 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-05-27', 'ngày 27 tháng 5 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s', (date, words) => {
    expect(formalDate(toPlainDate(date))).toBe(words);
  });
  test('leaves room while there is none', () => {
    expect(formalDate(null, 2026)).toBe(`ngày${BLANK}tháng${BLANK}năm 2026`);
  });
});

describe('the signature block', () => {
  const lines = (...[regime, signing]: Parameters<typeof signatureBlock>): readonly string[] =>
    signatureBlock(regime, signing).lines.map(({ part, text }) => `${part}: ${text}`);
  const by = { signPost: 'Phó Bí thư', signer: 'Hoàng Văn Ân' };

  test('of the Party has a slash', () => {
    expect(lines('party', { ...by, signMode: 'on-behalf', signBody: 'Đảng uỷ' })).toEqual([
      'authority: T/M ĐẢNG UỶ',
      'post: PHÓ BÍ THƯ',
    ]);
    expect(
      lines('party', { ...by, signMode: 'by-order', signBody: 'Ban Thường vụ', signPost: 'Chánh Văn phòng' }),
    ).toEqual(['authority: T/L BAN THƯỜNG VỤ', 'post: CHÁNH VĂN PHÒNG']);
    expect(lines('party', { ...by, signMode: 'for-head', signBody: 'Trưởng ban', signPost: 'Phó Trưởng ban' })).toEqual(
      ['authority: K/T TRƯỞNG BAN', 'post: PHÓ TRƯỞNG BAN'],
    );
  });
  test('of the State has a dot, and may be signed for a head on behalf of a committee', () => {
    expect(
      lines('state', { ...by, signMode: 'for-head', signBody: 'Uỷ ban nhân dân\nChủ tịch', signPost: 'Phó Chủ tịch' }),
    ).toEqual(['authority: TM. UỶ BAN NHÂN DÂN', 'authority: KT. CHỦ TỊCH', 'post: PHÓ CHỦ TỊCH']);
    expect(lines('state', { ...by, signMode: 'authorised', signBody: 'Chủ tịch', signPost: 'Trưởng phòng' })).toEqual([
      'authority: TUQ. CHỦ TỊCH',
      'post: TRƯỞNG PHÒNG',
    ]);
    expect(lines('state', { ...by, signMode: 'acting', signBody: '', signPost: 'Chủ tịch' })).toEqual([
      'post: Q. CHỦ TỊCH',
    ]);
    expect(lines('state', { ...by, signMode: 'direct', signBody: '', signPost: 'Chủ tịch' })).toEqual([
      'post: CHỦ TỊCH',
    ]);
  });
});
