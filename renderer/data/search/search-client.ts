import { must } from '#shared/base/must.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentFilter } from '../documents/document-list.ts';
import type { PersonFacts } from '#shared/domain/member/likely-same.ts';
import type { MemberAsk, MemberReach } from '../members/member-list.ts';
import type { OutgoingFilter } from '../outgoing/outgoing-list.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import { keepSame } from '../keep-same.ts';
import type { RowChange } from '../rows.ts';
import { dayNumber } from './document-columns.ts';
import { IdList } from './id-list.ts';
import type { UnitCount } from './member-index.ts';
import type { FromIndex, PackedIds, Question, Shown, ToIndex, Watched } from './search-messages.ts';
import type { BestHits, DocumentList, MemberList, OutgoingList, SearchPort, TodayFacts } from './search-port.ts';

type Answer = Extract<FromIndex, { kind: 'answer' }>;

const ARRIVAL_DAYS = 14;
/** A list of 60,000 ids is a megabyte. */
const REMEMBERED = 8;

type SharedWatch<T> = {
  readonly watchId: number;
  readonly listeners: Set<(value: T) => void>;
  value: T | undefined;
  /** Something has changed since it was last told. */
  isDoubtful: boolean;
};

/** The value of a message; parts that are as before are the same values. Undefined for a message of another kind. */
type Convert<T> = (shown: Shown, before: T | undefined) => T | undefined;

/** The page's end of the search index: turns calls into messages and messages into lists. */
export class SearchClient implements SearchPort {
  readonly #send: (message: ToIndex) => void;
  readonly #end: () => void;
  readonly #watches = new Map<number, (shown: Shown) => void>();
  readonly #shared = new Map<string, SharedWatch<unknown>>();
  /** What ended watches were last told, the longest ago first; nothing has changed since. */
  readonly #remembered = new Map<string, unknown>();
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

  owe(ids: readonly string[]): void {
    this.#doubt();
    this.#send({ kind: 'owing', ids });
  }

  changed(changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    this.#doubt();
    this.#send({ kind: 'changed', changes });
  }

  rebuild(): void {
    this.#doubt();
    this.#send({ kind: 'rebuild' });
  }

  takeKeys(rowKeys: readonly RowKey[]): void {
    this.#send({ kind: 'keys', rowKeys });
  }

