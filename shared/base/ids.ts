import { z } from 'zod';
import { dateOfInstant, toPlainDate, type PlainDate } from './plain-date.ts';

/** Shape of every record id: a UUIDv7 in lower-case text form. Its first 48 bits are the creation time, so ids sort by creation. */
export const recordIdSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** SHA-256 of a file's bytes as 64 lower-case hex digits: the file's only name in vault and server. */
export const fileHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Id of a commune (office) as the province writes it, e.g. `na-lau`. Lower-case ASCII, 2 to 40 characters. */
export const communeIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);

/** Makes a new record id. Given by the runtime, because `shared/` has no clock and no randomness. */
export type NewId = () => string;

/** When a record was made, milliseconds, by its id. */
export function madeAtMs(recordId: string): number {
  return Number.parseInt(recordId.replaceAll('-', '').slice(0, TIME_DIGITS), 16);
}

/** Digits of an id (without hyphens) that are its time of creation; one more says the version, and one more the variant. */
const TIME_DIGITS = 12;
const VARIANT_AT = 16;

/**
 * The id of what belongs to a record and is named by a file's hash: the same wherever it is made, so that two PCs that make it make one. It has the
 * record's time of creation; its other digits mix both, so that neither two files of one record nor one file of two records meet.
 */
export function derivedId(recordId: string, fileHash: string): string {
  const digits = [...recordId.replaceAll('-', '')].map((digit, at) => {
    if (at <= TIME_DIGITS) return digit;
    const mixed = Number.parseInt(digit, 16) ^ Number.parseInt(fileHash[at] ?? '0', 16);
    return (at === VARIANT_AT ? (mixed & 0b0011) | 0b1000 : mixed).toString(16);
  });
  const part = (from: number, to: number): string => digits.slice(from, to).join('');
  return [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join('-');
}

/** Start of the year 9999: no later day is a `PlainDate`. */
const LAST_MS = Date.UTC(9999, 0, 1);

/** The day a record was made, as its id says (by the clock of the PC that made it); an id of no plausible time counts from 1970. */
export function madeOnOf(id: string): PlainDate {
  const ms = madeAtMsOf(id);
  return ms === 0 ? toPlainDate('1970-01-01') : dateOfInstant(ms);
}

/** The moment a record was made, as its id says, in milliseconds since 1970; 0 for an id of no plausible time. */
export function madeAtMsOf(id: string): number {
  const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Number.isFinite(ms) && ms < LAST_MS ? ms : 0;
}

/** An id that sorts right after a record's: its time is one millisecond later. For ids derived from what they must come after. */
export function laterId(id: string): string {
  const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + 1;
  const digits = ms.toString(16).padStart(12, '0').slice(-12);
  return `${digits.slice(0, 8)}-${digits.slice(8)}${id.slice(13)}`;
}
