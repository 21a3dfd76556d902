import { useEffect, useState } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { formatTime } from '#renderer/ui/format-when.ts';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { bookFrame, type BookFacts } from './book-frame.ts';
import type { BookKind } from './book-kinds.ts';
import { TableMaker } from '#renderer/paper/books/table-maker.ts';
import { noSums } from './book-sums.ts';
import { readBook } from './read-book.ts';

/** Where a book in the making stands. `made` holds what is shown, printed and saved. */
export type BookState =
  | { readonly kind: 'reading'; readonly lines: number }
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'made';
      readonly key: string;
      readonly lines: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly source: ViewerSource;
      readonly workbook: () => Promise<Uint8Array<ArrayBuffer>>;
    };

/** Reads and makes a book anew whenever what is asked for changes; what was in the making is dropped. `undefined` facts: nothing is wanted yet. */
export function useBook(
  book: BookKind,
  facts: Omit<BookFacts, 'printedAt'> | undefined,
  names: KnownNames | undefined,
): BookState | undefined {
  const office = useOffice();
  const [state, setState] = useState<BookState>();
  const key = facts === undefined ? undefined : JSON.stringify({ book, facts });
  useEffect(() => {
    if (names === undefined || key === undefined) return undefined;
    // Asked for anew only when the question is another one, not with every drawing of the screen.
    const asked = JSON.parse(key) as { readonly book: BookKind; readonly facts: Omit<BookFacts, 'printedAt'> };
    let isWanted = true;
    const show = (next: BookState): void => {
      if (isWanted) setState(next);
    };
    const maker = new TableMaker({ onShare: (share) => show({ kind: 'making', share }) });
    const make = async (): Promise<void> => {
      const fonts = loadPaperFonts();
      let sums = noSums;
      let lines = 0;
      show({ kind: 'reading', lines });
      for await (const slice of readBook(office, asked.book, asked.facts.days, names)) {
        if (!isWanted) return;
        maker.add(slice.rows);
        ({ sums } = slice);
        lines += slice.rows.length;
        show({ kind: 'reading', lines });
      }
      const printedAt = sharedText.dateAt(formatTime(office.nowMs()), formatDate(office.today()));
      const frame = bookFrame({ ...asked.facts, printedAt }, sums);
      show({ kind: 'making', share: 0 });
      const bytes = await maker.pdf(frame, await fonts, asked.facts.body, office.nowMs());
      const blob = new Blob([bytes], { type: 'application/pdf' });
      const source: ViewerSource = { kind: 'bytes', bytes: blob };
      show({ kind: 'made', key, lines, bytes, source, workbook: () => maker.workbook(frame) });
    };
    make().catch((error: unknown) => {
      console.error(error);
      show({ kind: 'failed' });
    });
    return () => {
      isWanted = false;
      maker.end();
    };
  }, [office, names, key]);
  return state;
}
