import type { FieldValue, Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { ENTRY_SPAN_MAX, NUMBER_MAX } from '#shared/domain/register/ledger-entry-record.ts';
import type { WantedNumbers } from '#server/storage/sync-reader.ts';
import { seriesKey } from './number-book.ts';
import { yearOf } from './number-rules.ts';

/**
 * Numbers the ledger is to be asked for before these ops are judged. An op carries only what changed, so book, series and year may stand in it, in an
 * earlier op of the batch or in the record: every place they may mean together is asked for.
 */
export function listWantedNumbers(ops: readonly Op[], records: readonly SyncRecord[]): readonly WantedNumbers[] {
  const known = new Map(records.map((record) => [record.id, record]));
  const books = new Map(
    records.flatMap(({ type, id, f }) => (type === 'register' ? [[id, f['book']?.v] as const] : [])),
  );
  for (const { type, id, f } of ops) if (type === 'register' && f['book'] !== undefined) books.set(id, f['book']);
  const byRecord = new Map<string, Op[]>();
  for (const op of ops) byRecord.set(op.id, [...(byRecord.get(op.id) ?? []), op]);
  return [...byRecord].flatMap(([id, own]) => wantedBy(own, known.get(id), books));
}

function wantedBy(
  ops: readonly Op[],
  record: SyncRecord | undefined,
  books: ReadonlyMap<string, FieldValue | undefined>,
): readonly WantedNumbers[] {
  const all = (field: string): readonly FieldValue[] => [
    ...new Set([...ops.map(({ f }) => f[field]), record?.f[field]?.v].filter((value) => value !== undefined)),
  ];
  const texts = (field: string): readonly string[] => all(field).filter((value) => typeof value === 'string');
  const type = ops[0]?.type;
  if (type === 'document') {
    const years = new Set(
      all('receivedOn')
        .map(yearOf)
        .filter((year) => year !== undefined),
    );
    const spans = numbersIn(ops.map(({ f }) => f['arrivalNumber'])).map((number) => ({ from: number, to: number }));
    return texts('book').flatMap((book) =>
      [...years].flatMap((year) => spans.map((span) => ({ book, year, ...span }))),
    );
  }
  const spans =
    type === 'outgoing'
      ? numbersIn(ops.map(({ f }) => f['number'])).map((number) => ({ from: number, to: number }))
      : spansOf(all('from'), all('to'));
  return texts('registerId').flatMap((registerId) =>
    texts('series').flatMap((series) => spans.map((span) => ({ ...placeOf(registerId, series, books), ...span }))),
  );
}

/** Where the ledger keeps the numbers of a series: those of books of what comes in under the book's name and the year. */
function placeOf(
  registerId: string,
  series: string,
  books: ReadonlyMap<string, FieldValue | undefined>,
): { readonly book: string; readonly year: number } {
  const book = books.get(registerId);
  const year = Number(series);
  return typeof book === 'string' && book !== 'outgoing' && Number.isInteger(year) && year < 10_000
    ? { book, year }
    : { book: seriesKey(registerId, series), year: 0 };
}

function spansOf(from: readonly FieldValue[], to: readonly FieldValue[]): { from: number; to: number }[] {
  return numbersIn(from).flatMap((first) =>
    numbersIn(to).flatMap((last) =>
      last >= first && last - first < ENTRY_SPAN_MAX ? [{ from: first, to: last }] : [],
    ),
  );
}

function numbersIn(values: readonly (FieldValue | undefined)[]): number[] {
  return values.filter(
    (value): value is number => Number.isInteger(value) && (value as number) > 0 && (value as number) <= NUMBER_MAX,
  );
}
