import type { BlockSpan, EntrySpan, SeriesNumbers } from '#shared/domain/register/number-plan.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';

/**
 * A number of a book, and the paper that bears it. Books of what comes in: `book` is its name and `year` the year. Outgoing papers: `book` is the key of
 * the series (`seriesKey`) and `year` is 0.
 */
export type GivenNumber = {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly recordId: string;
};

/** Key of a series of a book, as the ledger's table has it. */
export function seriesKey(registerId: string, series: string): string {
  return `${registerId}:${series}`;
}

/** What a batch knows of the numbers its ops speak of: those given, those spoken for, those ceded; and the numbers its own ops take. */
export class NumberBook {
  private readonly byNumber = new Map<string, GivenNumber>();
  private readonly byRecord = new Map<string, GivenNumber>();
  private readonly entries = new Map<string, Map<string, EntrySpan>>();
  private readonly blocks = new Map<string, Map<string, BlockSpan>>();
  /** Numbers given by ops of this batch, to be entered in the ledger. */
  readonly taken: { readonly entry: GivenNumber; readonly op: Op }[] = [];

  /** `unread`: keys of the records (`recordKey`) for whose ops the ledger was not asked, because they want too much. */
  constructor(
    ledger: readonly GivenNumber[],
    spans: readonly SyncRecord[] = [],
    private readonly unread: ReadonlySet<string> = new Set(),
  ) {
    for (const entry of ledger) this.enter(entry);
    for (const record of spans) this.note(record);
  }

  /** Takes the number for the op's record. */
  take(entry: GivenNumber, op: Op): void {
    this.enter(entry);
    this.taken.push({ entry, op });
  }

  /** Takes note of a ledger entry or a block as it is now. */
  note({ type, id, f }: SyncRecord): void {
    const [registerId, series] = [f['registerId']?.v, f['series']?.v];
    if (typeof registerId !== 'string' || typeof series !== 'string') return;
    const key = seriesKey(registerId, series);
    const values = Object.fromEntries(Object.entries(f).map(([field, { v }]) => [field, v]));
    if (type === 'ledgerEntry') put(this.entries, key, { ...values, id } as unknown as EntrySpan);
    if (type === 'numberBlock') put(this.blocks, key, { ...values, id } as unknown as BlockSpan);
  }

  findByRecord(recordId: string): GivenNumber | undefined {
    return this.byRecord.get(recordId);
  }

  /** Whether the ledger was not asked what the ops on a record would have to be judged by. */
  isUnread({ type, id }: Pick<Op, 'type' | 'id'>): boolean {
    return this.unread.size > 0 && this.unread.has(recordKey(type, id));
  }

  isTaken(book: string, year: number, number: number): boolean {
    return this.byNumber.has(`${book}|${year}|${number}`);
  }

  /** A series as the rules of numbering look at it; `place`: where its papers' numbers stand in the ledger's table. */
  seriesOf(key: string, place: { readonly book: string; readonly year: number }): SeriesNumbers {
    return {
      isUsed: (number) => this.isTaken(place.book, place.year, number),
      highestUsed: undefined, // the ledger is asked for the numbers of this batch only: nothing here counts on
      entries: [...(this.entries.get(key)?.values() ?? [])],
      blocks: [...(this.blocks.get(key)?.values() ?? [])],
    };
  }

  private enter(entry: GivenNumber): void {
    this.byNumber.set(`${entry.book}|${entry.year}|${entry.number}`, entry);
    this.byRecord.set(entry.recordId, entry);
  }
}

/** What the rules of numbering look at beside the op: the commune's books as they stand at that moment, and the numbers the batch knows of. */
export type NumberContext = { readonly registers: () => readonly SyncRecord[]; readonly numbers: NumberBook };

function put<Span extends { readonly id: string }>(map: Map<string, Map<string, Span>>, key: string, span: Span): void {
  const spans = map.get(key) ?? new Map<string, Span>();
  map.set(key, spans.set(span.id, span));
}
