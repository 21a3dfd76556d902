import type { ErrorCode } from '#shared/base/errors.ts';
import { ENTRY_SPAN_MAX, type LedgerEntryFields } from '#shared/domain/register/ledger-entry-record.ts';
import type { NumberBlockFields } from '#shared/domain/register/number-block-record.ts';
import { refuseEntry, type SeriesNumbers, type Standing } from '#shared/domain/register/number-plan.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { bookKeyOf } from './book-key.ts';
import { seriesKey, type NumberContext } from './number-book.ts';

/** What an entry is about; said once. */
const entryIdentity = ['registerId', 'series', 'from', 'to', 'kind'] as const;
/** What a block is about; said once, its numbers when they are granted. */
const blockIdentity = ['registerId', 'series', 'forDevice', 'count'] as const;

/**
 * Why a ledger entry may not be written like this: numbers are spoken for by who gives them, never over a paper or another entry, and only what was kept
 * or left out can be given free again: a cancelled or secret number, or one of the paper book, has been on paper.
 */
export function refuseLedgerEntry(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: NumberContext,
): ErrorCode | undefined {
  if (op.t === 'del' || Object.hasOwn(op.f, REMOVED)) return 'not-allowed';
  const after = valuesOf(merged) as LedgerEntryFields;
  if (op.t !== 'sup') {
    if (record !== undefined && changes(op, record, entryIdentity)) return 'not-allowed';
    const wasReleased = record?.f['isReleased']?.v === true;
    if (after.isReleased && !wasReleased && after.kind !== 'reserved' && after.kind !== 'skipped') return 'not-allowed';
    const speaksAnew = !after.isReleased && (record === undefined || wasReleased);
    const fault = speaksAnew ? refuseSpan(op, after, context, merged.id) : undefined;
    if (fault !== undefined) return fault;
  }
  context.numbers.note(merged);
  return undefined;
}

/**
 * Why a block may not be written like this: a PC asks for its own, only the holder of the book fills it in, once, with numbers nobody has spoken for;
 * only the PC it is for gives it back, once.
 */
export function refuseNumberBlock(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: NumberContext,
): ErrorCode | undefined {
  const before = record === undefined ? undefined : (valuesOf(record) as NumberBlockFields);
  const after = valuesOf(merged) as NumberBlockFields;
  if (op.t === 'del' || Object.hasOwn(op.f, REMOVED)) return 'not-allowed';
  if (op.t !== 'sup') {
    const fault =
      (record !== undefined && changes(op, record, blockIdentity) ? 'not-allowed' : undefined) ??
      refuseReturn(op, before, after) ??
      refuseGrant(op, before, after, context);
    if (fault !== undefined) return fault;
  }
  context.numbers.note(merged);
  return undefined;
}

function refuseReturn(op: Op, before: NumberBlockFields | undefined, after: NumberBlockFields): ErrorCode | undefined {
  const { returnedAt = null } = before ?? {};
  if (after.returnedAt === returnedAt) return undefined;
  return returnedAt === null && after.forDevice === op.dev ? undefined : 'not-allowed';
}

function refuseGrant(
  op: Op,
  before: NumberBlockFields | undefined,
  after: NumberBlockFields,
  context: NumberContext,
): ErrorCode | undefined {
  const { registerId, series, count, forDevice, from, to, returnedAt } = after;
  const { isHolder } = standingIn(registerId, op, context);
  if (before === undefined && forDevice !== op.dev && !isHolder) return 'not-allowed';
  if (from === (before?.from ?? null) && to === (before?.to ?? null)) return undefined;
  if ((before?.from ?? null) !== null || returnedAt !== null) return 'not-allowed';
  if (from === null || to === null || to - from + 1 !== count) return 'bad-value';
  if (!isHolder) return 'number-not-leased';
  const { numbers, standing } = placeOf(registerId, series, op, context);
  return refuseEntry(numbers, standing, { from, to, kind: 'reserved' });
}

function refuseSpan(
  op: Op,
  { registerId, series, from, to, kind }: LedgerEntryFields,
  context: NumberContext,
  ownId: string,
): ErrorCode | undefined {
  if (to < from || to - from >= ENTRY_SPAN_MAX) return 'bad-value';
  const { numbers, standing } = placeOf(registerId, series, op, context);
  const others = { ...numbers, entries: numbers.entries.filter(({ id }) => id !== ownId) };
  return refuseEntry(others, standing, { from, to, kind });
}

function placeOf(
  registerId: string,
  series: string,
  op: Op,
  context: NumberContext,
): { readonly numbers: SeriesNumbers; readonly standing: Standing } {
  const key = seriesKey(registerId, series);
  const register = context.registers().find(({ id }) => id === registerId);
  const book = register === undefined ? '' : bookKeyOf(register);
  const place = book === 'outgoing' || book === '' ? { book: key, year: 0 } : { book, year: Number(series) };
  return { numbers: context.numbers.seriesOf(key, place), standing: standingIn(registerId, op, context) };
}

function standingIn(registerId: string, op: Op, { registers }: NumberContext): Standing {
  const register = registers().find(({ id }) => id === registerId);
  return { device: op.dev, isHolder: register?.f['holderDevice']?.v === op.dev };
}

function changes(op: Op, record: SyncRecord, fields: readonly string[]): boolean {
  return fields.some((field) => Object.hasOwn(op.f, field) && op.f[field] !== record.f[field]?.v);
}

/** Fields of a record that passed its schema. */
function valuesOf({ f }: SyncRecord): unknown {
  return Object.fromEntries(Object.entries(f).map(([field, { v }]) => [field, v]));
}
