import { addDays, daysBetween, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { yearOf } from '#shared/base/partial-date.ts';
import type { Book } from '#shared/domain/document/document-record.ts';
import type { OfficeDatabase } from '../database.ts';

/** A number a paper bears, and the day of that paper where the order of days matters (văn bản đi). */
export type TakenNumber = { readonly number: number; readonly day?: PlainDate };

/** Numbers taken, by the key of their series. */
export type TakenNumbers = ReadonlyMap<string, readonly TakenNumber[]>;

/** Days are kept as two bytes each, counted from this one. */
const FIRST_DAY = toPlainDate('2000-01-01');
const LAST_DAY = 0xff_ff;

/** Key of a year of a book of what comes in: numbers restart each 1 January (domain.md 2.1). */
export function numbersKey(book: Book, receivedOn: PlainDate): string {
  return `${book}:${String(yearOf(receivedOn))}`;
}

/** Key of a series of a book of outgoing papers. */
export function seriesKey(registerId: string, series: string): string {
  return `${registerId}:${series}`;
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

/** Latest day of the papers with lower numbers, and earliest of those with higher ones; undefined where there are none. */
export function neighbouringDays(
  days: Uint8Array | undefined,
  number: number,
): { readonly latestBelow: PlainDate | undefined; readonly earliestAbove: PlainDate | undefined } {
  let latest = 0;
  let earliest = LAST_DAY + 1;
  for (let at = 1; at * 2 < (days?.length ?? 0); at += 1) {
    const day = dayAt(days, at);
    if (day !== 0 && at < number) latest = Math.max(latest, day);
    if (day !== 0 && at > number) earliest = Math.min(earliest, day);
  }
  return {
    latestBelow: latest === 0 ? undefined : addDays(FIRST_DAY, latest),
    earliestAbove: earliest > LAST_DAY ? undefined : addDays(FIRST_DAY, earliest),
  };
}

/** The set with more numbers taken; a new array, rounded up so that it seldom grows. */
export function withUsed(used: Uint8Array | undefined, numbers: readonly number[]): Uint8Array {
  const grown = grownTo(used, (highest(numbers) >> 3) + 1);
  for (const number of numbers) grown[number >> 3] = (grown[number >> 3] ?? 0) | (1 << (number & 7));
  return grown;
}

/** Days of papers with more of them known, or changed; a new array. */
export function withDays(days: Uint8Array | undefined, taken: readonly TakenNumber[]): Uint8Array {
  const grown = grownTo(days, (highest(taken.map(({ number }) => number)) + 1) * 2);
  for (const { number, day } of taken) {
    const count = day === undefined ? 0 : Math.min(LAST_DAY, Math.max(1, daysBetween(FIRST_DAY, day)));
    grown[number * 2] = count & 0xff;
    grown[number * 2 + 1] = count >> 8;
  }
  return grown;
}

/** Marks numbers as taken, inside the caller's transaction over `localNumbers`. A number once used stays used. */
export async function noteNumbers(db: OfficeDatabase, numbers: TakenNumbers): Promise<void> {
  for (const [key, taken] of numbers) {
    const row = await db.localNumbers.get(key);
    if (taken.every((each) => isUsed(row?.used, each.number) && isKnownDay(row?.days, each))) continue;
    const used = withUsed(
      row?.used,
      taken.map(({ number }) => number),
    );
    const dated = taken.filter(({ day }) => day !== undefined);
    const days = dated.length === 0 ? row?.days : withDays(row?.days, dated);
    await db.localNumbers.put({ key, used, ...(days !== undefined && { days }) });
  }
}

/** Frees numbers of a write that did not come about, inside the caller's transaction over `localNumbers`. */
export async function freeNumbers(db: OfficeDatabase, numbers: TakenNumbers): Promise<void> {
  for (const [key, taken] of numbers) {
    const row = await db.localNumbers.get(key);
    if (row === undefined || taken.length === 0) continue;
    const used = row.used.slice();
    for (const { number } of taken) used[number >> 3] = (used[number >> 3] ?? 0) & ~(1 << (number & 7));
    const days =
      row.days &&
      withDays(
        row.days,
        taken.map(({ number }) => ({ number })),
      );
    await db.localNumbers.put({ key, used, ...(days !== undefined && { days }) });
  }
}

function isKnownDay(days: Uint8Array | undefined, { number, day }: TakenNumber): boolean {
  return day === undefined || dayAt(days, number) === Math.min(LAST_DAY, Math.max(1, daysBetween(FIRST_DAY, day)));
}

function dayAt(days: Uint8Array | undefined, number: number): number {
  return (days?.[number * 2] ?? 0) | ((days?.[number * 2 + 1] ?? 0) << 8);
}

function highest(numbers: readonly number[]): number {
  return numbers.reduce((top, number) => Math.max(top, number), 0);
}

/** A copy with room for so many bytes. */
function grownTo(bytes: Uint8Array | undefined, needed: number): Uint8Array {
  const grown = new Uint8Array(Math.max(bytes?.length ?? 0, Math.ceil(needed / 256) * 256));
  if (bytes !== undefined) grown.set(bytes);
  return grown;
}
