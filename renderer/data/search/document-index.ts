import type { PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentCounts, DocumentFacet, DocumentFilter } from '../documents/document-list.ts';
import { documentFacets } from '../documents/document-list.ts';
import type { DocumentRow } from '../rows.ts';
import { dayNumber, DocumentColumns, stateCode } from './document-columns.ts';
import { DocumentOrder } from './document-order.ts';
import { passesConditions } from './document-predicate.ts';
import { markedTokens, parseQuery, textTokens, tokensOfSymbol, type Query } from './search-tokens.ts';
import { hasOrdinal, intersect, ordinalsIn, TextIndex, type OrdinalSet } from './text-index.ts';
import { topOf } from './top-of.ts';

/** More than any sort key of a document: the score goes before it. */
const SCORE_STEP = 2 ** 40;
const awaiting = stateCode('awaiting-directive');
const inProgress = stateCode('in-progress');
const done = stateCode('done');
const forInformation = stateCode('for-information');

/** A list: packed ids in order and the counts of the chips. */
export type DocumentListing = { readonly ids: Uint8Array<ArrayBuffer>; readonly counts: DocumentCounts };

/** All documents of this PC as lists and searches see them. Lives in the search worker. */
export class DocumentIndex {
  readonly #columns = new DocumentColumns();
  readonly #order = new DocumentOrder(this.#columns);
  readonly #text = new TextIndex();
  readonly #ordinals = new Map<string, number>();
  #dead = 0;
  /** Own changes of a document's directives and files, by child id. */
  readonly #pendingChildren = new Map<string, string>();
  readonly #childrenOf = new Map<string, number>();
  /** Documents with a file that is only here. */
  #owing: ReadonlySet<string> = new Set();
  /** Ordinals of documents with such children or files; made anew after any change. */
  #pendingParents: ReadonlySet<number> | undefined;

  get length(): number {
    return this.#ordinals.size;
  }

  /** Takes a new or changed document; a removed or vanished one leaves the lists. */
  put(id: string, row: DocumentRow | null): void {
    this.#pendingParents = undefined;
    const old = this.#ordinals.get(id);
    if (old !== undefined) {
      this.#columns.live.set(old, 0);
      this.#dead += 1;
      this.#ordinals.delete(id);
    }
    if (row === null || row.removed) return;
    const ordinal = this.#columns.add(row);
    this.#ordinals.set(id, ordinal);
    this.#text.add(ordinal, tokensOf(row));
  }

  /** Notes whether a directive or file of a document has changes the province has not. */
  putChild(childId: string, documentId: string | null, isPending: boolean): void {
    this.#pendingParents = undefined;
    const before = this.#pendingChildren.get(childId);
    if (before !== undefined) this.#countChild(before, -1);
    this.#pendingChildren.delete(childId);
    if (!isPending || documentId === null) return;
    this.#pendingChildren.set(childId, documentId);
    this.#countChild(documentId, 1);
  }

  /** Takes the records with a file that is only here. */
  owe(ids: ReadonlySet<string>): void {
    this.#pendingParents = undefined;
    this.#owing = ids;
  }

  /** Ends a load: packs the text index. */
  settle(): void {
    this.#text.settle(true);
  }

  /** Whether so many rows were replaced that a rebuild from the store saves memory and time. */
  get isWorn(): boolean {
    return this.#dead > 4096 && this.#dead > this.#ordinals.size;
  }

