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

/** Start of the year 9999: no later day is a `PlainDate`. */
const LAST_MS = Date.UTC(9999, 0, 1);

/** The day a record was made, as its id says (by the clock of the PC that made it); an id of no plausible time counts from 1970. */
export function madeOnOf(id: string): PlainDate {
  const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Number.isFinite(ms) && ms < LAST_MS ? dateOfInstant(ms) : toPlainDate('1970-01-01');
}
