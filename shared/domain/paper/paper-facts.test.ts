import { describe, expect, test } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { BLANK, formalDate } from './formal-date.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import { toPaperFacts, type PaperFacts, type PaperNames } from './paper-facts.ts';
import { signatureBlock } from './signature-block.ts';

const office = {
  organId: '',
  partyAbove: 'Đảng bộ tỉnh Lạng Sơn',
  partyName: 'Đảng uỷ xã Nà Lầu',
  stateAbove: 'UBND tỉnh Lạng Sơn',
  stateName: 'Uỷ ban nhân dân xã Nà Lầu',
  place: 'Nà Lầu',
};
const record = {
  regime: 'party',
  typeId: 'party-notice',
  abstract: ' việc chung ',
  symbol: '',
  issuedOn: null,
  place: '',
  urgency: 'flash',
  circulation: '',
  copies: 0,
  signMode: 'direct',
  signBody: '',
  signPost: '',
  signer: '',
} as unknown as OutgoingFields;

function factsOf(names: Partial<PaperNames>, change: Partial<OutgoingFields> = {}): PaperFacts {
  const nobody: PaperNames = { body: null, parent: null, suffix: 'ĐU', draftVersion: null, typist: '', year: 2026 };
  return toPaperFacts({ ...record, ...change }, { ...nobody, ...names }, { style: undefined, office });
}

describe('the header', () => {
  const header = (...given: Parameters<typeof factsOf>): readonly string[] => {
    const { above, issuer } = factsOf(...given);
    return [above, issuer];
  };
  const committee = { name: 'Đảng bộ xã Nà Lầu', kind: 'committee' } as const;

  test('of the committee names the collective above it', () => {
    expect(header({ body: committee })).toEqual(['ĐẢNG BỘ TỈNH LẠNG SƠN', 'ĐẢNG UỶ XÃ NÀ LẦU']);
  });
  test('of its offices names the committee', () => {
    const body = { name: 'Ban Xây dựng Đảng', kind: 'office' } as const;
    expect(header({ body, parent: committee })).toEqual(['ĐẢNG UỶ XÃ NÀ LẦU', 'BAN XÂY DỰNG ĐẢNG']);
  });
  test('of cells and base committees names the collective they belong to', () => {
    const cell = { name: 'Chi bộ Khuổi Slỳ', kind: 'cell' } as const;
    const base = { name: 'Đảng bộ Trường THPT', kind: 'base-committee' } as const;
    expect(header({ body: cell, parent: committee })).toEqual(['ĐẢNG BỘ XÃ NÀ LẦU', 'CHI BỘ KHUỔI SLỲ']);
    expect(header({ body: cell, parent: base })).toEqual(['ĐẢNG BỘ TRƯỜNG THPT', 'CHI BỘ KHUỔI SLỲ']);
    expect(header({ body: base, parent: committee })).toEqual(['ĐẢNG BỘ XÃ NÀ LẦU', 'ĐẢNG UỶ TRƯỜNG THPT']);
  });
  test('of the people’s committee and council', () => {
    const state = { regime: 'state', typeId: 'state-letter' } as const;
    expect(header({ body: { name: 'UBND xã Nà Lầu', kind: 'outside-body' } }, state)).toEqual([
      'UBND TỈNH LẠNG SƠN',
      'UỶ BAN NHÂN DÂN XÃ NÀ LẦU',
    ]);
    expect(header({ body: { name: 'Hội đồng nhân dân xã Nà Lầu', kind: 'outside-body' } }, state)).toEqual([
      '',
      'HỘI ĐỒNG NHÂN DÂN XÃ NÀ LẦU',
    ]);
  });
  test('leaves room for a number and a date to come', () => {
    expect(factsOf({}).numberLine).toBe(`Số ${BLANK}-TB/ĐU`);
    expect(factsOf({ suffix: 'UBND' }, { regime: 'state', typeId: 'state-letter' }).numberLine).toBe(
      `Số: ${BLANK}/UBND`,
    );
    expect(factsOf({}).placeAndDate).toBe(`Nà Lầu, ngày${BLANK}tháng${BLANK}năm 2026`);
    expect(factsOf({}, { symbol: '05-TB/ĐU' }).numberLine).toBe('Số 05-TB/ĐU');
  });
  test('follows the office’s setting for tone marks in what it writes itself', () => {
    expect(factsOf({}).urgencyMark).toBe('HOẢ TỐC');
    const style = { tone: 'new', bodySize: 14, lineSpacing: 18, basesItalic: false, subjectMark: true } as const;
    const facts = toPaperFacts(
      record,
      { body: null, parent: null, suffix: '', draftVersion: 2, typist: 'LTH', year: 2026 },
      { style, office },
    );
    expect([facts.urgencyMark, facts.draftMark, facts.typist, facts.issuer]).toEqual([
      'HỎA TỐC',
      'Dự thảo lần 2',
      'LTH',
      'ĐẢNG UỶ XÃ NÀ LẦU',
    ]);
  });
});

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
