import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFPage } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line as poppler sees it, points from the left and top edge. `size` follows from its height, `face` is the font of its first letter. */
export type MeasuredLine = {
  readonly page: number;
  readonly text: string;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly size: number;
  readonly face: string;
};

/** A straight rule on a page, points from the left and top edge. */
export type MeasuredRule = {
  readonly page: number;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
};

/** A PDF measured by tools that know nothing of how it was made. */
export type MeasuredPdf = {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MeasuredLine[];
  readonly rules: readonly MeasuredRule[];
  /** Rows of pdffonts: name, and whether it is embedded, a subset, and mapped to Unicode. */
  readonly fonts: readonly { readonly name: string; readonly flags: string }[];
  /** What pdfinfo says, by its labels. */
  readonly info: ReadonlyMap<string, string>;
  readonly language: string;
  readonly showsTitle: boolean;
  /** Roles in reading order, and the words under each. */
  readonly structure: readonly { readonly role: string; readonly text: string }[];
};

/** Ascent and descent of Liberation Serif, of its size: what poppler takes for the height of a word. */
const LINE_OF_SIZE = 1.107;
/** Bytes of the longest answer of these tools: words of a hundred pages with their places. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** The words of a PDF in reading order as poppler sees them, every break a single space. */
export function readPdfWords(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'hosoxa-words-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return run('pdftotext', '-raw', file, '-').replaceAll(/\s+/gu, ' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: LONGEST_ANSWER });
}

/** Measures a PDF with poppler (pdftotext, pdffonts, pdfinfo) and pdf.js. */
export async function measurePdf(bytes: Uint8Array): Promise<MeasuredPdf> {
  const folder = mkdtempSync(join(tmpdir(), 'hosoxa-layout-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const info = readInfo(run('pdfinfo', file));
    const [width = 0, height = 0] = (info.get('Page size') ?? '').match(/[\d.]+/gu)?.map(Number) ?? [];
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return {
      pages: Number(info.get('Pages')),
      width,
      height,
      lines: addFaces(readLines(run('pdftotext', '-bbox-layout', file, '-')), await readFaces(bytes)),
      rules: pdf.getPages().flatMap((page, index) => readRules(page, index + 1, height)),
      fonts: readFonts(run('pdffonts', file)),
      info,
      language: pdf.catalog.lookup(PDFName.of('Lang'))?.toString() ?? '',
      showsTitle: /DisplayDocTitle true/u.test(pdf.catalog.lookup(PDFName.of('ViewerPreferences'))?.toString() ?? ''),
      structure: readStructure(run('pdfinfo', '-struct-text', file)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readInfo(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const match = /^([^:]+):\s*(.*)$/u.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
    }),
  );
}

function readFonts(text: string): MeasuredPdf['fonts'] {
  return text
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.slice(0, 36).trim(), flags: line.slice(72, 83).replace(/\s+/gu, ' ').trim() }));
}

type PlainLine = Omit<MeasuredLine, 'face'>;

function readLines(html: string): readonly PlainLine[] {
  return html
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [
        ...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/gu),
      ].map(([, x1, y1, x2, y2, words = '']): PlainLine => ({
        page: index + 1,
        text: [...words.matchAll(/<word [^>]*>([^<]*)<\/word>/gu)].map((match) => unescape(match[1] ?? '')).join(' '),
        x1: Number(x1),
        x2: Number(x2),
        y1: Number(y1),
        y2: Number(y2),
        size: Math.round(((Number(y2) - Number(y1)) / LINE_OF_SIZE) * 10) / 10,
      })),
    );
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

type FaceAt = { readonly page: number; readonly x: number; readonly y: number; readonly face: string };

/** Where stretches of text begin (baseline) and in which font, as pdf.js reads them. */
async function readFaces(bytes: Uint8Array): Promise<readonly FaceAt[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const found: FaceAt[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getOperatorList();
    const { height } = page.getViewport({ scale: 1 });
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const font = page.commonObjs.get(item.fontName) as { name: string };
      const [, , , , x, y] = item.transform as number[];
      found.push({ page: number, x: x ?? 0, y: height - (y ?? 0), face: faceOf(font.name) });
    }
  }
  await pdf.destroy();
  return found;
}

function faceOf(name: string): string {
  return /BoldItalic$/u.test(name)
    ? 'bold-italic'
    : /Bold$/u.test(name)
      ? 'bold'
      : /Italic$/u.test(name)
        ? 'italic'
        : 'regular';
}

function addFaces(lines: readonly PlainLine[], faces: readonly FaceAt[]): readonly MeasuredLine[] {
  return lines.map((line) => {
    const near = faces.find(
      ({ page, x, y }) => page === line.page && Math.abs(x - line.x1) < 2 && y > line.y1 && y < line.y2 + 1,
    );
    return { ...line, face: near?.face ?? 'unknown' };
  });
}

/** Straight lines of the content stream: `x y m x y l S`. */
function readRules(page: PDFPage, number: number, height: number): readonly MeasuredRule[] {
  const content = page.node.Contents();
  const streams = content instanceof PDFArray ? content.asArray() : content === undefined ? [] : [content];
  const text = streams
    .map((each) => (each instanceof PDFRef ? page.doc.context.lookup(each) : each))
    .map((stream) => (stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : ''))
    .join('\n');
  return [...text.matchAll(/([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S/gu)].map(([, x1, y1, x2, y2]) => ({
    page: number,
    x1: Number(x1),
    y1: height - Number(y1),
    x2: Number(x2),
    y2: height - Number(y2),
  }));
}

function readStructure(text: string): MeasuredPdf['structure'] {
  const found: { role: string; text: string }[] = [];
  for (const line of text.split('\n')) {
    const words = /^\s*"(.*)"$/su.exec(line)?.[1];
    const role = /^\s*([A-Z][A-Za-z0-9]*)(?::| \(|$)/u.exec(line)?.[1];
    const last = found.at(-1);
    if (words !== undefined && last !== undefined) last.text += words;
    else if (role !== undefined && !line.includes('/')) found.push({ role, text: '' });
  }
  return found;
}
