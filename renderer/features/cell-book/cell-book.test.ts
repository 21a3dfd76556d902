import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { readCellBook } from '#renderer/data/members/read-cell-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { addRecord } from '#renderer/data/write/save-record.ts';
import { cellBook } from '#renderer/paper/forms/cell-book.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';
import { FakeCommune } from '#renderer/platform/fake-office.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';

const face = (name: string): Uint8Array => readFileSync(`build/fonts/liberation-serif/LiberationSerif-${name}.ttf`);
const fonts = {
  regular: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  'bold-italic': face('BoldItalic'),
};

type Fields = Readonly<Record<string, FieldValue>>;

async function add(office: Office, type: EntityType, fields: object): Promise<string> {
  const made = await addRecord(office, type, fields as Fields);
  if (!made.ok) throw new Error(`${type}: ${made.error.code}`);
  return made.value.id;
}

const event = (more: Partial<MemberEventFields> & { readonly memberId: string }): MemberEventFields => ({
  kind: 'rewarded',
  effectiveOn: '2026-05-19' as MemberEventFields['effectiveOn'],
  until: null,
  decision: { symbol: '31-QĐ/ĐU', issuedOn: toPlainDate('2026-05-10'), issuer: 'Đảng uỷ xã Mẫu', signer: '' },
  decisionId: null,
  state: 'decided',
  voidReason: '',
  isPastOnly: false,
  sets: {},
  before: {},
  unitId: null,
  place: '',
  atOffice: '',
  form: '',
  number: '',
  years: null,
  amount: null,
  reason: '',
  transferId: null,
  proposalId: null,
  note: '',
  ...more,
});

/** A cell with a member who stays, one who was moved to another cell in the year, and one who was struck off. */
async function makeCell(): Promise<{ readonly office: Office; readonly cell: string }> {
  const pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  const { office } = pc;
  const unit = { ...usualUnit, kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null };
  const cell = await add(office, 'unit', { ...unit, name: 'Chi bộ bản Hoà Thuỷ' });
  const other = await add(office, 'unit', { ...unit, name: 'Chi bộ khác' });
  const member = (name: string, more: object): Promise<string> =>
    add(office, 'member', {
      ...blankMember,
      name: splitPersonName(name),
      admittedOn: '1995-02-03',
      officialOn: '1996-02-03',
      unitId: cell,
      ...more,
    });
  const staying = await member('Lò Thị Thuý', {});
  const moved = await member('Quàng Văn Quý', { unitId: other });
  const struck = await member('Vì Văn Xoá', { state: 'left' });
  const moving = {
    kind: 'moved',
    effectiveOn: '2026-03-01',
    sets: { unitId: other },
    before: { unitId: cell },
  } as const;
  await add(office, 'memberEvent', event({ ...moving, memberId: moved, unitId: other } as never));
  const before = { state: 'official', candidateStage: null };
  await add(office, 'memberEvent', event({ memberId: struck, kind: 'struck-off', reason: 'bỏ sinh hoạt', before }));
  await add(office, 'memberEvent', event({ memberId: staying, form: 'certificate', reason: 'hiến đất' }));
  await add(
    office,
    'memberEvent',
    event({ memberId: staying, kind: 'disciplined', form: 'reprimand', reason: 'vi phạm nồng độ cồn' }),
  );
  const payment = { unitId: cell, due: 31_500, paid: 31_500, way: 'cash', receivedBy: '', receiptNumber: '', note: '' };
  for (const month of ['2026-01', '2026-02'])
    await add(office, 'feePayment', { ...payment, memberId: moved, month, paidOn: `${month}-03` });
  await add(office, 'feePayment', { ...payment, memberId: staying, month: '2026-02', paidOn: '2026-02-03' });
  return { office, cell };
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await reading.promise;
  let words = '';
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    words += items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }
  await reading.destroy();
  return words.replaceAll(/\s+/gu, ' ');
}

it('the book lists who is there at the end, and what befell whoever was there before', async () => {
  const { office, cell } = await makeCell();
  const book = must(await readCellBook(office, cell, 2026), 'the cell is there');
  expect(book.members.map(({ member }) => member.name.full)).toEqual(['Lò Thị Thuý']);
  expect(book.events.map(({ member, event: { kind } }) => [member.name.full, kind])).toEqual([
    ['Quàng Văn Quý', 'moved'],
    ['Lò Thị Thuý', 'rewarded'],
    ['Lò Thị Thuý', 'disciplined'],
    ['Vì Văn Xoá', 'struck-off'],
  ]);
  expect(book.fees.map(({ member, paid }) => [member.name.full, paid.size])).toEqual([
    ['Quàng Văn Quý', 2],
    ['Lò Thị Thuý', 1],
  ]);
});

it('discipline and what follows from it are printed only for who may see it', async () => {
  const { office, cell } = await makeCell();
  const book = must(await readCellBook(office, cell, 2026), 'the cell is there');
  const print = async (isPrivate: boolean): Promise<string> =>
    wordsOf(await makeSheetPdf(cellBook(book, isPrivate, toPlainDate('2026-12-31')), fonts, new Date(0)));
  const [whole, open] = await Promise.all([print(true), print(false)]);
  for (const said of ['SỔ CHI BỘ', 'Chi bộ bản Hoà Thuỷ', 'Giấy khen', 'hiến đất', '31.500', '63.000', '94.500'])
    for (const words of [whole, open]) expect(words).toContain(said);
  for (const hidden of ['Khiển trách', 'vi phạm nồng độ cồn', 'bỏ sinh hoạt']) {
    expect(whole).toContain(hidden);
    expect(open).not.toContain(hidden);
  }
});
