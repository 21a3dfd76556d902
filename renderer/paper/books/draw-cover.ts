import type { PaperFace } from '../fonts.ts';
import type { TaggedPdf } from '../pdf/tagged-pdf.ts';
import type { SheetSize } from './sheet-size.ts';
import type { TableCover } from './table-book.ts';
import { wrapText } from './wrap-text.ts';

const FRAME = 24;

/** The cover of a book (bìa sổ): the body, the book's name, what it covers, its volume, in a frame. */
export function drawCover(pdf: TaggedPdf, cover: TableCover, { width, height }: SheetSize): void {
  const page = pdf.addPage(width, height);
  const [right, bottom] = [width - FRAME, height - FRAME];
  page.rule({ x1: FRAME, y1: FRAME, x2: right, y2: FRAME, width: 1.2 });
  page.rule({ x1: FRAME, y1: bottom, x2: right, y2: bottom, width: 1.2 });
  page.rule({ x1: FRAME, y1: FRAME, x2: FRAME, y2: bottom, width: 1.2 });
  page.rule({ x1: right, y1: FRAME, x2: right, y2: bottom, width: 1.2 });
  const write = (role: 'H1' | 'P', words: string, face: PaperFace, size: number, top: number): number => {
    const tag = pdf.tag(role);
    let y = top;
    for (const line of wrapText(words, width - FRAME * 4, (part) => pdf.measure(part, face, size))) {
      const x = (width - pdf.measure(line, face, size)) / 2;
      page.write(tag, { pieces: [{ text: line, face }], x, y, size });
      y += size * 1.3;
    }
    return y;
  };
  write('P', cover.body, 'bold', 15, 90);
  let y = write('H1', cover.title, 'bold', 28, height / 2 - 60) + 12;
  for (const line of cover.lines) y = write('P', line, 'regular', 14, y) + 6;
  write('P', cover.foot, 'regular', 14, height - 80);
}
