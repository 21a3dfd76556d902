import { describe, expect, test } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import { checkPaper } from './check-paper.ts';
import type { FindingCode } from './finding-table.ts';
import { findingTable } from './finding-table.ts';
import { emptyContent, type Block, type PaperContent } from './paper-content.ts';
import { defaultPaperStyle, toPaperFacts, type PaperNames } from './paper-facts.ts';
import { fillTemplate, placeholdersIn } from './paper-template.ts';
import { partyTemplates } from './party-template-table.ts';
import { stateTemplates } from './state-template-table.ts';

const today = toPlainDate('2026-11-22');
const id = '00000000-0000-7000-8000-000000000001';
const party: OutgoingFields = {
  regime: 'party',
  bodyId: id,
  typeId: 'party-letter',
  abstract: 'rà soát hồ sơ đảng viên',
  registerId: id,
  series: 'x',
  number: 5,
  symbol: '05-CV/ĐU',
  issuedOn: toPlainDate('2026-11-20'),
  numberReason: '',
  numberedBy: id,
  numberedAt: '2026-11-20T02:00:00Z',
  place: 'Nà Lầu',
  signMode: 'on-behalf',
  signBody: 'Đảng uỷ',
  signPost: 'Phó Bí thư',
  signer: 'Hoàng Văn Ân',
  signerId: id,
  urgency: 'normal',
  secrecy: 'none',
  circulation: '',
  recipients: '',
  archiveKeeper: '',
  copies: 0,
  pages: 0,
  dueOn: null,
  replyToId: null,
  replacesId: null,
  state: 'draft',
  reason: '',
  note: '',
  drafterId: id,
  createdAt: '2026-11-20T01:00:00Z',
};
const state: OutgoingFields = {
  ...party,
  regime: 'state',
  typeId: 'state-letter',
  symbol: '05/UBND',
  signMode: 'direct',
  signBody: '',
  signPost: 'Chủ tịch',
};
const content: PaperContent = {
  ...emptyContent,
  addressees: ['Các chi bộ'],
  blocks: [text('Đề nghị các chi bộ rà soát hồ sơ đảng viên.')],
  recipients: ['Như trên', 'Lưu Văn phòng Đảng uỷ'],
};
const stateContent: PaperContent = {
  ...content,
  blocks: [text('Đề nghị các thôn rà soát./.')],
  recipients: ['Như trên', 'Lưu: VT'],
};
const office = {
  organId: '',
  partyAbove: 'Đảng bộ tỉnh Lạng Sơn',
  partyName: 'Đảng uỷ xã Nà Lầu',
  stateAbove: 'UBND tỉnh Lạng Sơn',
  stateName: 'Uỷ ban nhân dân xã Nà Lầu',
  place: 'Nà Lầu',
};

function text(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words, style: 'plain' }] };
}

function codesOf(
  record: OutgoingFields,
  change: Partial<PaperContent> = {},
  kind: 'committee' | 'office' | 'cell' = 'committee',
) {
  const names: PaperNames = {
    body: record.regime === 'party' ? { name: 'Đảng bộ xã Nà Lầu', kind } : null,
    parent: null,
    suffix: 'ĐU',
    draftVersion: null,
    typist: '',
    year: 2026,
  };
  const facts = toPaperFacts(record, names, { style: defaultPaperStyle, office });
  const base = record.regime === 'party' ? content : stateContent;
  return checkPaper(facts, { ...base, ...change }, today).map(({ code }) => code);
}

test('a paper in order has no finding', () => {
  expect(codesOf(party)).toEqual([]);
  expect(codesOf(state)).toEqual([]);
});

