import type { FieldValue } from '#shared/sync/op.ts';
import { fromDigits, list, text, toDigits, tuple, WireError } from '../wire-form.ts';
import { packDeltas, packWholes, unpackDeltas, unpackWholes } from './byte-column.ts';

/** Finds the place of an id in the chunk's table of ids, which grows with what it does not know. */
export type IdPlaces = { readonly placeOf: (id: string) => number };

/** How a column is written; the first part of it. Their numbers have travelled: never renumbered. */
const kinds = {
  same: 0,
  plain: 1,
  whole: 2,
  ids: 3,
  hashes: 4,
  days: 5,
  moments: 6,
  words: 7,
  texts: 8,
  nullable: 9,
  lists: 10,
  parts: 11,
} as const;

const DAY_MS = 86_400_000;
const HASH_BYTES = 32;
/** Distances between numbers up to here are exact. */
const EXACT = 2 ** 51;
/** Lists of lists and parts of parts deeper than this are written as they are. */
const MAX_DEPTH = 4;

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hashPattern = /^[0-9a-f]{64}$/;

/** Values of one field over many records as a column, in the form that fits them all. Lossless. */
export function packColumn(values: readonly FieldValue[], ids: IdPlaces, depth = 0): unknown[] {
  const [first] = values;
  if (values.every((value) => isScalar(value) && Object.is(value, first))) return [kinds.same, first ?? null];
  if (values.includes(null)) return packNullable(values, ids, depth);
  if (values.every((value) => typeof value === 'string')) return packTexts(values, ids);
  if (values.every(isExact)) return [kinds.whole, packDeltas(values)];
  if (depth < MAX_DEPTH && values.every(isList)) return packLists(values, ids, depth);
  if (depth < MAX_DEPTH && haveSameParts(values)) return packParts(values, ids, depth);
  return [kinds.plain, values];
}

/** Reads `count` values written by `packColumn`. Throws `WireError` on what is none. */
export function unpackColumn(packed: unknown, count: number, ids: readonly string[]): FieldValue[] {
  const [kind, ...rest] = list(packed);
  const [one, two] = rest;
  switch (kind) {
    case kinds.same:
      return Array.from({ length: count }, () => one as FieldValue);
    case kinds.plain:
      return [...tuple(one, count)] as FieldValue[];
    case kinds.whole:
      return unpackDeltas(one, count);
    case kinds.ids:
      return unpackDeltas(one, count).map((place) => idAt(ids, place));
    case kinds.hashes:
      return unpackHashes(one, count);
    case kinds.days:
      return unpackDeltas(one, count).map((day) => toDay(day));
    case kinds.moments:
      return unpackDeltas(one, count).map((ms) => toMoment(ms));
    case kinds.words:
      return unpackWords(list(one), two, count);
    case kinds.texts:
      return unpackTexts(text(one), two, count);
    case kinds.nullable:
      return unpackNullable(one, two, count, ids);
    case kinds.lists:
      return unpackLists(one, two, count, ids);
    case kinds.parts:
      return unpackParts(list(one), list(two), count, ids);
    default:
      throw new WireError('unknown kind of column');
  }
}

function packTexts(values: readonly string[], ids: IdPlaces): unknown[] {
  if (values.every((value) => idPattern.test(value))) return [kinds.ids, packDeltas(values.map(ids.placeOf))];
  if (values.every((value) => hashPattern.test(value))) return [kinds.hashes, fromDigits(values.join(''))];
  const words = [...new Set(values)];
  if (words.length * 2 <= values.length) {
    const places = new Map(words.map((word, i) => [word, i]));
    return [kinds.words, words, packWholes(values.map((value) => places.get(value) as number))];
  }
  const days = values.map(dayOf);
  if (days.every((day) => day !== undefined)) return [kinds.days, packDeltas(days)];
  const moments = values.map(momentOf);
  if (moments.every((ms) => ms !== undefined)) return [kinds.moments, packDeltas(moments)];
  return [kinds.texts, values.join(''), packWholes(values.map(({ length }) => length))];
}

function packNullable(values: readonly FieldValue[], ids: IdPlaces, depth: number): unknown[] {
  const marks = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, i) => {
    if (value === null) marks[i >> 3] = (marks[i >> 3] as number) | (1 << (i & 7));
  });
  const others = values.filter((value) => value !== null);
  return [kinds.nullable, marks, packColumn(others, ids, depth)];
}

