import type { HandoverLine, IncomingLine, OutgoingLine } from '#renderer/data/books/read-book-lines.ts';
import { booksText } from '#renderer/messages/books.ts';
import type { BookSort } from './book-kinds.ts';

/** What is counted while a book is read, and said under its last line. Numbers: lowest and highest number of the book's lines. */
export type BookSums = {
  readonly count: number;
  readonly firstNumber: number | null;
  readonly lastNumber: number | null;
  readonly unnumbered: number;
  readonly withdrawn: number;
  readonly signedFor: number;
  readonly copies: number;
  readonly voided: number;
  readonly recalled: number;
  readonly entries: number;
  readonly returned: number;
};

export const noSums: BookSums = {
  count: 0,
  firstNumber: null,
  lastNumber: null,
  unnumbered: 0,
  withdrawn: 0,
  signedFor: 0,
  copies: 0,
  voided: 0,
  recalled: 0,
  entries: 0,
  returned: 0,
};

/** Counts a line of a book of what came in. */
export function addIncoming(sums: BookSums, { document, handover }: IncomingLine): BookSums {
  const { arrivalNumber } = document;
  return {
    ...withNumber(sums, arrivalNumber),
    count: sums.count + 1,
    unnumbered: sums.unnumbered + Number(arrivalNumber === null),
    withdrawn: sums.withdrawn + Number(document.withdrawn !== 'no'),
    signedFor: sums.signedFor + Number(handover !== undefined && handover.receivedAt !== null),
  };
}

/** Counts a line of a book of what went out; a void paper's copies do not count. */
export function addOutgoing(sums: BookSums, line: OutgoingLine): BookSums {
  if (line.kind === 'entry')
    return { ...withNumber(sums, line.number), entries: sums.entries + line.row.to - line.row.from + 1 };
  const { state, copies } = line.row;
  return {
    ...withNumber(sums, line.number),
    count: sums.count + 1,
    copies: sums.copies + (state === 'void' ? 0 : copies),
    voided: sums.voided + Number(state === 'void'),
    recalled: sums.recalled + Number(state === 'recalled'),
  };
}

/** Counts a step from hand to hand. */
export function addHandover(sums: BookSums, { handover }: HandoverLine): BookSums {
  return {
    ...sums,
    count: sums.count + 1,
    signedFor: sums.signedFor + Number(handover.receivedAt !== null),
    returned: sums.returned + Number(handover.state === 'returned' || handover.state === 'recalled'),
  };
}

/** The lines under a book: its count always, the rest where there is something to say. */
export function closingOf(sort: BookSort, sums: BookSums): readonly string[] {
  const { sums: text } = booksText;
  const some = (say: (n: number) => string, n: number): readonly string[] => (n === 0 ? [] : [say(n)]);
  switch (sort) {
    case 'handover':
    case 'handover-secret':
      return [
        [text.steps(sums.count), ...some(text.signedFor, sums.signedFor), ...some(text.returned, sums.returned)].join(
          ' ',
        ),
      ];
    case 'outgoing':
    case 'outgoing-secret':
      return [
        [text.papers(sums.count), ...some(text.copies, sums.copies)].join(' '),
        ...joined([
          ...some(text.voided, sums.voided),
          ...some(text.recalled, sums.recalled),
          ...some(text.entries, sums.entries),
        ]),
      ];
    default:
      return [
        (sort === 'petition' ? text.petitions : text.papers)(sums.count),
        ...joined([
          ...some(text.unnumbered, sums.unnumbered),
          ...some(text.withdrawn, sums.withdrawn),
          ...some(text.signedFor, sums.signedFor),
        ]),
      ];
  }
}

function joined(parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [parts.join(' ')];
}

function withNumber(sums: BookSums, number: number | null): BookSums {
  if (number === null) return sums;
  return {
    ...sums,
    firstNumber: sums.firstNumber === null ? number : Math.min(sums.firstNumber, number),
    lastNumber: sums.lastNumber === null ? number : Math.max(sums.lastNumber, number),
  };
}
