import type { PlainDate } from '#shared/base/plain-date.ts';
import { yearOf } from '#shared/base/partial-date.ts';
import type { Book } from '#shared/domain/document/document-record.ts';
import type { OfficeDatabase } from '../database.ts';

/** Key of a book's year: numbers restart each 1 January (domain.md 2.1). */
export function numbersKey(book: Book, receivedOn: PlainDate): string {
  return `${book}:${String(yearOf(receivedOn))}`;
}

/** Whether a number is taken. */
export function isUsed(used: Uint8Array | undefined, number: number): boolean {
  return (((used?.[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
}

/** Highest number taken; undefined in an empty year. */
export function highestUsed(used: Uint8Array | undefined): number | undefined {
  if (used === undefined) return undefined;
  for (let at = used.length - 1; at >= 0; at -= 1) {
    const byte = used[at] ?? 0;
    if (byte !== 0) return at * 8 + 31 - Math.clz32(byte);
  }
  return undefined;
}

/** The set with more numbers taken; a new array, rounded up so that it seldom grows. */
export function withUsed(used: Uint8Array | undefined, numbers: readonly number[]): Uint8Array {
  const needed = (Math.max(0, ...numbers) >> 3) + 1;
  const length = Math.max(used?.length ?? 0, Math.ceil(needed / 256) * 256);
  const grown = new Uint8Array(length);
  if (used !== undefined) grown.set(used);
  for (const number of numbers) grown[number >> 3] = (grown[number >> 3] ?? 0) | (1 << (number & 7));
  return grown;
}

/** Marks numbers as taken, inside the caller's transaction over `localNumbers`. A number once used stays used. */
export async function noteNumbers(db: OfficeDatabase, numbers: ReadonlyMap<string, readonly number[]>): Promise<void> {
  for (const [key, list] of numbers) {
    const row = await db.localNumbers.get(key);
    if (list.every((number) => isUsed(row?.used, number))) continue;
    await db.localNumbers.put({ key, used: withUsed(row?.used, list) });
  }
}

/** Frees numbers of a write that did not come about, inside the caller's transaction over `localNumbers`. */
export async function freeNumbers(db: OfficeDatabase, numbers: ReadonlyMap<string, readonly number[]>): Promise<void> {
  for (const [key, list] of numbers) {
    const row = await db.localNumbers.get(key);
    if (row === undefined) continue;
    const used = row.used.slice();
    for (const number of list) used[number >> 3] = (used[number >> 3] ?? 0) & ~(1 << (number & 7));
    await db.localNumbers.put({ key, used });
  }
}
