import type { RegisterBook } from '#shared/domain/register/register-record.ts';
import type { LedgerEntryRow, NumberBlockRow, OutgoingRow, DocumentRow, RegisterRow, TermRow } from '../rows.ts';
import type { Office } from '../office.ts';
import { useLive } from '../use-live.ts';
import { listRegisters, readBookLease, type BookLease } from './book-lease.ts';
import { tellOfficesApart } from './tell-offices-apart.ts';

export type { BookLease } from './book-lease.ts';

/** Books of the office in use (or all of them, closed ones too), by kind and name; undefined while loading. */
export function useRegisters(
  book?: RegisterBook,
  which: 'in-use' | 'all' = 'in-use',
): readonly RegisterRow[] | undefined {
  return useLive((office) => listRegisters(office, book, which), [book, which]);
}

/** Terms of the committees, newest first; undefined while loading. */
export function useTerms(): readonly TermRow[] | undefined {
  return useLive(async ({ db }) => {
    const terms: TermRow[] = await db.terms.toArray();
    return terms.filter(({ removed }) => !removed).sort((a, b) => (a.from < b.from ? 1 : -1));
  }, []);
}

/** Who numbers in each book, by its id, live. */
export function useBookLeases(): ReadonlyMap<string, BookLease> | undefined {
  return useLive(async (office) => {
    const registers = await listRegisters(office, undefined, 'all');
    const leases = await Promise.all(
      registers.map(async (register) => [register.id, await readBookLease(office, register)] as const),
    );
    return new Map(leases);
  }, []);
}

/** Blocks asked for or ceded, newest first; undefined while loading. */
export function useBlocks(): readonly NumberBlockRow[] | undefined {
  return useLive(async ({ db }) => {
    const blocks: NumberBlockRow[] = await db.numberBlocks.toArray();
    return blocks.filter(({ removed }) => !removed).sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  }, []);
}

/** A paper as the ledger shows it, of whichever book. */
export type LedgerPaper = {
  readonly id: string;
  readonly number: number;
  readonly series: string;
  readonly symbol: string;
  readonly day: string;
  readonly title: string;
  readonly reason: string;
  readonly isVoid: boolean;
  readonly by: string | null;
  readonly isOutgoing: boolean;
  /** Name of the merged commune in whose book it was numbered, where the office's own book has the same number (`tell-offices-apart.ts`). */
  readonly office?: string;
};

/** Everything that speaks for numbers of a book: its papers, entries and blocks, of all series; undefined while loading. */
export type BookContent = {
  readonly papers: readonly LedgerPaper[];
  readonly entries: readonly LedgerEntryRow[];
  readonly blocks: readonly NumberBlockRow[];
};

/** The content of a book, live; undefined while loading or when none is chosen. */
export function useBookContent(register: RegisterRow | undefined): BookContent | undefined {
  return useLive(
    async (office) => (register === undefined ? undefined : readBookContent(office, register)),
    [register?.id, register?.book],
  );
}

/** The content of a book as it is now. */
export async function readBookContent(
  office: Office,
  { id, book }: Pick<RegisterRow, 'id' | 'book'>,
): Promise<BookContent> {
  const { db } = office;
  const [entries, blocks, papers] = await Promise.all([
    db.ledgerEntries.where('registerId').equals(id).toArray(),
    db.numberBlocks.where('registerId').equals(id).toArray(),
    book === 'outgoing' ? readOutgoingPapers(office, id) : readIncomingPapers(office, book),
  ]);
  const isThere = ({ removed }: { readonly removed: boolean }): boolean => !removed;
  return { papers, entries: entries.filter(isThere), blocks: blocks.filter(isThere) };
}

async function readOutgoingPapers({ db }: Office, registerId: string): Promise<readonly LedgerPaper[]> {
  const keys = await db.outgoings.where('registerId').equals(registerId).primaryKeys();
  return (await readInPieces(db.outgoings, keys)).flatMap(toOutgoingPaper);
}

async function readIncomingPapers(office: Office, book: RegisterBook): Promise<readonly LedgerPaper[]> {
  const { db } = office;
  const rows = await readInPieces(db.documents, await db.documents.toCollection().primaryKeys());
  return tellOfficesApart(
    office,
    book,
    rows.flatMap((row) => (row.book === book ? toIncomingPaper(row) : [])),
  );
}

/** Rows read at once: few enough to be opened within a frame. */
const PIECE = 400;

/** Rows by their keys, a piece at a time, so that a book of many thousands does not hold up the screen. */
async function readInPieces<T>(
  table: { bulkGet(keys: string[]): PromiseLike<(T | undefined)[]> },
  keys: string[],
): Promise<T[]> {
  const rows: T[] = [];
  for (let from = 0; from < keys.length; from += PIECE)
    for (const row of await table.bulkGet(keys.slice(from, from + PIECE))) if (row !== undefined) rows.push(row);
  return rows;
}

function toOutgoingPaper(row: OutgoingRow): LedgerPaper[] {
  const { id, number, series, symbol, issuedOn, abstract, numberReason, reason, state, numberedBy } = row;
  if (number === null) return [];
  const isVoid = state === 'void';
  return [
    {
      id,
      number,
      series,
      symbol,
      day: issuedOn ?? '',
      title: abstract,
      reason: isVoid && reason !== '' ? reason : numberReason,
      isVoid,
      by: numberedBy,
      isOutgoing: true,
    },
  ];
}

function toIncomingPaper(row: DocumentRow): LedgerPaper[] {
  const { id, arrivalNumber, receivedOn, symbol, abstract, registeredBy, removed } = row;
  if (arrivalNumber === null) return [];
  return [
    {
      id,
      number: arrivalNumber,
      series: receivedOn.slice(0, 4),
      symbol,
      day: receivedOn,
      title: abstract,
      reason: '',
      isVoid: removed,
      by: registeredBy,
      isOutgoing: false,
    },
  ];
}
