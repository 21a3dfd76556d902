import type { ErrorCode } from '#shared/base/errors.ts';
import { refuseNumber as refuseInSeries } from '#shared/domain/register/number-plan.ts';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { CommandVerdict } from '#shared/sync/accept.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { bookOfKey, bookKeyOf } from './book-key.ts';
import { refuseLedgerEntry, refuseNumberBlock } from './ledger-rules.ts';
import { seriesKey, type GivenNumber, type NumberContext } from './number-book.ts';

/** Fields by which a number is given, or by which it would silently become another, by entity. */
const numberFields: Readonly<Record<string, readonly string[]>> = {
  document: ['arrivalNumber', 'book', 'receivedOn'],
  outgoing: ['number', 'series', 'registerId', 'symbol', 'typeId', 'regime'],
};

/** Whether the ledger must be asked about this op. */
export function concernsNumbers(op: Op): boolean {
  if (op.type === 'ledgerEntry' || op.type === 'numberBlock') return true;
  return numberFields[op.type]?.some((field) => Object.hasOwn(op.f, field)) === true;
}

/**
 * Why numbers may not be given or spoken for like this: only the PC that holds the book, or one with a block of it, gives numbers, each once in a series;
 * a number once given stays with its paper, its book and its series. Takes the number when all is well, so it must be the last rule asked.
 */
export function refuseNumber(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: NumberContext,
): ErrorCode | undefined {
  if (context.numbers.isUnread(op) && concernsNumbers(op)) return 'too-many-numbers';
  if (op.type === 'ledgerEntry') return refuseLedgerEntry(op, record, merged, context);
  if (op.type === 'numberBlock') return refuseNumberBlock(op, record, merged, context);
  if (!concernsNumbers(op)) return undefined;
  return op.type === 'document'
    ? refuseArrivalNumber(op, merged, context)
    : refuseOutgoingNumber(op, record, merged, context);
}

function refuseArrivalNumber(op: Op, merged: SyncRecord, { registers, numbers }: NumberContext): ErrorCode | undefined {
  const given = numbers.findByRecord(op.id);
  if (given !== undefined) return isKeptArrival(op, given) ? undefined : 'not-allowed';
  const number = op.f['arrivalNumber'];
  if (typeof number !== 'number') return undefined;
  const book = merged.f['book']?.v;
  const year = yearOf(merged.f['receivedOn']?.v);
  if (typeof book !== 'string' || year === undefined) return 'bad-value';
  const own = registers().filter(({ f }) => f['book']?.v === book);
  // A number brought back was given by who held the book then.
  if (op.t !== 'sup') {
    const verdicts = own.map((register) => {
      const { id, f } = register;
      const key = bookKeyOf(register);
      const series = numbers.seriesOf(seriesKey(id, String(year)), { book: key, year });
      const standing = { device: op.dev, isHolder: f['holderDevice']?.v === op.dev };
      return { key, fault: refuseInSeries(series, standing, number) };
    });
    const granted = verdicts.find(({ fault }) => fault === undefined);
    if (granted === undefined)
      return verdicts.find(({ fault }) => fault === 'number-taken')?.fault ?? 'number-not-leased';
    numbers.take({ book: granted.key, year, number, recordId: op.id }, op);
    return undefined;
  }
  const books = [...new Set([book, ...own.map((register) => bookKeyOf(register))])];
  const free = books.find((each) => !numbers.isTaken(each, year, number));
  if (free === undefined) return 'number-taken';
  numbers.take({ book: free, year, number, recordId: op.id }, op);
  return undefined;
}

function refuseOutgoingNumber(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  { registers, numbers }: NumberContext,
): ErrorCode | undefined {
  const given = numbers.findByRecord(op.id);
  if (given !== undefined) return isKeptNumber(op, record, given) ? undefined : 'not-allowed';
  const number = op.f['number'];
  const { registerId, series, symbol } = Object.fromEntries(
    ['registerId', 'series', 'symbol'].map((field) => [field, merged.f[field]?.v]),
  );
  // A symbol without its number would be a number the ledger does not know of.
  if (typeof number !== 'number') return typeof symbol === 'string' && symbol !== '' ? 'not-allowed' : undefined;
  if (typeof registerId !== 'string' || typeof series !== 'string' || series === '' || symbol === '')
    return 'bad-value';
  const register = registers().find(({ id, f }) => id === registerId && f['book']?.v === 'outgoing');
  if (register === undefined) return 'record-missing';
  const place = { book: seriesKey(registerId, series), year: 0 };
  const standing = { device: op.dev, isHolder: register.f['holderDevice']?.v === op.dev };
  const known = numbers.seriesOf(place.book, place);
  const fault =
    op.t === 'sup'
      ? numbers.isTaken(place.book, 0, number)
        ? 'number-taken'
        : undefined
      : refuseInSeries(known, standing, number);
  if (fault !== undefined) return fault;
  numbers.take({ ...place, number, recordId: op.id }, op);
  return undefined;
}

/** Grants or takes back the lease of a book. */
export function commandRegister(op: Op, register: SyncRecord | undefined): CommandVerdict {
  const command = op.f['command'];
  if (op.type !== 'register' || (command !== TAKE_REGISTER && command !== RELEASE_REGISTER))
    return { ok: false, reason: 'unknown-command' };
  if (register === undefined) return { ok: false, reason: 'record-missing' };
  const holder = register.f['holderDevice']?.v ?? null;
  if (holder !== null && holder !== op.dev) return { ok: false, reason: 'register-held-elsewhere' };
  return { ok: true, f: { holderDevice: command === TAKE_REGISTER ? op.dev : null } };
}

function isKeptArrival(op: Op, given: GivenNumber): boolean {
  const { arrivalNumber = given.number, book = bookOfKey(given.book), receivedOn } = op.f;
  return (
    arrivalNumber === given.number &&
    book === bookOfKey(given.book) &&
    (receivedOn === undefined || yearOf(receivedOn) === given.year)
  );
}

/** What is printed stays: number, symbol, series, book, and the type and rules they came from. */
function isKeptNumber({ f }: Op, record: SyncRecord | undefined, given: GivenNumber): boolean {
  if (f['number'] !== undefined && f['number'] !== given.number) return false;
  const fixed = ['series', 'registerId', 'symbol', 'typeId', 'regime'];
  return fixed.every((field) => f[field] === undefined || f[field] === record?.f[field]?.v);
}

/** Year of a date, if it is one: the year a number counts in. */
export function yearOf(date: FieldValue | undefined): number | undefined {
  return typeof date === 'string' && /^\d{4}-/.test(date) ? Number(date.slice(0, 4)) : undefined;
}