const partyCases: readonly (readonly [FindingCode, Partial<OutgoingFields>, Partial<PaperContent>])[] = [
  ['field-left', {}, { blocks: [text('Thực hiện [[văn bản nào]].')] }],
  ['date-in-future', { issuedOn: toPlainDate('2026-11-23') }, {}],
  ['abstract-missing', { abstract: '' }, {}],
  ['abstract-long', { abstract: 'a '.repeat(120) }, {}],
  ['abstract-full-stop', { abstract: 'rà soát hồ sơ.' }, {}],
  ['type-not-authorised', { typeId: 'party-statute', signBody: 'Ban Thường vụ' }, {}],
  ['bases-missing', { typeId: 'party-decision' }, {}],
  ['basis-end-mark', {}, { blocks: [text('Căn cứ Điều lệ Đảng;'), text('Căn cứ Quy chế làm việc'), text('Đề nghị.')] }],
  ['body-missing', {}, { blocks: [] }],
  [
    'articles-out-of-order',
    {},
    { blocks: [{ kind: 'article', number: 2, runs: [{ text: 'Thi hành.', style: 'plain' }] }] },
  ],
  ['state-end-mark-in-party', {}, { blocks: [text('Đề nghị thực hiện./.')] }],
  ['body-full-stop', {}, { blocks: [text('Đề nghị thực hiện')] }],
  ['addressees-missing', {}, { addressees: [] }],
  ['addressees-not-here', { typeId: 'party-notice' }, {}],
  ['submission-label', { typeId: 'party-submission' }, { blocks: [text('Kính gửi: Tỉnh uỷ'), text('Đề nghị.')] }],
  ['recipients-missing', {}, { recipients: [] }],
  ['archive-line-missing', {}, { recipients: ['Như trên'] }],
  ['archive-line-form', {}, { recipients: ['Như trên', 'Lưu: VT'] }],
  ['signer-missing', { signer: '' }, {}],
  ['post-missing', { signPost: '' }, {}],
  ['sign-body-missing', { signBody: '' }, {}],
  ['sign-mode-foreign', { signMode: 'authorised' }, {}],
  ['head-signs-for-committee', { signMode: 'for-head', signBody: 'Bí thư' }, {}],
  ['body-after-post', { signPost: 'Phó Bí thư Đảng uỷ xã' }, {}],
  ['title-before-name', { signer: 'ThS. Hoàng Văn Ân' }, {}],
  ['recorder-missing', { typeId: 'party-minutes' }, { addressees: [] }],
  ['former-district', {}, { blocks: [text('Báo cáo Huyện uỷ kết quả thực hiện.')] }],
  ['number-without-zero', {}, { blocks: [text('Thực hiện Nghị quyết số 5-NQ/ĐU của Đảng uỷ.')] }],
  ['date-without-zero', {}, { blocks: [text('Trước ngày 5 tháng 12 năm 2026.')] }],
  ['citation-comma', {}, { blocks: [text('Theo Nghị quyết số 12-NQ/ĐU ngày 05/9/2026 của Đảng uỷ.')] }],
  ['secrecy-mark', {}, { blocks: [text('TUYỆT MẬT'), text('Nội dung.')] }],
  ['tones-mixed', {}, { blocks: [text('Ủy ban Kiểm tra hòa giải.')] }],
];
const stateCases: readonly (readonly [FindingCode, Partial<OutgoingFields>, Partial<PaperContent>])[] = [
  ['opening-missing', { typeId: 'state-decision' }, { addressees: [], bases: ['Căn cứ Luật'] }],
  ['end-mark-missing', {}, { blocks: [text('Đề nghị thực hiện.')] }],
  ['type-not-authorised', { typeId: 'state-resolution' }, {}],
  ['archive-line-form', {}, { recipients: ['Lưu VT', 'Như trên'] }],
];

