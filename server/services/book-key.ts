import type { SyncRecord } from '#shared/sync/record.ts';

/**
 * Under which name the ledger keeps the numbers of a register of what comes in: that of its book, and of a book that a merged commune brought along also its
 * former office. So the numbers of both run beside each other, and each is given once. Empty where the register says nothing.
 */
export function bookKeyOf({ f }: Pick<SyncRecord, 'f'>): string {
  const book = f['book']?.v;
  const office = f['formerOffice']?.v;
  if (typeof book !== 'string') return '';
  return book === 'outgoing' || typeof office !== 'string' || office === '' ? book : `${book}@${office}`;
}

/** The book of such a name, without the former office. */
export function bookOfKey(key: string): string {
  return key.split('@')[0] ?? key;
}
