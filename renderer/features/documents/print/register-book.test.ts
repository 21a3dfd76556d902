import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { makeRegisterBook, type RegisterBook } from './register-book.ts';
import type { RegisterLine } from './register-line.ts';
import { wrapText } from './wrap-text.ts';

const fonts = {
  regular: readFileSync('build/fonts/liberation-serif/LiberationSerif-Regular.ttf'),
  bold: readFileSync('build/fonts/liberation-serif/LiberationSerif-Bold.ttf'),
};
const line = (n: number): RegisterLine => ({
  receivedOn: toPlainDate('2026-11-22'),
  arrivalNumber: n,
  issuer: 'Văn phòng Tỉnh uỷ',
  symbol: `${String(n)}-CV/VPTU`,
  issuedOn: toPartialDate('2026-11-19'),
  typeName: 'Công văn',
  abstract: 'Về việc cập nhật, đối chiếu danh sách đảng viên quý IV trên cơ sở dữ liệu đảng viên',
  secrecy: 'Thường',
  recipient: 'Ban Xây dựng Đảng',
  note: '',
});
const book = (lines: readonly RegisterLine[]): RegisterBook => ({
  commune: 'Xã Nà Lầu (mẫu)',
  book: 'incoming',
  from: toPlainDate('2026-11-01'),
  to: toPlainDate('2026-11-30'),
  lines,
  printedAt: '10:41 22/11/2026',
});

async function textOfPage(bytes: Uint8Array, number: number): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const content = await (await pdf.getPage(number)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

test('the book has a cover, and its text can be read back with every tone mark', async () => {
  const bytes = await makeRegisterBook(book([line(1283)]), fonts);
  expect(await textOfPage(bytes, 1)).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN');
  const first = await textOfPage(bytes, 2);
  expect(first).toContain('1283-CV/VPTU');
  expect(first).toContain('đảng viên');
});

test('two hundred lines go over several A4 landscape pages and each repeats the head', async () => {
  const bytes = await makeRegisterBook(book(Array.from({ length: 200 }, (_, i) => line(i + 1))), fonts);
  const pdf = await PDFDocument.load(bytes);
  const pages = pdf.getPageCount();
  expect(pages).toBeGreaterThan(10);
  expect(pdf.getPage(0).getSize().width).toBeGreaterThan(pdf.getPage(0).getSize().height);
  for (const number of [2, 5, pages]) expect(await textOfPage(bytes, number)).toContain('Ký nhận');
  expect(await textOfPage(bytes, pages)).toContain('200-CV/VPTU');
});

test('an empty period says so', async () => {
  expect(await textOfPage(await makeRegisterBook(book([]), fonts), 2)).toContain('Không có văn bản nào');
});

test('the secret book names the degree of each line', async () => {
  const secret: RegisterBook = {
    ...book([{ ...line(3), abstract: '', typeName: '', secrecy: 'Tối mật' }]),
    book: 'incoming-secret',
  };
  const words = await textOfPage(await makeRegisterBook(secret, fonts), 2);
  expect(words).toContain('Tối mật');
});

test('a wrapped text loses no letter and no line is too wide', () => {
  const words = `Kế hoạch ${'x'.repeat(60)} thực hiện 84-KH/TU`;
  const lines = wrapText(words, 20, (text) => text.length);
  expect(lines.every((each) => each.length <= 20)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
});
