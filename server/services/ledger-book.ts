import type { FieldValue } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/**
 * Under which name the ledger keeps the numbers of a register of what comes in: that of its book, and of a book that a merged commune brought along also its
 * former office. So the numbers of both run beside each other, and each is given once.
 */
export function ledgerBookOf({ f }: Pick<SyncRecord, 'f'>): FieldValue | undefined {
  const book = f['book']?.v;
  const office = f['formerOffice']?.v;
  return typeof book !== 'string' || book === 'outgoing' || typeof office !== 'string' || office === ''
    ? book
    : `${book}@${office}`;
}

/** The book of a ledger's name, without its former office. */
export function bookOfLedger(ledgerBook: string): string {
  return ledgerBook.split('@')[0] ?? ledgerBook;
}
