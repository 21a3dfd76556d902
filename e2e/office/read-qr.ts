import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';

/** Dots to the inch a page is drawn with, as a modest scanner or telephone sees it. */
const DPI = 110;

/** What the first QR code on each of these pages of a PDF says, read off the drawn page as a telephone reads paper; empty where none is found. */
export function readQrCodes(bytes: Uint8Array, pages: readonly number[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hosoxa-qr-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return pages.map((page) => {
      const at = String(page);
      const drawn = join(folder, `page-${at}`);
      execFileSync('pdftoppm', ['-gray', '-singlefile', '-r', String(DPI), '-f', at, '-l', at, file, drawn]);
      return readPicture(new Uint8Array(readFileSync(`${drawn}.pgm`)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the code in a picture of the form PGM (P5, one byte a dot). */
function readPicture(picture: Uint8Array): string {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(new TextDecoder('latin1').decode(picture.subarray(0, 64)));
  if (head === null) throw new Error('not a picture of the form PGM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dots = picture.subarray(head[0].length);
  const colours = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    colours.fill(dots[at] ?? 255, at * 4, at * 4 + 3);
    colours[at * 4 + 3] = 255;
  }
  return jsQR(colours, width, height)?.data ?? '';
}
