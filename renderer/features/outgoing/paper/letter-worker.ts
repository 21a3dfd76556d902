import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperFonts } from '#renderer/paper/fonts.ts';
import { makeLetterPdf } from '#renderer/paper/letter/make-letter-pdf.ts';

/** What the page asks for; the fonts come with the first order only. */
export type LetterOrder = {
  readonly ticket: number;
  readonly facts: PaperFacts;
  readonly content: PaperContent;
  readonly createdAtMs: number;
  readonly fonts?: PaperFonts;
};

/** The paper, or that it could not be made. */
export type LetterAnswer = { readonly ticket: number; readonly bytes: Uint8Array<ArrayBuffer> | null };

let fonts: PaperFonts | undefined;

/* Makes papers beside the page, so that typing never waits for one. */
self.addEventListener('message', ({ data }: MessageEvent<LetterOrder>) => {
  fonts = data.fonts ?? fonts;
  void make(data);
});

async function make({ ticket, facts, content, createdAtMs }: LetterOrder): Promise<void> {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  try {
    if (fonts === undefined) throw new Error('the first order brings the fonts');
    bytes = new Uint8Array(await makeLetterPdf(facts, content, fonts, { createdAt: new Date(createdAtMs) }));
  } catch (error) {
    console.error('the paper could not be made', error);
  }
  self.postMessage({ ticket, bytes } satisfies LetterAnswer, { transfer: bytes === null ? [] : [bytes.buffer] });
}
