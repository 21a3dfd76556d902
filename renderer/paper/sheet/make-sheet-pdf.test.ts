import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Measure, PaperFonts } from '../fonts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { makeSheetPdf } from './make-sheet-pdf.ts';
import { prepareSheet, type PreparedPart } from './prepare-sheet.ts';
import type { Sheet, SheetPart } from './sheet-parts.ts';
import { formPage } from './sheet-pages.ts';

const face = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../build/fonts/liberation-serif/LiberationSerif-${name}.ttf`, import.meta.url));
const fonts: PaperFonts = {
  regular: face('Regular'),
  bold: face('Bold'),
  italic: face('Italic'),
  'bold-italic': face('BoldItalic'),
};
const measure: Measure = (text, face_, size) => text.length * size * (face_ === 'bold' ? 0.52 : 0.46);
const POINTS = 72 / 25.4;

const words = fc.stringMatching(/^[a-zđêơư]{1,12}( [a-zđêơư]{1,12}){0,25}$/u);
const leaf: fc.Arbitrary<SheetPart> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: words, value: words }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('blank' as const), lines: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('boxes' as const),
    label: fc.constant('Số'),
    value: fc.stringMatching(/^[0-9]{6}[A-Z]{1,3}$/u),
    groups: fc.constant([6, 3]),
  }),
);
const table: fc.Arbitrary<SheetPart> = fc.array(fc.tuple(words, words), { maxLength: 12 }).map((rows) => ({
  kind: 'table' as const,
  columns: [
    { head: 'Một', share: 1 },
    { head: 'Hai', share: 2 },
  ],
  rows,
}));
const columns: fc.Arbitrary<SheetPart> = fc.tuple(leaf, leaf).map(([one, other]) => ({
  kind: 'columns' as const,
  columns: [
    { share: 0.5, parts: [one] },
    { share: 0.5, parts: [other] },
  ],
}));
const sheet = (parts: readonly SheetPart[]): Sheet => ({ page: formPage, parts, title: 'Mẫu', author: 'Xã Mẫu' });

const paragraphsOf = (part: PreparedPart): readonly TextParagraph[] => {
  if ('columns' in part) return part.columns.flat().flatMap(paragraphsOf);
  return 'rows' in part ? [...part.head, ...part.rows.flat()] : part.paragraphs;
};
const textOf = ({ pieces }: Pick<TextParagraph, 'pieces'>): string => pieces.map(({ text }) => text).join('');
const squeeze = (text: string): string => text.replace(/\s/gu, '');

test('every word is set once, inside the margins', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(leaf, table, columns), { maxLength: 25 }), (parts) => {
      const prepared = prepareSheet(sheet(parts));
      const pages = layOutSheet(prepared, formPage, measure, new Map());
      const set = pages.flatMap(({ lines }) => lines.filter(({ isRepeated }) => !isRepeated));
      for (const paragraph of prepared.flatMap(paragraphsOf)) {
        const lines = set.filter(({ line }) => line.paragraph === paragraph);
        expect(squeeze(lines.map(({ line }) => textOf(line.text)).join(''))).toBe(squeeze(textOf(paragraph)));
      }
      for (const { x, y } of pages.flatMap(({ lines }) => lines)) {
        expect(x).toBeGreaterThanOrEqual(formPage.left * POINTS - 0.1);
        expect(y).toBeLessThan((formPage.height - formPage.bottom) * POINTS + 0.1);
      }
    }),
    { numRuns: 120 },
  );
});

test('a number longer than its boxes loses nothing', () => {
  const [boxes] = prepareSheet(sheet([{ kind: 'boxes', label: 'Số thẻ', value: '123456789012', groups: [8] }]));
  expect(boxes && paragraphsOf(boxes).map(textOf).join('')).toBe('Số thẻ123456789012');
});

test('a named page stands in the outline, a picture says what it shows, and the same sheet gives the same bytes', async () => {
  const made = sheet([
    { kind: 'turn', name: 'Giấy mời' },
    { kind: 'text', text: 'Giấy mời' },
    { kind: 'picture', width: 85, height: 113, picture: { bytes: onePixel(), mime: 'image/png' }, alt: 'Ảnh 3x4' },
    { kind: 'turn', name: 'Danh sách' },
    { kind: 'text', text: 'Danh sách' },
  ]);
  const bytes = await makeSheetPdf(made, fonts, new Date(0));
  expect(await makeSheetPdf(made, fonts, new Date(0))).toEqual(bytes);
  const pdf = await PDFDocument.load(bytes);
  expect(pdf.getPageCount()).toBe(2);
  expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
  const objects = pdf.context.enumerateIndirectObjects().map(([, value]) => value.toString());
  expect(objects.some((text) => text.includes('/Figure') && text.includes('/Alt'))).toBe(true);
});

/** A white PNG of one pixel. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
