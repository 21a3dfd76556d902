import { readFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { layOutPaper, type PaperFonts } from './paper-layout.ts';
import { writePaper, type PaperFacts } from './paper-text.ts';
import { createRandom, type Random } from './random.ts';

/** What paper to make. */
export type PaperOrder = {
  readonly seed: string | number;
  /** The register line the paper belongs to. */
  readonly facts: PaperFacts;
  /** Prints the stamp of a State secret on it, for tests that such a file is refused. */
  readonly stamp?: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
  /** Exact size in bytes, as a scan or an appendix would make it; the paper's own size when absent or smaller than it (about 50 KB). */
  readonly sizeBytes?: number;
};

const fontFolder = new URL('../../build/fonts/liberation-serif/', import.meta.url);
const fontFiles = {
  regular: 'LiberationSerif-Regular.ttf',
  bold: 'LiberationSerif-Bold.ttf',
  italic: 'LiberationSerif-Italic.ttf',
} as const;
let fontBytes: Promise<Readonly<Record<keyof typeof fontFiles, Uint8Array>>> | undefined;

/** Makes a plausible unsigned paper of one to four pages for a register line, marked as sample. Same order, same bytes. */
export async function generatePdf(order: PaperOrder): Promise<Uint8Array> {
  const random = createRandom(`paper/${order.seed}`);
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const day = new Date(`${(order.facts.issuedOn ?? '2026').padEnd(10, '-01')}T02:00:00Z`);
  pdf.setTitle(order.facts.abstract);
  pdf.setSubject(order.facts.symbol);
  pdf.setProducer('Hồ sơ xã, bộ dữ liệu mẫu');
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  const fonts = await embedFonts(pdf);
  layOutPaper(
    pdf,
    fonts,
    writePaper(
      order.facts,
      random.weighted([
        [4, 45],
        [8, 30],
        [14, 15],
        [22, 10],
      ]),
      random,
      order.stamp,
    ),
  );
  const plain = await pdf.save({ useObjectStreams: false });
  return order.sizeBytes === undefined || order.sizeBytes <= plain.length
    ? plain
    : pad(pdf, plain.length, order.sizeBytes, random);
}

async function embedFonts(pdf: PDFDocument): Promise<PaperFonts> {
  fontBytes ??= readFonts();
  const bytes = await fontBytes;
  const embed = async (face: keyof typeof fontFiles): Promise<PaperFonts['regular']> =>
    pdf.embedFont(bytes[face], { subset: true });
  return { regular: await embed('regular'), bold: await embed('bold'), italic: await embed('italic') };
}

async function readFonts(): Promise<Readonly<Record<keyof typeof fontFiles, Uint8Array>>> {
  const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(new URL(name, fontFolder)));
  return {
    regular: await read(fontFiles.regular),
    bold: await read(fontFiles.bold),
    italic: await read(fontFiles.italic),
  };
}

/** Brings the file to its size with a stream of noise that no page shows: it does not compress, like a scan. */
async function pad(pdf: PDFDocument, plainSize: number, sizeBytes: number, random: Random): Promise<Uint8Array> {
  const ref = pdf.context.nextRef();
  let length = Math.max(0, sizeBytes - plainSize);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    pdf.context.assign(ref, PDFRawStream.of(pdf.context.obj({}), noise(length, random)));
    const bytes = await pdf.save({ useObjectStreams: false });
    const off = sizeBytes - bytes.length;
    if (off === 0 || length + off < 0) return bytes;
    length += off;
  }
  throw new Error(`no file of exactly ${sizeBytes} bytes could be made`);
}

function noise(length: number, random: Random): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4));
  let state = random.int(1, 0x7fffffff);
  for (let index = 0; index < words.length; index += 1) {
    // xorshift32: fast, and never the same block twice in a file of this size.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state >>> 0;
  }
  return new Uint8Array(words.buffer, 0, length);
}
