import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { makeTablePdf } from './make-table-pdf.ts';
import type { TableBook } from './table-book.ts';
import { wrapText } from './wrap-text.ts';

const face = (name: string): Uint8Array => readFileSync(`build/fonts/liberation-serif/LiberationSerif-${name}.ttf`);
const fonts = {
  regular: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  'bold-italic': face('BoldItalic'),
};
const row = (n: number): readonly string[] => [
  String(n),
  `${String(n)}-CV/VPTU`,
  'Về việc cập nhật, đối chiếu danh sách đảng viên quý IV trên cơ sở dữ liệu đảng viên',
];
const book = (rows: TableBook['rows'], more: Partial<TableBook> = {}): TableBook => ({
  documentTitle: 'Sổ đăng ký văn bản đến',
  cover: { body: 'ĐẢNG UỶ XÃ NÀ LẦU', title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN', lines: ['Năm: 2026'], foot: 'Quyển số: 01' },
  title: '',
  subtitle: '',
  columns: [
    { title: 'Số đến', widthMm: 20, align: 'centre' },
    { title: 'Số, ký hiệu', widthMm: 40, align: 'left' },
    { title: 'Tên loại và trích yếu nội dung', widthMm: 120, align: 'left' },
  ],
  numberedColumns: true,
  rows,
  closing: [`Cộng: ${String(rows.length)} văn bản`],
  emptyNote: 'Không có văn bản nào.',
  page: 'A4-landscape',
  footer: 'In từ phần mềm Hồ sơ xã',
  ...more,
});

async function wordsOfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await reading.promise;
  const words = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const content = await (await pdf.getPage(at + 1)).getTextContent();
      return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await reading.destroy();
  return words;
}

type Node = { readonly role?: string; readonly children?: readonly Node[] };
const count = (node: Node, role: string): number =>
  (node.role === role ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + count(child, role), 0);

test('the book has a cover, and its text can be read back with every tone mark', async () => {
  const [cover, first] = await wordsOfPages(await makeTablePdf(book([row(1283)]), fonts));
  expect(cover).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN');
  expect(first).toContain('1283-CV/VPTU');
  expect(first).toContain('Về việc cập nhật, đối chiếu danh sách đảng viên');
  expect(first).toContain('Cộng: 1 văn bản');
});

test('two hundred lines go over several sheets; each repeats the head and says its number, no line is lost', async () => {
  const bytes = await makeTablePdf(book(Array.from({ length: 200 }, (_, i) => row(i + 1))), fonts);
  const pages = await wordsOfPages(bytes);
  expect(pages.length).toBeGreaterThan(7);
  for (const [at, words] of pages.slice(1).entries()) {
    expect(words).toContain('Số, ký hiệu');
    expect(words).toContain(`Trang ${String(at + 1)}/${String(pages.length - 1)}`);
  }
  const all = pages.join(' ');
  for (let n = 1; n <= 200; n += 1) expect(all).toContain(` ${String(n)}-CV/VPTU`);
});

test('a row taller than a sheet goes on on the next one with every word, and stays one row for a reader', async () => {
  const long = Array.from({ length: 2500 }, (_, i) => `từ${String(i)}`);
  const bytes = await makeTablePdf(book([row(1), ['2', 'dài', long.join(' ')], row(3)]), fonts);
  const all = (await wordsOfPages(bytes)).join(' ').split(/\s+/u);
  expect(long.filter((word) => !all.includes(word))).toEqual([]);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(pdf.numPages).toBeGreaterThan(2);
});

test('a reader finds a table with one head and a row for each line', async () => {
  const bytes = await makeTablePdf(book([row(1), row(2), row(3)], { title: 'MỤC LỤC' }), fonts);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const tree = (await (await pdf.getPage(2)).getStructTree()) as Node;
  expect([count(tree, 'Table'), count(tree, 'TR'), count(tree, 'TH'), count(tree, 'TD')]).toEqual([1, 4, 3, 9]);
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: 'Sổ đăng ký văn bản đến', Language: 'vi-VN' });
});

test('the cover of a spread is A4, its sheets are A3', async () => {
  const pdf = await PDFDocument.load(await makeTablePdf(book([row(1)], { page: 'A3-landscape' }), fonts));
  const size = (at: number): readonly number[] => {
    const { width, height } = pdf.getPage(at).getSize();
    return [Math.round(width), Math.round(height)];
  };
  expect([size(0), size(1)]).toEqual([
    [595, 842],
    [1191, 842],
  ]);
});

test('an empty period says so', async () => {
  expect((await wordsOfPages(await makeTablePdf(book([]), fonts)))[1]).toContain('Không có văn bản nào');
});

test('a wrapped text loses no letter and no line is too wide', () => {
  const words = `Kế hoạch ${'x'.repeat(60)} thực hiện 84-KH/TU`;
  const lines = wrapText(words, 20, (text) => text.length);
  expect(lines.every((each) => each.length <= 20)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
});

test('several tables stand one behind the other, each with a head of its own, under one title', async () => {
  const plain = (title: string, rows: TableBook['rows']): TableBook => {
    const { cover: _cover, ...rest } = book(rows);
    return { ...rest, documentTitle: title, title };
  };
  const bytes = await makeTablePdf([plain('Biểu 1', [row(1)]), plain('Biểu 2', [row(2)])], fonts, {
    title: 'Các biểu',
  });
  const pages = await wordsOfPages(bytes);
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('1-CV/VPTU');
  expect(pages[1]).toContain('Biểu 2');
  expect(pages[1]).toContain('2-CV/VPTU');
  expect((await PDFDocument.load(bytes)).getTitle()).toBe('Các biểu');
});
