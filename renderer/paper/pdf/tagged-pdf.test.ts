import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFDict, PDFArray } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import type { PaperFonts } from '../fonts.ts';
import { createTaggedPdf } from './tagged-pdf.ts';

const folder = 'build/fonts/liberation-serif/LiberationSerif';
const fonts: PaperFonts = {
  regular: readFileSync(`${folder}-Regular.ttf`),
  bold: readFileSync(`${folder}-Bold.ttf`),
  italic: readFileSync(`${folder}-Italic.ttf`),
  'bold-italic': readFileSync(`${folder}-BoldItalic.ttf`),
};
const description = {
  title: 'Nghị quyết',
  author: 'Đảng uỷ',
  subject: '',
  createdAt: new Date('2026-11-22T02:00:00Z'),
};
let bytes: Uint8Array;

beforeAll(async () => {
  const pdf = await createTaggedPdf(description, fonts);
  const page = pdf.addPage(595, 842);
  const paragraph = pdf.tag('P');
  page.write('page-number', { pieces: [{ text: '2', face: 'regular' }], x: 300, y: 40, size: 13 });
  page.write(paragraph, { pieces: [{ text: 'Đảng uỷ xã ', face: 'bold' }], x: 85, y: 100, size: 14 });
  page.write(paragraph, { pieces: [{ text: 'khẩn trương', face: 'italic' }], x: 85, y: 120, size: 14, stretch: 20 });
  page.rule({ x1: 85, y1: 130, x2: 200, y2: 130, width: 0.7 });
  bytes = await pdf.save();
});

test('text can be read back with every mark, and the stretched space is a space', async () => {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(words).toContain('Đảng uỷ xã');
  expect(words.replace(/\s+/g, ' ')).toContain('khẩn trương');
});

test('the catalog says language, title, and that it is tagged; marks lead to their element', async () => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(pdf.getTitle()).toBe('Nghị quyết');
  expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(vi-VN)');
  expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
  const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const numbers = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const element = numbers.lookup(1, PDFArray).lookup(0, PDFDict);
  expect(element.get(PDFName.of('S'))?.toString()).toBe('/P');
});

test('only the faces that are used are in the file, as subsets', async () => {
  const text = Buffer.from(await (await PDFDocument.load(bytes)).save({ useObjectStreams: false })).toString('latin1');
  expect(text).toContain('HSXAAB+LiberationSerif-Bold');
  expect(text).toContain('HSXAAC+LiberationSerif-Italic');
  expect(text).not.toContain('HSXAAD');
  expect(bytes.length).toBeLessThan(60_000);
});

test('the same paper gives the same bytes', async () => {
  const make = async (): Promise<Uint8Array> => {
    const pdf = await createTaggedPdf(description, fonts);
    pdf.addPage(595, 842).write(pdf.tag('P'), { pieces: [{ text: 'Một', face: 'regular' }], x: 85, y: 90, size: 14 });
    return pdf.save();
  };
  expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
});