  watchDocuments(filter: DocumentFilter, today: PlainDate, listener: (list: DocumentList) => void): () => void {
    return this.#watch<DocumentList>({ kind: 'documents', filter, today }, listener, (shown, before) =>
      shown.kind === 'documents' ? { ids: keepList(before?.ids, shown.ids), counts: shown.counts } : undefined,
    );
  }

  watchMembers(ask: MemberAsk, listener: (list: MemberList) => void): () => void {
    return this.#watch<MemberList>({ kind: 'members', ask }, listener, (shown, before) =>
      shown.kind === 'members' ? { ids: keepList(before?.ids, shown.ids), counts: shown.counts } : undefined,
    );
  }

  watchOutgoings(filter: OutgoingFilter, actor: string, listener: (list: OutgoingList) => void): () => void {
    return this.#watch<OutgoingList>({ kind: 'outgoings', filter, actor }, listener, (shown, before) =>
      shown.kind === 'outgoings' ? { ids: keepList(before?.ids, shown.ids), counts: shown.counts } : undefined,
    );
  }

  watchUnitCounts(listener: (counts: ReadonlyMap<string, UnitCount>) => void): () => void {
    return this.#watch<ReadonlyMap<string, UnitCount>>({ kind: 'unit-counts' }, listener, (shown) =>
      shown.kind === 'unit-counts' ? shown.counts : undefined,
    );
  }

  watchToday(staffId: string | null, today: PlainDate, listener: (facts: TodayFacts) => void): () => void {
    return this.#watch<TodayFacts>({ kind: 'today', staffId, today }, listener, (shown, before) =>
      shown.kind === 'today' ? toTodayFacts(shown, today, before) : undefined,
    );
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

  async listMembers(ask: MemberAsk): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'member-list', ask });
    return toList(ids[0]);
  }

  async findMemberTwins(person: PersonFacts, ownId: string | null): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'member-twins', person, ownId });
    return toList(ids[0]);
  }

  async find(query: string, limit: number, reach: MemberReach): Promise<BestHits> {
    const { ids } = await this.#ask({ kind: 'best', query, limit, reach });
    return { documents: toList(ids[0]), members: toList(ids[1]), outgoings: toList(ids[2]) };
  }

  async withSymbol(symbol: string): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'with-symbol', symbol });
    return toList(ids[0]);
  }

  async findStudy(query: string): Promise<IdList> {
    const { ids } = await this.#ask({ kind: 'study', query });
    return toList(ids[0]);
  }

  textsChanged(): void {
    this.#send({ kind: 'texts' });
  }

  close(): void {
    this.#watches.clear();
    this.#shared.clear();
    this.#end();
  }

  /** Watchers of the same thing share one watch; one of a thing watched before, without a change since, is told at once. */
  #watch<T>(watched: Watched, listener: (value: T) => void, convert: Convert<T>): () => void {
    const key = JSON.stringify(watched);
    const watch = (this.#shared.get(key) as SharedWatch<T> | undefined) ?? this.#begin(key, watched, convert);
    watch.listeners.add(listener);
    if (watch.value !== undefined) listener(watch.value);
    return () => {
      watch.listeners.delete(listener);
      if (watch.listeners.size === 0 && this.#shared.get(key)?.watchId === watch.watchId) this.#endWatch(key, watch);
    };
  }

  #begin<T>(key: string, watched: Watched, convert: Convert<T>): SharedWatch<T> {
    const watchId = (this.#lastId += 1);
    const value = this.#remembered.get(key) as T | undefined;
    const watch: SharedWatch<T> = { watchId, listeners: new Set(), value, isDoubtful: false };
    this.#shared.set(key, watch as SharedWatch<unknown>);
    this.#watches.set(watchId, (shown) => {
      const told = convert(shown, watch.value);
      if (told === undefined) return;
      watch.value = told;
      watch.isDoubtful = false;
      for (const listener of [...watch.listeners]) listener(told);
    });
    this.#send({ kind: 'watch', watchId, watched });
    return watch;
  }

  #doubt(): void {
    this.#remembered.clear();
    for (const watch of this.#shared.values()) watch.isDoubtful = true;
  }

  #endWatch<T>(key: string, { watchId, value, isDoubtful }: SharedWatch<T>): void {
    this.#shared.delete(key);
    this.#watches.delete(watchId);
    this.#send({ kind: 'unwatch', watchId });
    this.#remembered.delete(key);
    if (value !== undefined && !isDoubtful) this.#remembered.set(key, value);
    if (this.#remembered.size > REMEMBERED) this.#remembered.delete(this.#remembered.keys().next().value ?? '');
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

/** The list before, when it holds the same ids: then nobody needs to read or draw its rows again. */
function keepList(before: IdList | undefined, ids: PackedIds): IdList {
  const list = new IdList(ids);
  return before?.equals(list) === true ? before : list;
}

function toTodayFacts(
  shown: Extract<Shown, { kind: 'today' }>,
  today: PlainDate,
  before: TodayFacts | undefined,
): TodayFacts {
  const days = Array.from({ length: ARRIVAL_DAYS }, (_, i) => addDays(today, i + 1 - ARRIVAL_DAYS));
  const arrivals = days.map((day) => ({ day, count: shown.arrivals.get(dayNumber(day)) ?? 0 }));
  return keepSame(before, {
    counts: shown.counts,
    registeredToday: arrivals.at(-1)?.count ?? 0,
    dueSoon: keepList(before?.dueSoon, shown.dueSoon),
    mine: keepList(before?.mine, shown.mine),
    arrivals,
    probationary: keepList(before?.probationary, shown.probationary),
  });
}
