import { readFileSync } from 'node:fs';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { defaultPaperStyle, toPaperFacts, type PaperFacts, type PaperNames } from '#shared/domain/paper/paper-facts.ts';
import { fillTemplate, placeholdersIn } from '#shared/domain/paper/paper-template.ts';
import { templatesFor } from '#shared/domain/paper/template-table.ts';
import { symbolOf } from '#shared/domain/register/symbol-of.ts';
import type { PaperFonts } from '#renderer/paper/fonts.ts';

/** A letter to be set and measured: every fact invented. */
export type LayoutLetter = { readonly name: string; readonly facts: PaperFacts; readonly content: PaperContent };

type Order = {
  readonly typeId: string;
  readonly abstract: string;
  readonly number: number;
  readonly on: string;
  readonly sign: Partial<Pick<OutgoingFields, 'signMode' | 'signBody' | 'signPost' | 'signer'>>;
  readonly record?: Partial<OutgoingFields>;
  readonly names?: Partial<PaperNames>;
  /** Repeats the middle of the body, so that the paper takes several pages. */
  readonly times?: number;
};

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const office = {
  organId: 'H00.00.00',
  partyAbove: 'Đảng bộ tỉnh Mẫu',
  partyName: 'Đảng uỷ xã Nà Lầu',
  stateAbove: 'UBND tỉnh Mẫu',
  stateName: 'Uỷ ban nhân dân xã Nà Lầu',
  place: 'Nà Lầu',
};
const committee: Partial<PaperNames> = { body: { name: 'Đảng bộ xã Nà Lầu', kind: 'committee' }, suffix: 'ĐU' };
const people: Partial<PaperNames> = { body: { name: 'UBND xã Nà Lầu', kind: 'outside-body' }, suffix: 'UBND' };

const forCommittee = {
  signMode: 'on-behalf',
  signBody: 'Đảng uỷ',
  signPost: 'Bí thư',
  signer: 'Nông Thị Đào',
} as const;
const forStanding = {
  signMode: 'on-behalf',
  signBody: 'Ban Thường vụ',
  signPost: 'Phó Bí thư',
  signer: 'Hoàng Văn Ân',
} as const;
const byOrder = {
  signMode: 'by-order',
  signBody: 'Ban Thường vụ',
  signPost: 'Chánh Văn phòng',
  signer: 'Lý Văn Dương',
} as const;
const chairman = { signMode: 'direct', signPost: 'Chủ tịch', signer: 'Vi Văn Đức' } as const;
const forPeople = {
  signMode: 'on-behalf',
  signBody: 'Uỷ ban nhân dân',
  signPost: 'Chủ tịch',
  signer: 'Vi Văn Đức',
} as const;
const deputy = {
  signMode: 'for-head',
  signBody: 'Uỷ ban nhân dân\nChủ tịch',
  signPost: 'Phó Chủ tịch',
  signer: 'Trần Thị Bình',
} as const;

const partyOrders: readonly Order[] = [
  {
    typeId: 'party-resolution',
    abstract: 'về lãnh đạo phát triển kinh tế nông, lâm nghiệp gắn với xây dựng nông thôn mới giai đoạn 2026 - 2030',
    number: 5,
    on: '2026-02-05',
    sign: forCommittee,
    times: 3,
  },
  {
    typeId: 'party-decision',
    abstract: 'thành lập Tổ công tác rà soát hồ sơ đảng viên',
    number: 12,
    on: '2026-03-10',
    sign: forStanding,
  },
  {
    typeId: 'party-notice',
    abstract: 'kết luận của Thường trực Đảng uỷ tại buổi làm việc với Chi bộ Khuổi Slỳ',
    number: 38,
    on: '2026-11-22',
    sign: byOrder,
    record: { urgency: 'flash' },
  },
  {
    typeId: 'party-report',
    abstract: 'kết quả công tác xây dựng Đảng quý III năm 2026',
    number: 140,
    on: '2026-10-01',
    sign: forStanding,
    times: 2,
  },
  {
    typeId: 'party-programme',
    abstract: 'công tác năm 2027',
    number: 9,
    on: '2026-12-09',
    sign: forCommittee,
    record: { circulation: 'Lưu hành nội bộ' },
  },
  {
    typeId: 'party-submission',
    abstract: 'về việc chuẩn y chức danh Bí thư Chi bộ Trường Trung học cơ sở',
    number: 7,
    on: '2026-01-31',
    sign: forStanding,
  },
  {
    typeId: 'party-letter',
    abstract: 'rà soát, bổ sung cơ sở dữ liệu đảng viên',
    number: 120,
    on: '2026-09-05',
    sign: byOrder,
    record: { urgency: 'urgent' },
    names: { typist: 'LVD' },
  },
  {
    typeId: 'party-minutes',
    abstract: 'hội nghị Ban Chấp hành Đảng bộ xã lần thứ 5',
    number: 5,
    on: '2026-06-15',
    sign: { ...forCommittee, signer: 'Nông Thị Đào' },
  },
];