  /** The list under a filter. */
  list(filter: DocumentFilter, today: PlainDate): DocumentListing {
    this.#text.settle();
    const query = parseQuery(filter.query);
    const found = this.#matching(query);
    const histogram = new Uint32Array(1 << documentFacets.length);
    const chosen = facetBit[filter.facet];
    const passes = passesConditions(this.#columns, filter);
    const day = dayNumber(today);
    const ordinals: number[] = [];
    const take = (at: number): void => {
      if (this.#columns.live.at(at) === 0 || !passes(at)) return;
      const bits = this.#facetBits(at, day);
      histogram[bits] = (histogram[bits] ?? 0) + 1;
      if ((bits & chosen) !== 0) ordinals.push(at);
    };
    if (found === undefined) for (let at = 0; at < this.#columns.size; at += 1) take(at);
    else ordinalsIn(found).forEach(take);
    const order = this.#order.sort(ordinals, filter.sort);
    const scores = this.#scores(query);
    const ids = this.#columns.packIds(scores === undefined ? order : byScore(order, scores));
    return { ids, counts: toCounts(histogram) };
  }

  /** The best documents for a query over everything, as ids in a packed block. */
  best(text: string, limit: number): Uint8Array<ArrayBuffer> {
    this.#text.settle();
    const query = parseQuery(text);
    const found = this.#matching(query);
    if (found === undefined) return new Uint8Array(0);
    const live = ordinalsIn(found).filter((at) => this.#columns.live.at(at) === 1);
    const scoreOf = this.#scores(query) ?? ((): number => 0);
    const newest = this.#order.keyOf('arrival');
    return this.#columns.packIds(topOf(live, limit, (at) => scoreOf(at) * SCORE_STEP + newest(at)));
  }

  /** Documents with exactly these pieces in their symbol, as ordinals' ids: for "Có thể trùng" and "số này đã dùng". */
  withSymbol(symbol: string): Uint8Array<ArrayBuffer> {
    const tokens = tokensOfSymbol(symbol);
    if (tokens.length === 0) return new Uint8Array(0);
    const key = tokens.join(' ');
    const found = this.#allOf(tokens.map(symbolTerm), false);
    const isSame = (at: number): boolean =>
      this.#columns.live.at(at) === 1 && tokensOfSymbol(this.#columns.symbols[at] ?? '').join(' ') === key;
    return this.#columns.packIds(ordinalsIn(found).filter(isSame));
  }

  /** Documents received per day since a day: day number to count. */
  arrivalsSince(from: PlainDate): ReadonlyMap<number, number> {
    const first = dayNumber(from);
    const byDay = new Map<number, number>();
    for (let at = 0; at < this.#columns.size; at += 1) {
      const day = this.#columns.received.at(at);
      if (day >= first && this.#columns.live.at(at) === 1) byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    return byDay;
  }

  /** Papers not done with a deadline up to a day, earliest first, as packed ids; with `staff`, all open papers this person holds. */
  open(until: PlainDate | null, staffId: string | null, limit: number): Uint8Array<ArrayBuffer> {
    const columns = this.#columns;
    const last = until === null ? Number.MAX_SAFE_INTEGER : dayNumber(until);
    const holder = staffId === null ? undefined : (columns.staffs.find(staffId) ?? -1);
    const ordinals: number[] = [];
    for (let at = 0; at < columns.size; at += 1) {
      if (columns.live.at(at) === 0 || columns.state.at(at) === done || columns.state.at(at) === forInformation)
        continue;
      const due = columns.due.at(at);
      const isWanted = holder === undefined ? due !== 0 && due <= last : columns.staff.at(at) === holder;
      if (isWanted) ordinals.push(at);
    }
    ordinals.sort((a, b) => (columns.due.at(a) || 99_999_999) - (columns.due.at(b) || 99_999_999));
    return columns.packIds(ordinals.slice(0, limit));
  }

  /** Issuers of the papers held, most used first. */
  issuers(limit: number): readonly string[] {
    const columns = this.#columns;
    const uses = new Uint32Array(columns.issuers.size);
    for (let at = 0; at < columns.size; at += 1) {
      const code = columns.issuer.at(at);
      if (columns.live.at(at) === 1) uses[code] = (uses[code] ?? 0) + 1;
    }
    const used = Array.from(uses.keys()).filter((code) => code > 0 && (uses[code] ?? 0) > 0);
    return used
      .sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0))
      .slice(0, limit)
      .map((code) => columns.issuers.textOf(code));
  }

  #countChild(documentId: string, by: number): void {
    const count = (this.#childrenOf.get(documentId) ?? 0) + by;
    if (count > 0) this.#childrenOf.set(documentId, count);
    else this.#childrenOf.delete(documentId);
  }

  #matching(query: Query): OrdinalSet | undefined {
    return query.terms.length === 0 ? undefined : this.#allOf(query.terms, true);
  }

  #allOf(terms: readonly string[], lastIsPrefix: boolean): OrdinalSet {
    const size = this.#columns.size;
    const found = this.#text.find(terms.at(-1) ?? '', lastIsPrefix, size);
    for (const term of terms.slice(0, -1)) intersect(found, this.#text.find(term, false, size));
    return found;
  }

  /** The chips a document belongs to, as bits in the order of `documentFacets`. */
  #facetBits(at: number, day: number): number {
    const columns = this.#columns;
    const state = columns.state.at(at);
    const due = columns.due.at(at);
    const isOverdue = due !== 0 && due < day && state !== done && state !== forInformation;
    const isUnsent =
      columns.pending.at(at) === 1 || (this.#childrenOf.size + this.#owing.size > 0 && this.#hasPendingChild(at));
    return (
      facetBit.all |
      (state === awaiting ? facetBit['awaiting-directive'] : 0) |
      (state === inProgress ? facetBit['in-progress'] : 0) |
      (isOverdue ? facetBit.overdue : 0) |
      (isUnsent ? facetBit['not-at-province'] : 0) |
      (state === done ? facetBit.done : 0) |
      (state === forInformation ? facetBit['for-information'] : 0) |
      (columns.arrival.at(at) === 0 ? facetBit.unnumbered : 0)
    );
  }

  #hasPendingChild(at: number): boolean {
    this.#pendingParents ??= new Set(
      [...this.#childrenOf.keys(), ...this.#owing].flatMap((id) => this.#ordinals.get(id) ?? []),
    );
    return this.#pendingParents.has(at);
  }

  /** How well a document fits beyond having all pieces: the symbol itself 4, all tone marks 2, the last word whole 1. */
  #scores(query: Query): ((at: number) => number) | undefined {
    const last = query.terms.at(-1);
    if (last === undefined) return undefined;
    const whole = this.#text.find(last, false, this.#columns.size);
    const marked = query.marked.length > 0 ? this.#allOf(query.marked, true) : undefined;
    const symbol = query.isSymbol ? this.#allOf(query.terms.map(symbolTerm), false) : undefined;
    return (at) =>
      (symbol !== undefined && hasOrdinal(symbol, at) ? 4 : 0) +
      (marked !== undefined && hasOrdinal(marked, at) ? 2 : 0) +
      (hasOrdinal(whole, at) ? 1 : 0);
  }
}

const facetBit = Object.fromEntries(documentFacets.map((facet, place) => [facet, 1 << place])) as Record<
  DocumentFacet,
  number
>;

function toCounts(histogram: Uint32Array): DocumentCounts {
  const counts = Object.fromEntries(documentFacets.map((facet) => [facet, 0])) as Record<DocumentFacet, number>;
  histogram.forEach((count, bits) => {
    if (count > 0) for (const facet of documentFacets) if ((bits & facetBit[facet]) !== 0) counts[facet] += count;
  });
  return counts;
}

/** What a document is found by. */
export function tokensOf(row: DocumentRow): readonly string[] {
  const text = `${row.abstract}\n${row.issuer}\n${row.signer}`;
  const number = row.arrivalNumber === null ? [] : [String(row.arrivalNumber)];
  const symbol = tokensOfSymbol(row.symbol);
  return [...symbol, ...number, ...[...symbol, ...number].map(symbolTerm), ...textTokens(text), ...markedTokens(text)];
}

/** Form under which a piece of the symbol, or the arrival number, is indexed apart from the text. */
function symbolTerm(token: string): string {
  return `#${token}`;
}

function byScore(order: Uint32Array, scoreOf: (at: number) => number): Uint32Array {
  const groups: number[][] = [[], [], [], [], [], [], [], []];
  for (const at of order) groups[scoreOf(at)]?.push(at);
  return Uint32Array.from(groups.reverse().flat());
}
