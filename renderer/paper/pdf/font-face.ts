import type { PDFDocument, PDFRef } from 'pdf-lib';
import type { PaperFace } from '../fonts.ts';
import { PLAIN } from './parsed-font.ts';

/** A face embedded in a PDF: only the glyphs that are written end up in the file. */
export type FontFace = {
  readonly ref: PDFRef;
  /** Codes of a text as the hexadecimal digits a content stream takes. */
  readonly encode: (text: string) => string;
};

const tags: Readonly<Record<PaperFace, string>> = {
  regular: 'HSXAAA+LiberationSerif',
  bold: 'HSXAAB+LiberationSerif-Bold',
  italic: 'HSXAAC+LiberationSerif-Italic',
  'bold-italic': 'HSXAAD+LiberationSerif-BoldItalic',
};

/** Embeds a face under a name with a subset tag, as ISO 32000-1, 9.6.4 asks. */
export async function embedFace(pdf: PDFDocument, face: PaperFace, bytes: Uint8Array): Promise<FontFace> {
  const font = await pdf.embedFont(bytes, { subset: true, customName: tags[face], features: PLAIN });
  const codes = new Map<string, string>();
  return {
    ref: font.ref,
    encode: (text) => {
      let hex = '';
      for (const letter of text) {
        let code = codes.get(letter);
        if (code === undefined) {
          code = font.encodeText(letter).asString();
          codes.set(letter, code);
        }
        hex += code;
      }
      return hex;
    },
  };
}