const stateOrders: readonly Order[] = [
  {
    typeId: 'state-decision',
    abstract: 'Về việc kiện toàn Ban Chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn',
    number: 15,
    on: '2026-02-03',
    sign: chairman,
  },
  {
    typeId: 'state-letter',
    abstract: 'V/v phối hợp tổ chức Ngày hội Đại đoàn kết toàn dân tộc',
    number: 5,
    on: '2026-11-05',
    sign: deputy,
    record: { urgency: 'very-urgent' },
    names: { typist: 'TTB' },
  },
  {
    typeId: 'state-notice',
    abstract: 'Về việc tạm ngừng cung cấp nước sinh hoạt tại thôn Khuổi Slỳ',
    number: 112,
    on: '2026-10-12',
    sign: forPeople,
  },
  {
    typeId: 'state-report',
    abstract: 'Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội 9 tháng đầu năm 2026',
    number: 260,
    on: '2026-09-30',
    sign: deputy,
    times: 3,
  },
  {
    typeId: 'state-plan',
    abstract: 'Tuyên truyền, phổ biến pháp luật năm 2027',
    number: 8,
    on: '2026-12-01',
    sign: forPeople,
  },
  {
    typeId: 'state-submission',
    abstract: 'Về việc hỗ trợ kinh phí sửa chữa kênh mương nội đồng',
    number: 33,
    on: '2026-07-08',
    sign: forPeople,
  },
  { typeId: 'state-minutes', abstract: 'Họp giao ban tháng 8 năm 2026', number: 21, on: '2026-08-04', sign: chairman },
  {
    typeId: 'state-invitation',
    abstract: 'Họp triển khai nhiệm vụ quý IV năm 2026',
    number: 47,
    on: '2026-10-02',
    sign: { ...byOrder, signBody: 'Chủ tịch' },
  },
  { typeId: 'state-introduction', abstract: '', number: 2, on: '2026-01-20', sign: chairman },
];

const longText =
  'cấp uỷ các chi bộ, đảng bộ trực thuộc đã bám sát chỉ đạo của cấp trên, phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả; tinh thần đoàn kết trong cán bộ, đảng viên và Nhân dân các dân tộc được giữ vững';

/** Letters of every Party type that has its own form, from the templates, all fields filled in. */
export const partyLetters: readonly LayoutLetter[] = partyOrders.map(makeLetter);
/** The same for the State. */
export const stateLetters: readonly LayoutLetter[] = stateOrders.map(makeLetter);

/** The fonts the program ships. */
export function readPaperFonts(): PaperFonts {
  const read = (face: string): Uint8Array =>
    new Uint8Array(
      readFileSync(new URL(`../../build/fonts/liberation-serif/LiberationSerif-${face}.ttf`, import.meta.url)),
    );
  return { regular: read('Regular'), bold: read('Bold'), italic: read('Italic'), 'bold-italic': read('BoldItalic') };
}

function makeLetter(order: Order): LayoutLetter {
  const [template] = templatesFor(order.typeId);
  if (template === undefined) throw new Error(`no template for ${order.typeId}`);
  const fields = placeholdersIn(template.abstract, template.content);
  // Names of fields with a capital ask for running text, the others for a few words.
  const values = Object.fromEntries(
    fields.map((name) => [name, /^\p{Lu}/u.test(name) ? `${name}: ${longText}` : `${name} (mẫu)`]),
  );
  const { content } = fillTemplate(template, values);
  const record = makeRecord(order);
  const isParty = record.regime === 'party';
  const names: PaperNames = {
    body: null,
    parent: null,
    suffix: '',
    draftVersion: null,
    typist: '',
    year: 2026,
    ...(isParty ? committee : people),
    ...order.names,
  };
  return {
    name: order.typeId,
    facts: toPaperFacts(record, names, { style: defaultPaperStyle, office }),
    content: { ...content, blocks: lengthen(content.blocks, order.times ?? 1) },
  };
}

/** The last block ends the paper and stays last. */
function lengthen(blocks: PaperContent['blocks'], times: number): PaperContent['blocks'] {
  const body = blocks.slice(0, -1);
  return [...Array.from({ length: times }, () => body).flat(), ...blocks.slice(-1)];
}

function makeRecord({ typeId, abstract, number, on, sign, record = {} }: Order): OutgoingFields {
  const type = findDocumentType(typeId);
  if (type === undefined) throw new Error(`no type ${typeId}`);
  const suffix = type.regime === 'party' ? 'ĐU' : 'UBND';
  return {
    regime: type.regime,
    bodyId: id(1),
    typeId,
    abstract,
    registerId: id(2),
    series: '2026',
    number,
    symbol: symbolOf({ regime: type.regime, suffix }, type.code, number),
    issuedOn: toPlainDate(on),
    numberReason: '',
    numberedBy: id(3),
    numberedAt: `${on}T02:00:00Z`,
    place: '',
    signMode: 'direct',
    signBody: '',
    signPost: '',
    signer: '',
    signerId: id(4),
    urgency: 'normal',
    secrecy: 'none',
    circulation: '',
    recipients: '',
    archiveKeeper: '',
    copies: 15,
    pages: 0,
    dueOn: null,
    replyToId: null,
    replacesId: null,
    state: 'issued',
    reason: '',
    note: '',
    drafterId: id(3),
    createdAt: `${on}T01:00:00Z`,
    ...sign,
    ...record,
  };
}
