import { recordIdSchema } from '#shared/base/ids.ts';
import { ENTRY_SPAN_MAX, NUMBER_MAX } from '#shared/domain/register/ledger-entry-record.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { WantedNumbers } from '#server/storage/sync-reader.ts';
import { bookOfKey, bookKeyOf } from './book-key.ts';
import { seriesKey } from './number-book.ts';
import { concernsNumbers, yearOf } from './number-rules.ts';
import { isStorableText } from './storable-value.ts';

/** Most numbers the ledger is asked for by one batch: more than any office writes at once, little enough for one look at each. */
const NUMBERS_PER_BATCH = 50_000;

/** Most places and numbers together that the ops on one paper may mean: a paper has one number, in one book and one year or series. */
const NUMBERS_PER_PAPER = 100;

/** What the ledger is to be asked for; `unread`: keys of the records (`recordKey`) whose ops want too much, of which nothing is asked. */
export type WantedFromLedger = { readonly wanted: readonly WantedNumbers[]; readonly unread: ReadonlySet<string> };

/** Most books a register may be said to be in one batch: it is one, and says so once. */
const BOOKS_PER_REGISTER = 3;

/** What each register may be said to hold while the ops are taken one after the other; `undefined` before it is there. */
type Books = ReadonlyMap<string, ReadonlySet<FieldValue | undefined>>;

/** Numbers the ops on one record want, or `too-many`. */
type Wanted = readonly WantedNumbers[] | 'too-many';

/**
 * Numbers the ledger is to be asked for before these ops are judged. An op carries only what changed, so book, series and year may stand in it, in an
 * earlier op of the batch or in the record: every place they may mean together is asked for. Nothing of the ops has been checked yet, so nothing is
 * built before it is counted: time and memory grow with the ops, never with their combinations.
 */
export function listWantedNumbers(ops: readonly Op[], records: readonly SyncRecord[]): WantedFromLedger {
  const known = new Map(records.map((record) => [recordKey(record.type, record.id), record]));
  const books = booksOf(ops, records);
  const unread = new Set<string>();
  const asked = new Map<string, WantedNumbers>();
  let left = NUMBERS_PER_BATCH;
  for (const [key, own] of groupByRecord(ops.filter(concernsNumbers))) {
    const wanted = wantedBy(own, known.get(key), books);
    const fresh = new Map(
      wanted === 'too-many' ? [] : wanted.map((each) => [spanKey(each), each] as const).filter(([k]) => !asked.has(k)),
    );
    const count = [...fresh.values()].reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (wanted === 'too-many' || count > left) {
      unread.add(key);
      continue;
    }
    left -= count;
    for (const [k, each] of fresh) asked.set(k, each);
  }
  return { wanted: [...asked.values()], unread };
}

function booksOf(ops: readonly Op[], records: readonly SyncRecord[]): Books {
  const held = records.flatMap(({ type, id, f }) =>
    type === 'register' ? [[id, new Set([bookKeyOf({ f })])] as const] : [],
  );
  const books = new Map<string, Set<FieldValue | undefined>>(held);
  for (const { type, id, f } of ops) {
    if (type !== 'register' || f['book'] === undefined) continue;
    const known = books.get(id) ?? new Set([undefined]);
    books.set(id, known.add(f['book']));
  }
  return books;
}

function groupByRecord(ops: readonly Op[]): Map<string, Op[]> {
  const byRecord = new Map<string, Op[]>();
  for (const op of ops) {
    const key = recordKey(op.type, op.id);
    const own = byRecord.get(key);
    if (own === undefined) byRecord.set(key, [op]);
    else own.push(op);
  }
  return byRecord;
}

function wantedBy(ops: readonly Op[], record: SyncRecord | undefined, books: Books): Wanted {
  switch (ops[0]?.type) {
    case 'document':
      return wantedByArrival(ops, record, books);
    case 'outgoing':
      return wantedByOutgoing(ops, record, books);
    default:
      return wantedBySpans(ops, record, books);
  }
}

function wantedByArrival(ops: readonly Op[], record: SyncRecord | undefined, books: Books): Wanted {
  const numbers = numbersIn(ops.map(({ f }) => f['arrivalNumber']));
  if (numbers.length === 0) return [];
  const names = textsOf('book', ops, record).flatMap((book) => bookKeysOf(book, books));
  const years = [...new Set(valuesOf('receivedOn', ops, record).map(yearOf))].filter((year) => year !== undefined);
  if (names.length * years.length * numbers.length > NUMBERS_PER_PAPER) return 'too-many';
  return names.flatMap((book) =>
    years.flatMap((year) => numbers.map((number) => ({ book, year, from: number, to: number }))),
  );
}

