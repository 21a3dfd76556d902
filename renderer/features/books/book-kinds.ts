import type { TablePage } from '#renderer/paper/books/table-book.ts';

/** Books that can be printed; books of outgoing papers by their register. */
export type BookKind =
  | { readonly kind: 'incoming' | 'petition' | 'handover' | 'incoming-secret' | 'outgoing-secret' | 'handover-secret' }
  | { readonly kind: 'outgoing'; readonly registerId: string };

/** Sorts of books whatever the register. */
export type BookSort = BookKind['kind'];

const OUTGOING = 'outgoing:';

/** The book behind a choice on the screen; the incoming one when the choice says nothing known. */
export function bookOfChoice(choice: string): BookKind {
  if (choice.startsWith(OUTGOING)) return { kind: 'outgoing', registerId: choice.slice(OUTGOING.length) };
  const found = plainKinds.find((kind) => kind === choice);
  return { kind: found ?? 'incoming' };
}

/** The choice on the screen for a register of outgoing papers. */
export function choiceOfRegister(registerId: string): string {
  return `${OUTGOING}${registerId}`;
}

/** Books every office has. */
export const plainKinds = [
  'incoming',
  'petition',
  'handover',
  'incoming-secret',
  'outgoing-secret',
  'handover-secret',
] as const;

/** Sheets a book may be printed on, the usual one first. */
export function pagesOf(sort: BookSort): readonly TablePage[] {
  return sort === 'handover' || sort === 'handover-secret'
    ? ['A4-portrait', 'A4-landscape']
    : ['A4-landscape', 'A3-landscape'];
}
