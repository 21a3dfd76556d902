import { rgb, type PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';
import type { PaperText } from './paper-text.ts';

/** The four faces papers are set in. */
export type PaperFonts = { readonly regular: PDFFont; readonly bold: PDFFont; readonly italic: PDFFont };

const mm = 72 / 25.4;
// A4; margins of Hướng dẫn 05-HD/VPTW: top and bottom 20, left 30, right 15 mm.
const page = {
  width: 210 * mm,
  height: 297 * mm,
  top: 20 * mm,
  bottom: 20 * mm,
  left: 30 * mm,
  right: 15 * mm,
} as const;
const left = { from: page.left, to: page.left + 74 * mm } as const;
const right = { from: page.left + 76 * mm, to: page.width - page.right } as const;
const leading = 19;
const ink = rgb(0, 0, 0);

/** Draws a paper in Party (or State) layout over as many pages as it takes, each marked as sample. */
export function layOutPaper(pdf: PDFDocument, fonts: PaperFonts, text: PaperText): void {
  const sheet = createSheet(pdf, fonts);
  drawHead(sheet, fonts, text);
  if (text.addressee !== '') sheet.centred(text.addressee, fonts.regular, 14, 12);
  for (const paragraph of text.paragraphs) {
    sheet.paragraph(paragraph.text, paragraph.kind === 'heading' ? fonts.bold : fonts.regular);
  }
  drawFoot(sheet, fonts, text);
}

type Sheet = {
  readonly centred: (text: string, font: PDFFont, size: number, before?: number) => void;
  readonly paragraph: (text: string, font: PDFFont) => void;
  /** Draws lines of a column at a height; gives the height under them. */
  readonly column: (
    lines: readonly (readonly [text: string, font: PDFFont, size: number])[],
    column: { readonly from: number; readonly to: number },
    y: number,
    align?: 'left',
  ) => number;
  readonly rule: (from: number, to: number, y: number) => void;
  readonly y: () => number;
  readonly moveTo: (y: number) => void;
  /** Goes to a new page when less than this is left. */
  readonly need: (height: number) => void;
};

function createSheet(pdf: PDFDocument, fonts: PaperFonts): Sheet {
  let current: PDFPage = pdf.addPage([page.width, page.height]);
  let y = page.height - page.top;
  let count = 1;
  const stamp = (): void => {
    current.drawText('Tài liệu mẫu, nội dung giả định', {
      x: page.left,
      y: 10 * mm,
      size: 8,
      font: fonts.italic,
      color: rgb(0.45, 0.45, 0.45),
    });
    if (count > 1)
      current.drawText(String(count), { x: page.width / 2, y: page.height - 12 * mm, size: 13, font: fonts.regular });
  };
  const need = (height: number): void => {
    if (y - height > page.bottom) return;
    current = pdf.addPage([page.width, page.height]);
    count += 1;
    y = page.height - page.top;
    stamp();
  };
  stamp();
  const draw = (text: string, x: number, at: number, font: PDFFont, size: number): void =>
    current.drawText(text, { x, y: at, size, font, color: ink });
  return {
    need,
    y: () => y,
    moveTo: (to) => void (y = to),
    rule: (from, to, at) =>
      current.drawLine({ start: { x: from, y: at }, end: { x: to, y: at }, thickness: 0.8, color: ink }),
    column: (lines, { from, to }, at, align) => {
      let height = at;
      for (const [text, font, size] of lines) {
        for (const line of wrap(text, font, size, to - from)) {
          draw(
            line,
            align === 'left' ? from : from + (to - from - font.widthOfTextAtSize(line, size)) / 2,
            height,
            font,
            size,
          );
          height -= size * 1.25;
        }
      }
      return height;
    },
    centred: (text, font, size, before = 0) => {
      y -= before;
      for (const line of wrap(text, font, size, page.width - page.left - page.right - 20 * mm)) {
        need(leading);
        draw(
          line,
          page.left + (page.width - page.left - page.right - font.widthOfTextAtSize(line, size)) / 2,
          y,
          font,
          size,
        );
        y -= size * 1.3;
      }
    },
    paragraph: (text, font) => {
      const size = 14;
      const width = page.width - page.left - page.right;
      y -= 6;
      const lines = wrap(text, font, size, width, 10 * mm);
      for (const [index, line] of lines.entries()) {
        need(leading);
        const indent = index === 0 ? 10 * mm : 0;
        drawJustified(
          current,
          line,
          page.left + indent,
          y,
          font,
          size,
          index === lines.length - 1 ? 0 : width - indent,
        );
        y -= leading;
      }
    },
  };
}

function drawHead(sheet: Sheet, fonts: PaperFonts, text: PaperText): void {
  const top = sheet.y() - 4;
  const star: readonly [string, PDFFont, number][] = text.isParty
    ? [['*', fonts.regular, 14]]
    : [
        ['_______', fonts.regular, 10],
        ['', fonts.regular, 5],
      ];
  const parent: readonly [string, PDFFont, number][] = text.parent === '' ? [] : [[text.parent, fonts.regular, 13]];
  const letter: readonly [string, PDFFont, number][] = text.title === '' ? [[text.abstract, fonts.italic, 12]] : [];
  const mark: readonly [string, PDFFont, number][] = text.mark === '' ? [] : [[text.mark, fonts.bold, 13]];
  const stamp: readonly [string, PDFFont, number][] = text.stamp === '' ? [] : [[text.stamp, fonts.bold, 14]];
  const leftEnd = sheet.column(
    [...parent, [text.issuer, fonts.bold, 13], ...star, [text.number, fonts.regular, 14], ...letter, ...stamp, ...mark],
    left,
    top,
  );
  const nation: readonly [string, PDFFont, number][] = text.isParty
    ? [['ĐẢNG CỘNG SẢN VIỆT NAM', fonts.bold, 15]]
    : [
        ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', fonts.bold, 12],
        ['Độc lập - Tự do - Hạnh phúc', fonts.bold, 13],
      ];
  const nationEnd = sheet.column(nation, right, top);
  const [last, font, size] = nation.at(-1) ?? ['', fonts.bold, 15];
  const half = font.widthOfTextAtSize(last, size) / 2;
  const middle = (right.from + right.to) / 2;
  sheet.rule(middle - half, middle + half, nationEnd + size * 0.95);
  const rightEnd = sheet.column([[text.placeAndDate, fonts.italic, 14]], right, nationEnd - 10);
  sheet.moveTo(Math.min(leftEnd, rightEnd) - 18);
  if (text.title === '') return;
  sheet.centred(text.title, fonts.bold, 15);
  sheet.centred(text.abstract, fonts.bold, 14);
  sheet.centred(text.isParty ? '-----' : '_______', fonts.regular, 12);
}

function drawFoot(sheet: Sheet, fonts: PaperFonts, text: PaperText): void {
  sheet.need(150);
  const top = sheet.y() - 16;
  const items = text.recipients.map((item): [string, PDFFont, number] => [item, fonts.regular, text.isParty ? 12 : 11]);
  sheet.column(
    [['Nơi nhận:', text.isParty ? fonts.regular : fonts.italic, text.isParty ? 14 : 12], ...items],
    left,
    top,
    'left',
  );
  if (text.isParty) sheet.rule(left.from, left.from + fonts.regular.widthOfTextAtSize('Nơi nhận:', 14), top - 2);
  const [authority = '', ...posts] = text.signing;
  const end = sheet.column(
    [
      [authority, fonts.bold, 14],
      ...posts.map((post): [string, PDFFont, number] => [post, text.isParty ? fonts.regular : fonts.bold, 14]),
    ],
    right,
    top,
  );
  sheet.column([[text.signer, fonts.bold, 14]], right, end - 58);
}

/** Breaks text into lines no wider than `width`; the first line is shorter by `indent`. */
function wrap(text: string, font: PDFFont, size: number, width: number, indent = 0): readonly string[] {
  const lines: string[] = [];
  const space = widthOf(' ', font, size);
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word, font, size);
    if (line !== '' && used + space + wide > width - (lines.length === 0 ? indent : 0)) {
      lines.push(line);
      [line, used] = [word, wide];
    } else [line, used] = line === '' ? [word, wide] : [`${line} ${word}`, used + space + wide];
  }
  return [...lines, line];
}

const known = new WeakMap<PDFFont, Map<string, number>>();

/** Width of a word, which is measured once: shaping is most of the work of a page. */
function widthOf(word: string, font: PDFFont, size: number): number {
  const words = known.get(font) ?? new Map<string, number>();
  known.set(font, words);
  const wide = words.get(word) ?? font.widthOfTextAtSize(word, 1000);
  words.set(word, wide);
  return (wide * size) / 1000;
}

/** Draws a line word by word, spread to `width`; as it falls when `width` is 0. */
function drawJustified(
  sheet: PDFPage,
  line: string,
  x: number,
  y: number,
  font: PDFFont,
  size: number,
  width: number,
): void {
  const words = line.split(' ');
  if (width === 0 || words.length < 2) {
    sheet.drawText(line, { x, y, size, font, color: ink });
    return;
  }
  const gap = (width - words.reduce((sum, word) => sum + widthOf(word, font, size), 0)) / (words.length - 1);
  let at = x;
  for (const [index, word] of words.entries()) {
    // The space is drawn too, so that text taken out of the file keeps its words apart.
    sheet.drawText(index < words.length - 1 ? `${word} ` : word, { x: at, y, size, font, color: ink });
    at += widthOf(word, font, size) + gap;
  }
}