/** A book of what comes in, and those of its kind that merged communes brought along. */
function bookKeysOf(book: string, books: Books): readonly string[] {
  const known = [...books.values()].flatMap((said) => [...said]).filter(isName);
  return [...new Set([book, ...known.filter((name) => bookOfKey(name) === book)])];
}

function wantedByOutgoing(ops: readonly Op[], record: SyncRecord | undefined, books: Books): Wanted {
  const numbers = numbersIn(ops.map(({ f }) => f['number']));
  if (numbers.length === 0) return [];
  const [registerIds, seriesNames] = [textsOf('registerId', ops, record), textsOf('series', ops, record)];
  if (registerIds.length * seriesNames.length * numbers.length > NUMBERS_PER_PAPER) return 'too-many';
  if (registerIds.some((registerId) => isManyBooks(registerId, books))) return 'too-many';
  return registerIds.flatMap((registerId) =>
    seriesNames.flatMap((series) =>
      placesOf(registerId, series, books).flatMap((place) =>
        numbers.map((number) => ({ ...place, from: number, to: number })),
      ),
    ),
  );
}

/** What a ledger entry or a block is about. */
const spanFields = ['registerId', 'series', 'from', 'to', 'kind', 'isReleased'] as const;
type Span = Partial<Record<(typeof spanFields)[number], FieldValue | undefined>>;

/**
 * A ledger entry or a block says once what it is about: an op means its own words on top of the record's, or on top of those of the ops before it.
 * Numbers of the paper book may cover papers, and those given free cover none: for both nothing is asked.
 */
function wantedBySpans(ops: readonly Op[], record: SyncRecord | undefined, books: Books): Wanted {
  if (textsOf('registerId', ops, record).some((registerId) => isManyBooks(registerId, books))) return 'too-many';
  const held: Span = Object.fromEntries(spanFields.map((field) => [field, record?.f[field]?.v]));
  let running = held;
  return ops.flatMap(({ f }) => {
    const said: Span = Object.fromEntries(spanFields.filter((field) => Object.hasOwn(f, field)).map((k) => [k, f[k]]));
    running = { ...running, ...said };
    return [running, { ...held, ...said }].flatMap((span) => wantedBySpan(span, books));
  });
}

function wantedBySpan({ registerId, series, from, to, kind, isReleased }: Span, books: Books): WantedNumbers[] {
  if (kind === 'paper-book' || isReleased === true || !isRegisterId(registerId) || !isName(series)) return [];
  if (!isNumber(from) || !isNumber(to) || to < from || to - from >= ENTRY_SPAN_MAX) return [];
  return placesOf(registerId, series, books).map((place) => ({ ...place, from, to }));
}

function isManyBooks(registerId: string, books: Books): boolean {
  return (books.get(registerId)?.size ?? 0) > BOOKS_PER_REGISTER;
}

type Place = Pick<WantedNumbers, 'book' | 'year'>;

/**
 * Where the ledger may keep the numbers of a series: those of books of what comes in under the book's name and the year, all others under the series' key.
 * A register that comes in this batch is nothing yet for the ops before it.
 */
function placesOf(registerId: string, series: string, books: Books): readonly Place[] {
  const year = Number(series);
  const isYear = Number.isInteger(year) && year >= 0 && year < 10_000;
  const own = { book: seriesKey(registerId, series), year: 0 };
  const said = [...(books.get(registerId) ?? [undefined])].map((book): Place =>
    isYear && isName(book) && book !== 'outgoing' ? { book, year } : own,
  );
  return said.filter((place, i) => said.findIndex((other) => other.book === place.book) === i);
}

function spanKey({ book, year, from, to }: WantedNumbers): string {
  return `${book}|${String(year)}|${String(from)}|${String(to)}`;
}

/** All values a field may have while the ops are taken one after the other, each once. */
function valuesOf(field: string, ops: readonly Op[], record: SyncRecord | undefined): readonly FieldValue[] {
  return [...new Set([...ops.map(({ f }) => f[field]), record?.f[field]?.v].filter((value) => value !== undefined))];
}

function textsOf(field: string, ops: readonly Op[], record: SyncRecord | undefined): readonly string[] {
  return valuesOf(field, ops, record).filter(field === 'registerId' ? isRegisterId : isName);
}

function numbersIn(values: readonly (FieldValue | undefined)[]): readonly number[] {
  return [...new Set(values.filter(isNumber))];
}

function isNumber(value: FieldValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= NUMBER_MAX;
}

function isRegisterId(value: FieldValue | undefined): value is string {
  return typeof value === 'string' && recordIdSchema.safeParse(value).success;
}

/** The name of a book or a series, as far as the ledger can be asked for it. */
function isName(value: FieldValue | undefined): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 120 && isStorableText(value);
}
