import { RELEASE_REGISTER, TAKE_REGISTER, type RegisterBook } from '#shared/domain/register/register-record.ts';
import type { Office } from '../office.ts';
import type { RegisterRow } from '../rows.ts';

/**
 * Who numbers in a book. `asked`: this PC asked for the book and waits for the province's word. `holderName`: name of the PC that numbers, when it is
 * another one.
 */
export type BookLease = {
  readonly holder: 'this-pc' | 'other-pc' | 'nobody' | 'asked';
  readonly holderName: string | null;
};

/**
 * The standing of a book's lease as this PC knows it. A lease given back but not yet sent counts as given back: no number is given any more.
 * A book only this PC knows of, made here and never sent, is this PC's from the moment it asks for it: nobody else can number in it.
 */
export async function readBookLease({ db, device }: Office, register: RegisterRow): Promise<BookLease> {
  const own = await db.outbox.where('[type+id]').equals(['register', register.id]).toArray();
  const waiting = own.filter(({ kind, op }) => kind !== 'rejected' && op.t === 'cmd');
  const last = waiting.at(-1)?.op.f['command'];
  const isHolder = register.holderDevice === device.dev;
  const isOnlyHere = register.seq === 0 && register.holderDevice === null && last === TAKE_REGISTER;
  const gaveBack = waiting.some(({ op }) => op.f['command'] === RELEASE_REGISTER);
  if ((isHolder && !gaveBack) || isOnlyHere) return { holder: 'this-pc', holderName: device.name };
  if (register.holderDevice === null || isHolder)
    return { holder: last === TAKE_REGISTER ? 'asked' : 'nobody', holderName: null };
  const devices = await db.devices.toArray();
  return {
    holder: 'other-pc',
    holderName: devices.find(({ number }) => number === register.holderDevice)?.name ?? null,
  };
}

/** Books of the office in use, or all of them, by name. Closed and removed ones are left out of those in use. */
export async function listRegisters(
  { db, stream }: Office,
  book?: RegisterBook,
  which: 'in-use' | 'all' = 'in-use',
): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = await db.registers.where('stream').equals(stream).toArray();
  return rows
    .filter((row) => !row.removed && (book === undefined || row.book === book))
    .filter(({ closedOn }) => which === 'all' || closedOn === null)
    .sort((a, b) => a.book.localeCompare(b.book) || a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1));
}