describe('each thing that is wrong is found', () => {
  test.each(partyCases)('%s, in a Party paper', (code, record, change) => {
    expect(codesOf({ ...party, ...record }, change)).toContain(code);
  });
  test.each(stateCases)('%s, in a State paper', (code, record, change) => {
    expect(codesOf({ ...state, ...record }, change)).toContain(code);
  });
  test('place and issuer, when the office has set no name', () => {
    const names: PaperNames = { body: null, parent: null, suffix: '', draftVersion: null, typist: '', year: 2026 };
    const facts = toPaperFacts({ ...party, place: '' }, names, { style: undefined, office: undefined });
    expect(checkPaper(facts, content, today).map(({ code }) => code)).toEqual([
      'issuer-missing',
      'above-missing',
      'place-missing',
    ]);
  });
  test('the line above, of a people’s committee, and of no people’s council', () => {
    const namesOf = (name: string): PaperNames => ({
      body: { name, kind: 'outside-body' },
      ...{ parent: null, suffix: 'UBND', draftVersion: null, typist: '', year: 2026 },
    });
    const above = (name: string): boolean => {
      const settings = { style: undefined, office: { ...office, stateAbove: '' } };
      const found = checkPaper(toPaperFacts(state, namesOf(name), settings), stateContent, today);
      return found.some(({ code }) => code === 'above-missing');
    };
    expect(above('Uỷ ban nhân dân xã Nà Lầu')).toBe(true);
    expect(above('Hội đồng nhân dân xã Nà Lầu')).toBe(false);
  });
  test('every code of the table has a case here', () => {
    const tested = new Set([...partyCases, ...stateCases].map(([code]) => code));
    const missing = Object.keys(findingTable).filter((code) => !tested.has(code as FindingCode));
    expect(missing).toEqual(['issuer-missing', 'above-missing', 'place-missing']);
  });
});

describe('what is right is left alone', () => {
  test('bodies of a former district in a quotation of the past', () => {
    const blocks = [text('Nghị quyết số 12-NQ/HU, ngày 05/9/2021 của Huyện uỷ trước đây.')];
    expect(codesOf(party, { blocks })).not.toContain('former-district');
  });
  test('an office of the committee signs K/T for its head', () => {
    const record: OutgoingFields = {
      ...party,
      signMode: 'for-head',
      signBody: 'Trưởng ban',
      signPost: 'Phó Trưởng ban',
    };
    expect(codesOf(record, {}, 'office')).not.toContain('head-signs-for-committee');
  });
  test('names keep their tone marks, and so does quý', () => {
    const blocks = [text('Đồng chí Nguyễn Thị Thúy, quý III, dùng Hoà Bình.')];
    expect(codesOf(party, { blocks })).not.toContain('tones-mixed');
  });
  test('dates that need no zero', () => {
    const blocks = [text('Từ ngày 15 tháng 3 năm 2026 đến ngày 05 tháng 02 năm 2027.')];
    expect(codesOf(party, { blocks })).toEqual([]);
  });
  test('talk of protecting secrets is no mark', () => {
    expect(codesOf(party, { blocks: [text('Thực hiện công tác bảo vệ bí mật nhà nước.')] })).toEqual([]);
  });
});

describe('templates', () => {
  test.each([...partyTemplates, ...stateTemplates])(
    '$id: fields left empty are found one by one, nothing else is an error',
    (template) => {
      const record = {
        ...(template.typeId.startsWith('party') ? party : state),
        typeId: template.typeId,
        abstract: template.abstract,
      };
      const facts = toPaperFacts(
        record,
        { body: null, parent: null, suffix: '', draftVersion: null, typist: '', year: 2026 },
        { style: defaultPaperStyle, office },
      );
      const errors = checkPaper(facts, template.content, today).filter(({ severity }) => severity === 'error');
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['field-left']));
      const named = new Set(errors.flatMap(({ values }) => values));
      expect(named).toEqual(new Set(placeholdersIn(template.abstract, template.content)));
    },
  );

  test.each([...partyTemplates, ...stateTemplates])('$id: with its fields filled in, nothing is found', (template) => {
    const fields = placeholdersIn(template.abstract, template.content);
    const filled = fillTemplate(template, Object.fromEntries(fields.map((name) => [name, 'nội dung'])));
    const record = {
      ...(template.typeId.startsWith('party') ? party : state),
      typeId: template.typeId,
      abstract: filled.abstract,
    };
    const facts = toPaperFacts(
      record,
      { body: null, parent: null, suffix: '', draftVersion: null, typist: '', year: 2026 },
      { style: defaultPaperStyle, office },
    );
    expect(checkPaper(facts, filled.content, today)).toEqual([]);
  });
});
