import { Workbook } from 'exceljs';
import { expect, test } from 'vitest';
import { makeWorkbook } from './make-workbook.ts';
import type { TableBook } from './table-book.ts';

const book: TableBook = {
  documentTitle: 'Sổ đăng ký văn bản đến: từ 01/11/2026 đến 30/11/2026',
  cover: { body: 'ĐẢNG UỶ XÃ NÀ LẦU', title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', lines: ['Năm: 2026'], foot: '' },
  title: '',
  subtitle: 'Từ ngày 01/11/2026 đến ngày 30/11/2026',
  columns: [
    { title: 'Số đến', widthMm: 20, align: 'centre' },
    { title: 'Số, ký hiệu', widthMm: 40, align: 'left' },
  ],
  numberedColumns: true,
  rows: [
    ['01', '=1+1'],
    ['02', '05-CV/ĐU'],
  ],
  closing: ['Cộng: 2 văn bản'],
  page: 'A4-landscape',
  footer: '',
};

async function readBack(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.worksheets[0];
  return (sheet?.getSheetValues() ?? []).slice(1).map((row) => (Array.isArray(row) ? row.slice(1, 3) : []));
}

test('every cell is text as it was: leading zeros stay, nothing computes', async () => {
  const rows = await readBack(await makeWorkbook(book));
  expect(rows.map(([first]) => first)).toEqual([
    'ĐẢNG UỶ XÃ NÀ LẦU',
    'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
    'Từ ngày 01/11/2026 đến ngày 30/11/2026',
    'Số đến',
    '(1)',
    '01',
    '02',
    'Cộng: 2 văn bản',
  ]);
  expect(rows[5]).toEqual(['01', '=1+1']);
});

test('a title that no sheet may bear becomes one that it may', async () => {
  await expect(makeWorkbook({ ...book, documentTitle: "Sổ [A]: a/b?*'" })).resolves.toBeInstanceOf(Uint8Array);
});

test('several tables are as many sheets of one workbook', async () => {
  const second = { ...book, documentTitle: 'Biểu 2', rows: [['09', 'x']] };
  const workbook = new Workbook();
  await workbook.xlsx.load((await makeWorkbook(book, second)).slice().buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Sổ đăng ký văn bản đến  từ 01 1', 'Biểu 2']);
  expect(workbook.worksheets[1]?.getRow(6).getCell(1).value).toBe('09');
});
