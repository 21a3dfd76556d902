import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measure } from '../fonts.ts';
import { breakLines } from './break-lines.ts';
import type { PdfPiece } from './page-content.ts';

const measure: Measure = (text, face, size) => text.length * size * (face === 'bold' ? 0.6 : 0.5);
const piece: fc.Arbitrary<PdfPiece> = fc.record({
  text: fc.string({ unit: fc.constantFrom('đ', 'ả', 'n', 'g', ' ', ' ', '-', '\n'), maxLength: 60 }),
  face: fc.constantFrom('regular', 'bold'),
});
const textOf = (pieces: readonly PdfPiece[]): string => pieces.map(({ text }) => text).join('');

test('no letter is lost or moved, whatever the text and the width', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 20, max: 400 }), (pieces, width) => {
      const lines = breakLines(pieces, 10, width, measure, 15);
      expect(
        lines
          .map((line) => textOf(line.pieces))
          .join('')
          .replace(/\s/g, ''),
      ).toBe(textOf(pieces).normalize('NFC').replace(/\s/g, ''));
    }),
  );
});

test('no line is wider than its room, and its width is that of its letters', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.integer({ min: 40, max: 400 }), (pieces, width) => {
      for (const [index, line] of breakLines(pieces, 10, width, measure, 15).entries()) {
        expect(line.width).toBeLessThanOrEqual(width - (index === 0 ? 15 : 0) + 0.02);
        const drawn = line.pieces.reduce((sum, each) => sum + measure(each.text, each.face, 10), 0);
        const trailing = /\s$/.test(textOf(line.pieces)) ? measure(' ', line.pieces.at(-1)?.face ?? 'regular', 10) : 0;
        expect(line.width).toBeCloseTo(drawn - trailing, 5);
      }
    }),
  );
});

test('words that are broken apart keep a space between them, and only the last line stands unstretched', () => {
  const lines = breakLines([{ text: 'một hai ba bốn năm', face: 'regular' }], 10, 40, measure);
  expect(lines.map((line) => textOf(line.pieces))).toEqual(['một hai ', 'ba bốn ', 'năm']);
  expect(lines.map((line) => line.isLast)).toEqual([false, false, true]);
});
