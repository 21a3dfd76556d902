import type { Office } from '../office.ts';
import { listRegisters, readBookLease, type BookLease } from '../registers/book-lease.ts';
import type { RegisterRow } from '../rows.ts';

/**
 * Who numbers papers in a book of what comes in (see `BookLease`). `registerId` is null until the first sync, and in an office that
 * has no such book yet.
 */
export type Lease = BookLease & { readonly registerId: string | null };

/** The book papers that come in are numbered in now: the office's own, in use. Books of merged communes are closed or named by their origin. */
export async function findBookOfArrivals(
  office: Office,
  book: 'incoming' | 'petition',
): Promise<RegisterRow | undefined> {
  const inUse = await listRegisters(office, book);
  return inUse.find(({ origin }) => origin === '') ?? inUse[0];
}

/** The standing of that book's lease as this PC knows it. */
export async function readLease(office: Office, book: 'incoming' | 'petition' = 'incoming'): Promise<Lease> {
  const register = await findBookOfArrivals(office, book);
  if (register === undefined) return { registerId: null, holder: 'nobody', holderName: null };
  return { registerId: register.id, ...(await readBookLease(office, register)) };
}
