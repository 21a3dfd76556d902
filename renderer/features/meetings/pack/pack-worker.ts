import type { PackPartName } from '#renderer/messages/meeting-pack.ts';
import type { PaperFonts } from '#renderer/paper/fonts.ts';
import { appendFiles, openAppended, type AppendedFile, type OpenedFile } from '#renderer/paper/meeting/append-files.ts';
import { meetingPack } from '#renderer/paper/meeting/meeting-pack.ts';
import type { PackFacts } from '#renderer/paper/meeting/pack-facts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';

/** What the page orders. Papers name their files by index. */
export type PackOrder = {
  readonly facts: PackFacts;
  readonly parts: readonly PackPartName[];
  readonly named: boolean;
  readonly files: readonly AppendedFile[];
  readonly fonts: PaperFonts;
  readonly createdAtMs: number;
};

/** The pack, and names of files that could not be put into it; null when it cannot be made. */
export type PackAnswer = {
  readonly made: { readonly bytes: Uint8Array<ArrayBuffer>; readonly refused: readonly string[] } | null;
};

/* Makes one pack beside the page and is ended: what a file from outside does, it does here. */
self.addEventListener('message', ({ data }: MessageEvent<PackOrder>) => {
  make(data)
    .then((made) => tell({ made }))
    .catch((error: unknown) => {
      console.error('the papers of the meeting could not be made', error);
      tell({ made: null });
    });
});

async function make(order: PackOrder): Promise<NonNullable<PackAnswer['made']>> {
  const { fonts, files } = order;
  const opened = await Promise.all(files.map((file) => openAppended(file).catch(() => null)));
  const good = opened.filter((file): file is OpenedFile => file !== null);
  const refused = files.filter((_, i) => opened[i] === null).map(({ name }) => name);
  // Papers whose file could not be opened are printed apart; the others move up.
  const place = (index: number | null): number | null => {
    const file = index === null ? undefined : opened[index];
    return file === undefined || file === null ? null : good.indexOf(file);
  };
  const facts = { ...order.facts, papers: order.facts.papers.map((paper) => ({ ...paper, file: place(paper.file) })) };
  const choice = { parts: new Set(order.parts), named: order.named };
  const { sheet } = meetingPack(
    facts,
    choice,
    good.map(({ pages }) => pages),
    fonts,
  );
  const pdf = await makeSheetPdf(sheet, fonts, new Date(order.createdAtMs));
  return { bytes: new Uint8Array(await appendFiles(pdf, good, fonts)), refused };
}

function tell(answer: PackAnswer): void {
  self.postMessage(answer, { transfer: answer.made === null ? [] : [answer.made.bytes.buffer] });
}
