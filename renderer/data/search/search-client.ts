import { must } from '#shared/base/must.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentFilter } from '../documents/document-list.ts';
import type { MemberFilter } from '../members/member-list.ts';
import type { OutgoingFilter } from '../outgoing/outgoing-list.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import type { RowChange } from '../rows.ts';
import { dayNumber } from './document-columns.ts';
import { IdList } from './id-list.ts';
import type { UnitCount } from './member-index.ts';
import type { FromIndex, PackedIds, Question, Shown, ToIndex, Watched } from './search-messages.ts';
import type { BestHits, DocumentList, MemberList, OutgoingList, SearchPort, TodayFacts } from './search-port.ts';

type Answer = Extract<FromIndex, { kind: 'answer' }>;

const ARRIVAL_DAYS = 14;

/** The page's end of the search index: turns calls into messages and messages into lists. */
export class SearchClient implements SearchPort {
  readonly #send: (message: ToIndex) => void;
  readonly #end: () => void;
  readonly #watches = new Map<number, (shown: Shown) => void>();
  readonly #asks = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  constructor(send: (message: ToIndex) => void, end: () => void) {
    this.#send = send;
    this.#end = end;
  }

  /** Takes a message of the index. */
  take(message: Exclude<FromIndex, { kind: 'damaged' }>): void {
    if (message.kind === 'shown') this.#watches.get(message.watchId)?.(message.shown);
    else {
      this.#asks.get(message.askId)?.(message);
      this.#asks.delete(message.askId);
    }
  }

  changed(changes: readonly RowChange[]): void {
    if (changes.length > 0) this.#send({ kind: 'changed', changes });
  }

  rebuild(): void {
    this.#send({ kind: 'rebuild' });
  }

  takeKeys(rowKeys: readonly RowKey[]): void {
    this.#send({ kind: 'keys', rowKeys });
  }

  watchDocuments(filter: DocumentFilter, today: PlainDate, listener: (list: DocumentList) => void): () => void {
    return this.#watch({ kind: 'documents', filter, today }, (shown) => {
      if (shown.kind === 'documents') listener({ ids: new IdList(shown.ids), counts: shown.counts });
    });
  }

  watchMembers(filter: MemberFilter, listener: (list: MemberList) => void): () => void {
    return this.#watch({ kind: 'members', filter }, (shown) => {
      if (shown.kind === 'members') listener({ ids: new IdList(shown.ids), counts: shown.counts });
    });
  }

  watchOutgoings(filter: OutgoingFilter, actor: string, listener: (list: OutgoingList) => void): () => void {
    return this.#watch({ kind: 'outgoings', filter, actor }, (shown) => {
      if (shown.kind === 'outgoings') listener({ ids: new IdList(shown.ids), counts: shown.counts });
    });
  }

  watchUnitCounts(listener: (counts: ReadonlyMap<string, UnitCount>) => void): () => void {
    return this.#watch({ kind: 'unit-counts' }, (shown) => {
      if (shown.kind === 'unit-counts') listener(shown.counts);
    });
  }

  watchToday(staffId: string | null, today: PlainDate, listener: (facts: TodayFacts) => void): () => void {
    return this.#watch({ kind: 'today', staffId, today }, (shown) => {
      if (shown.kind === 'today') listener(toTodayFacts(shown, today));
    });
  }

  async list(filter: DocumentFilter, today: PlainDate): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'list', filter, today });
    return toList(ids[0]);
  }

  async listOutgoings(filter: OutgoingFilter): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'outgoing-list', filter });
    return toList(ids[0]);
  }

  async issuers(limit: number): Promise<readonly string[]> {
    return (await this.#ask({ kind: 'issuers', limit })).texts;
  }

  async find(query: string, limit: number): Promise<BestHits> {
    const { ids } = await this.#ask({ kind: 'best', query, limit });
    return { documents: toList(ids[0]), members: toList(ids[1]), outgoings: toList(ids[2]) };
  }

  async withSymbol(symbol: string): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'with-symbol', symbol });
    return toList(ids[0]);
  }

  close(): void {
    this.#watches.clear();
    this.#end();
  }

  #watch(watched: Watched, show: (shown: Shown) => void): () => void {
    const watchId = (this.#lastId += 1);
    this.#watches.set(watchId, show);
    this.#send({ kind: 'watch', watchId, watched });
    return () => {
      this.#watches.delete(watchId);
      this.#send({ kind: 'unwatch', watchId });
    };
  }

  #ask(question: Question): Promise<Answer> {
    const askId = (this.#lastId += 1);
    return new Promise((resolve) => {
      this.#asks.set(askId, resolve);
      this.#send({ kind: 'ask', askId, question });
    });
  }
}

function toList(ids: PackedIds | undefined): IdList {
  return new IdList(must(ids, 'every answer carries the lists its question asks for'));
}

function toTodayFacts(shown: Extract<Shown, { kind: 'today' }>, today: PlainDate): TodayFacts {
  const days = Array.from({ length: ARRIVAL_DAYS }, (_, i) => addDays(today, i + 1 - ARRIVAL_DAYS));
  const arrivals = days.map((day) => ({ day, count: shown.arrivals.get(dayNumber(day)) ?? 0 }));
  return {
    counts: shown.counts,
    registeredToday: arrivals.at(-1)?.count ?? 0,
    dueSoon: new IdList(shown.dueSoon),
    mine: new IdList(shown.mine),
    arrivals,
    probationary: new IdList(shown.probationary),
  };
}
