/** fontkit ships no types; pdf-lib says what it needs of it. */
declare module 'fontkit' {
  import type { PDFDocument } from 'pdf-lib';
  /** Reads a font from its bytes. */
  export const create: Parameters<PDFDocument['registerFontkit']>[0]['create'];
}
