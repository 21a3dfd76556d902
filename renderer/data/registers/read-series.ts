import type { SeriesNumbers, Standing } from '#shared/domain/register/number-plan.ts';
import type { RegisterBook } from '#shared/domain/register/register-record.ts';
import type { TermSpan } from '#shared/domain/register/series.ts';
import type { Office } from '../office.ts';
import type { LedgerEntryRow, NumberBlockRow, RegisterRow } from '../rows.ts';
import { highestUsed, isUsed, seriesKey } from '../write/used-numbers.ts';
import { readBookLease } from './book-lease.ts';

/** Numbers of a series as this PC knows them. `days`: of the papers that bear them, see `used-numbers.ts`. */
export type SeriesState = Omit<SeriesNumbers, 'entries' | 'blocks'> & {
  readonly days: Uint8Array | undefined;
  readonly entries: readonly LedgerEntryRow[];
  readonly blocks: readonly NumberBlockRow[];
};

/** Numbers of a series of a book, inside or outside a transaction. */
export async function readSeries(
  { db }: Office,
  register: { readonly id: string; readonly book: RegisterBook },
  series: string,
): Promise<SeriesState> {
  const key = register.book === 'outgoing' ? seriesKey(register.id, series) : `${register.book}:${series}`;
  const [row, entries, blocks] = await Promise.all([
    db.localNumbers.get(key),
    db.ledgerEntries.where('registerId').equals(register.id).toArray(),
    db.numberBlocks.where('registerId').equals(register.id).toArray(),
  ]);
  const isOfSeries = (each: { readonly series: string; readonly removed: boolean }): boolean =>
    each.series === series && !each.removed;
  return {
    isUsed: (number) => isUsed(row?.used, number),
    highestUsed: highestUsed(row?.used),
    days: row?.days,
    entries: entries.filter(isOfSeries),
    blocks: blocks.filter(isOfSeries),
  };
}

/** What this PC is to a book. */
export async function readStanding(office: Office, register: RegisterRow): Promise<Standing> {
  const { holder } = await readBookLease(office, register);
  return { device: office.device.dev, isHolder: holder === 'this-pc' };
}

/** Terms of the office's committees, as the numbering needs them. */
export async function readTerms({ db }: Office): Promise<readonly TermSpan[]> {
  return (await db.terms.toArray()).filter(({ removed }) => !removed);
}
