import {
  readHandoverLines,
  readIncomingLines,
  readOutgoingLines,
  readSecretOutgoingLines,
  type BookDays,
} from '#renderer/data/books/read-book-lines.ts';
import type { Office } from '#renderer/data/office.ts';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { handoverCells, incomingCells, outgoingCells, petitionCells } from './book-cells.ts';
import type { BookKind } from './book-kinds.ts';
import { addHandover, addIncoming, addOutgoing, noSums, type BookSums } from './book-sums.ts';

const AT_ONCE = 1000;

/** A slice of a book's rows, with the sums so far. */
export type BookSlice = { readonly rows: TableBook['rows']; readonly sums: BookSums };

/** Reads a book a slice at a time: cells as they are printed. */
export async function* readBook(
  office: Office,
  book: BookKind,
  days: BookDays,
  names: KnownNames,
): AsyncIterable<BookSlice> {
  let sums = noSums;
  switch (book.kind) {
    case 'incoming':
    case 'incoming-secret':
    case 'petition':
      for await (const lines of readIncomingLines(office, book.kind, days)) {
        const cells = book.kind === 'petition' ? petitionCells : incomingCells;
        sums = lines.reduce(addIncoming, sums);
        yield { rows: lines.map((line) => cells(line, names)), sums };
      }
      return;
    case 'outgoing':
    case 'outgoing-secret': {
      const lines =
        book.kind === 'outgoing'
          ? await readOutgoingLines(office, book.registerId, days)
          : await readSecretOutgoingLines(office, days);
      for (let from = 0; from < lines.length; from += AT_ONCE) {
        const slice = lines.slice(from, from + AT_ONCE);
        sums = slice.reduce(addOutgoing, sums);
        yield { rows: slice.map(outgoingCells), sums };
      }
      return;
    }
    case 'handover':
    case 'handover-secret': {
      const lines = await readHandoverLines(office, book.kind === 'handover-secret', days);
      for (let from = 0; from < lines.length; from += AT_ONCE) {
        const slice = lines.slice(from, from + AT_ONCE);
        sums = slice.reduce(addHandover, sums);
        yield { rows: slice.map((line) => handoverCells(line, names)), sums };
      }
    }
  }
}
