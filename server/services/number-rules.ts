import type { ErrorCode } from '#shared/base/errors.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { RELEASE_REGISTER, TAKE_REGISTER } from '#shared/domain/register/register-record.ts';
import type { CommandVerdict } from '#shared/sync/accept.ts';

/** A number of a book, and the document that bears it. */
export type GivenNumber = {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly recordId: string;
};

/** What a batch knows of the numbers its ops speak of, and the numbers its own ops take. */
export class NumberBook {
  private readonly byNumber = new Map<string, GivenNumber>();
  private readonly byRecord = new Map<string, GivenNumber>();
  /** Numbers given by ops of this batch, to be entered in the ledger. */
  readonly taken: { readonly entry: GivenNumber; readonly op: Op }[] = [];

  constructor(ledger: readonly GivenNumber[]) {
    for (const entry of ledger) this.enter(entry);
  }

  /** Takes the number for the op's record. */
  take(entry: GivenNumber, op: Op): void {
    this.enter(entry);
    this.taken.push({ entry, op });
  }

  findByRecord(recordId: string): GivenNumber | undefined {
    return this.byRecord.get(recordId);
  }

  isTaken(book: string, year: number, number: number): boolean {
    return this.byNumber.has(`${book}|${year}|${number}`);
  }

  private enter(entry: GivenNumber): void {
    this.byNumber.set(`${entry.book}|${entry.year}|${entry.number}`, entry);
    this.byRecord.set(entry.recordId, entry);
  }
}

/** Fields by which a number is given, or by which it would silently become another. */
const NUMBER_FIELDS = ['arrivalNumber', 'book', 'receivedOn'] as const;

/** Whether the ledger must be asked about this op. */
export function concernsNumbers(op: Op): boolean {
  return op.type === 'document' && NUMBER_FIELDS.some((field) => Object.hasOwn(op.f, field));
}

/**
 * Why a document may not take this number: only the PC that holds the book gives numbers, each once in a book and year, and a number once given
 * stays with its paper, its book and its year. Takes the number when all is well, so it must be the last rule asked.
 */
export function refuseNumber(
  op: Op,
  merged: SyncRecord,
  registers: readonly SyncRecord[],
  numbers: NumberBook,
): ErrorCode | undefined {
  if (!concernsNumbers(op)) return undefined;
  const given = numbers.findByRecord(op.id);
  if (given !== undefined) return isKept(op, given) ? undefined : 'not-allowed';
  const number = op.f['arrivalNumber'];
  if (typeof number !== 'number') return undefined;
  const book = merged.f['book']?.v;
  const year = yearOf(merged.f['receivedOn']?.v);
  if (typeof book !== 'string' || year === undefined) return 'bad-value';
  const holds = registers.some(
    (register) => register.f['book']?.v === book && register.f['holderDevice']?.v === op.dev,
  );
  // A number brought back was given by who held the book then.
  if (!holds && op.t !== 'sup') return 'number-not-leased';
  if (numbers.isTaken(book, year, number)) return 'number-taken';
  numbers.take({ book, year, number, recordId: op.id }, op);
  return undefined;
}

/** Grants or takes back the lease of a book. */
export function commandRegister(op: Op, register: SyncRecord | undefined): CommandVerdict {
  const command = op.f['command'];
  if (op.type !== 'register' || (command !== TAKE_REGISTER && command !== RELEASE_REGISTER))
    return { ok: false, reason: 'bad-command' };
  if (register === undefined) return { ok: false, reason: 'record-missing' };
  const holder = register.f['holderDevice']?.v ?? null;
  if (holder !== null && holder !== op.dev) return { ok: false, reason: 'register-held-elsewhere' };
  return { ok: true, f: { holderDevice: command === TAKE_REGISTER ? op.dev : null } };
}

function isKept(op: Op, given: GivenNumber): boolean {
  const { arrivalNumber = given.number, book = given.book, receivedOn } = op.f;
  return (
    arrivalNumber === given.number &&
    book === given.book &&
    (receivedOn === undefined || yearOf(receivedOn) === given.year)
  );
}

/** Year of a date, if it is one: the year a number counts in. */
export function yearOf(date: FieldValue | undefined): number | undefined {
  return typeof date === 'string' && /^\d{4}-/.test(date) ? Number(date.slice(0, 4)) : undefined;
}
