import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';
import { isIntroductionBook } from '#shared/domain/transfer/introduction.ts';
import type { RegisterFields } from '#shared/domain/register/register-record.ts';

type Book = Pick<RegisterFields, 'book' | 'bodyId' | 'regime' | 'counting' | 'closedOn' | 'origin'>;

/**
 * The one book a paper of this body and regime is numbered in without asking; undefined when there is none or more than one, and somebody must say.
 * Closed books, those of former offices, those of a congress (one series for all types) and the book of introductions are never taken unasked.
 */
export function soleBookOf<T extends Book>(
  books: readonly T[],
  paper: { readonly bodyId: string | null; readonly regime: DocumentRegime },
): T | undefined {
  const fitting = books.filter(
    ({ book, bodyId, regime, counting, closedOn, origin }) =>
      book === 'outgoing' &&
      bodyId === paper.bodyId &&
      regime === paper.regime &&
      counting !== 'term' &&
      !isIntroductionBook({ book, regime, counting }) &&
      closedOn === null &&
      origin === '',
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