function unpackNullable(marks: unknown, rest: unknown, count: number, ids: readonly string[]): FieldValue[] {
  if (!(marks instanceof Uint8Array) || marks.length !== Math.ceil(count / 8)) throw new WireError('not marks');
  const isNull = Array.from({ length: count }, (_, i) => (((marks[i >> 3] as number) >> (i & 7)) & 1) === 1);
  const others = unpackColumn(rest, isNull.filter((mark) => !mark).length, ids);
  let at = 0;
  return isNull.map((mark) => (mark ? null : (others[at++] as FieldValue)));
}

function packLists(values: readonly (readonly FieldValue[])[], ids: IdPlaces, depth: number): unknown[] {
  const lengths = packWholes(values.map(({ length }) => length));
  return [kinds.lists, lengths, packColumn(values.flat(1), ids, depth + 1)];
}

/** Entries a column of lists may have for each of its bytes: what says more is no chunk of ours, and would fill the memory. */
const MOST_ENTRIES = 4_000_000;

function unpackLists(packedLengths: unknown, rest: unknown, count: number, ids: readonly string[]): FieldValue[] {
  const lengths = unpackWholes(packedLengths, count);
  const sum = lengths.reduce((total, length) => total + length, 0);
  if (sum > MOST_ENTRIES) throw new WireError('lists without end');
  const entries = unpackColumn(rest, sum, ids);
  let at = 0;
  return lengths.map((length) => entries.slice(at, (at += length)));
}

function packParts(values: readonly Parts[], ids: IdPlaces, depth: number): unknown[] {
  const keys = Object.keys(values[0] ?? {});
  const columns = keys.map((key) =>
    packColumn(
      values.map((value) => value[key] as FieldValue),
      ids,
      depth + 1,
    ),
  );
  return [kinds.parts, keys, columns];
}

function unpackParts(
  keys: readonly unknown[],
  packed: readonly unknown[],
  count: number,
  ids: readonly string[],
): FieldValue[] {
  const columns = keys.map((key, i) => [text(key), unpackColumn(packed[i], count, ids)] as const);
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columns.map(([key, column]) => [key, column[row] as FieldValue])),
  );
}

function unpackHashes(packed: unknown, count: number): string[] {
  if (!(packed instanceof Uint8Array) || packed.length !== count * HASH_BYTES) throw new WireError('not hashes');
  return Array.from({ length: count }, (_, i) => toDigits(packed.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)));
}

function unpackWords(words: readonly unknown[], places: unknown, count: number): FieldValue[] {
  return unpackWholes(places, count).map((place) => text(words[place]));
}

function unpackTexts(joined: string, packedLengths: unknown, count: number): string[] {
  let at = 0;
  const texts = unpackWholes(packedLengths, count).map((length) => joined.slice(at, (at += length)));
  if (at !== joined.length) throw new WireError('texts of another length');
  return texts;
}

function idAt(ids: readonly string[], place: number): string {
  const id = ids[place];
  if (id === undefined) throw new WireError('an id that is not in the table');
  return id;
}

type Parts = Readonly<Record<string, FieldValue>>;

function isScalar(value: FieldValue): boolean {
  return value === null || typeof value !== 'object';
}

function isList(value: FieldValue): value is FieldValue[] {
  return Array.isArray(value);
}

function isExact(value: FieldValue): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= EXACT && !Object.is(value, -0);
}

function haveSameParts(values: readonly FieldValue[]): values is Parts[] {
  const keysOf = (value: FieldValue | undefined): string | undefined =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? JSON.stringify(Object.keys(value))
      : undefined;
  const first = keysOf(values[0]);
  return first !== undefined && first !== '[]' && values.every((value) => keysOf(value) === first);
}

function dayOf(value: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isFinite(ms) && toDay(ms / DAY_MS) === value ? ms / DAY_MS : undefined;
}

function toDay(day: number): string {
  return momentText(day * DAY_MS).slice(0, 10);
}

function momentOf(value: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isFinite(ms) && toMoment(ms) === value ? ms : undefined;
}

function toMoment(ms: number): string {
  return momentText(ms);
}

function momentText(ms: number): string {
  const moment = new Date(ms);
  if (Number.isNaN(moment.getTime())) throw new WireError('no possible day');
  return moment.toISOString();
}
