import { compareNumbered, viCollator } from '#shared/base/collation.ts';
import {
  outgoingFacets,
  type OutgoingCounts,
  type OutgoingFacet,
  type OutgoingFilter,
  type OutgoingSort,
} from '../outgoing/outgoing-list.ts';
import type { OpinionRow, OutgoingRow } from '../rows.ts';
import { OpenOpinions } from './open-opinions.ts';
import { OutgoingColumns, outgoingStateCode } from './outgoing-columns.ts';
import { markedTokens, parseQuery, textTokens, tokensOfSymbol } from './search-tokens.ts';
import { sortByKey } from './sort-by-key.ts';
import { intersect, ordinalsIn, TextIndex, type OrdinalSet } from './text-index.ts';

const inReview = outgoingStateCode('in-review');

/** Chips a state belongs to, by its code; `all` is added to each and `for-me` depends on who asks. */
const facetOfState: ReadonlyMap<number, OutgoingFacet> = new Map([
  [outgoingStateCode('draft'), 'drafting'],
  [inReview, 'drafting'],
  [outgoingStateCode('approved'), 'approved'],
  [outgoingStateCode('awaiting-number'), 'awaiting-number'],
  [outgoingStateCode('issued'), 'issued'],
  [outgoingStateCode('recalled'), 'withdrawn'],
  [outgoingStateCode('void'), 'withdrawn'],
]);

/** A list: packed ids in order and the counts of the chips. */
export type OutgoingListing = { readonly ids: Uint8Array<ArrayBuffer>; readonly counts: OutgoingCounts };

/** All outgoing papers of this PC as lists and searches see them. Lives in the search worker. */
export class OutgoingIndex {
  readonly #columns = new OutgoingColumns();
  readonly #text = new TextIndex();
  readonly #ordinals = new Map<string, number>();
  readonly #opinions = new OpenOpinions();
  readonly #ranks = new Map<'symbol' | 'signer', { readonly size: number; readonly rank: Int32Array }>();
  #dead = 0;
  /** Papers with a file that is only here. */
  #owing: ReadonlySet<string> = new Set();

  get length(): number {
    return this.#ordinals.size;
  }

  /** Takes a new or changed paper; a removed or vanished one leaves the lists. */
  put(id: string, row: OutgoingRow | null): void {
    const old = this.#ordinals.get(id);
    if (old !== undefined) {
      this.#columns.live.set(old, 0);
      this.#dead += 1;
      this.#ordinals.delete(id);
    }
    if (row === null || row.removed || !isOpen(row)) this.#opinions.forget(id);
    if (row === null || row.removed) return;
    const ordinal = this.#columns.add(row);
    this.#ordinals.set(id, ordinal);
    this.#text.add(ordinal, tokensOf(row));
  }

  /** Takes an opinion on a paper. Only those on open papers are kept: they say whom a paper waits for. */
  putOpinion(id: string, row: OpinionRow | null): void {
    const at = row === null ? undefined : this.#ordinals.get(row.outgoingId);
    const isSettled = at !== undefined && !openStates.has(this.#columns.state.at(at));
    this.#opinions.put(id, isSettled ? null : row);
  }

  /** Papers whose text may still change, as record ids: those opinions are asked of. */
  openIds(): readonly string[] {
    return [...this.#ordinals].filter(([, at]) => openStates.has(this.#columns.state.at(at))).map(([id]) => id);
  }

  /** Takes the records with a file that is only here. */
  owe(ids: ReadonlySet<string>): void {
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

  /** The list under a filter; `actor` is whom `for-me` is asked for. */
  list(filter: OutgoingFilter, actor: string): OutgoingListing {
    this.#text.settle();
    const found = this.#matching(filter.query);
    const passes = this.#conditions(filter);
    const mine = this.#waitingFor(actor);
    const owing = new Set([...this.#owing].flatMap((id) => this.#ordinals.get(id) ?? []));
    const counts = Object.fromEntries(outgoingFacets.map((facet) => [facet, 0])) as Record<OutgoingFacet, number>;
    const ordinals: number[] = [];
    const take = (at: number): void => {
      if (this.#columns.live.at(at) === 0 || !passes(at)) return;
      const facet = facetOfState.get(this.#columns.state.at(at)) ?? 'all';
      const isMine = mine.has(at);
      counts.all += 1;
      counts[facet] += 1;
      const isUnsent = this.#columns.pending.at(at) === 1 || owing.has(at);
      if (isMine) counts['for-me'] += 1;
      if (isUnsent) counts['not-at-province'] += 1;
      const facets = ['all', facet, ...(isMine ? ['for-me'] : []), ...(isUnsent ? ['not-at-province'] : [])];
      if (facets.includes(filter.facet)) ordinals.push(at);
    };
    if (found === undefined) for (let at = 0; at < this.#columns.size; at += 1) take(at);
    else ordinalsIn(found).forEach(take);
    const order = sortByKey(ordinals, this.#keyOf(filter.sort.by), filter.sort.descending);
    return { ids: this.#columns.packIds(order), counts };
  }

  /** The best papers for a query over everything, newest first, as ids in a packed block. */
  best(text: string, limit: number): Uint8Array<ArrayBuffer> {
    this.#text.settle();
    const found = this.#matching(text);
    if (found === undefined) return new Uint8Array(0);
    const live = ordinalsIn(found).filter((at) => this.#columns.live.at(at) === 1);
    return this.#columns.packIds(sortByKey(live, this.#keyOf('date'), true).slice(0, limit));
  }

  #matching(text: string): OrdinalSet | undefined {
    const { terms } = parseQuery(text);
    const last = terms.at(-1);
    if (last === undefined) return undefined;
    const size = this.#columns.size;
    const found = this.#text.find(last, true, size);
    for (const term of terms.slice(0, -1)) intersect(found, this.#text.find(term, false, size));
    return found;
  }

  #conditions({ registerId, typeId, bodyId, year, regime }: OutgoingFilter): (at: number) => boolean {
    const columns = this.#columns;
    const register = registerId === null ? undefined : (columns.registers.find(registerId) ?? -1);
    const type = typeId === null ? undefined : (columns.types.find(typeId) ?? -1);
    const body = bodyId === null ? undefined : (columns.bodies.find(bodyId) ?? -1);
    const party = regime === null ? undefined : regime === 'party' ? 1 : 0;
    return (at) =>
      (register === undefined || columns.register.at(at) === register) &&
      (type === undefined || columns.type.at(at) === type) &&
      (body === undefined || columns.body.at(at) === body) &&
      (party === undefined || columns.party.at(at) === party) &&
      (year === null || Math.floor(columns.day.at(at) / 10_000) === year);
  }

  /** Ordinals of papers that wait for this person: asked for an opinion, or theirs to sign and in review. */
  #waitingFor(actor: string): ReadonlySet<number> {
    if (actor === '') return new Set();
    const columns = this.#columns;
    const asked = this.#opinions.waitingFor(actor).flatMap((id) => this.#ordinals.get(id) ?? []);
    const waiting = new Set(asked.filter((at) => openStates.has(columns.state.at(at))));
    const signer = columns.signers.find(actor);
    if (signer === undefined) return waiting;
    for (let at = 0; at < columns.size; at += 1)
      if (columns.signer.at(at) === signer && columns.state.at(at) === inReview && columns.live.at(at) === 1)
        waiting.add(at);
    return waiting;
  }

  #keyOf(by: OutgoingSort['by']): (at: number) => number {
    const columns = this.#columns;
    switch (by) {
      case 'date':
        return (at) => columns.day.at(at);
      case 'number':
        return (at) => columns.number.at(at) || 9_999_999;
      case 'symbol':
      case 'signer': {
        const rank = this.#rankOf(by);
        return (at) => rank[by === 'signer' ? columns.signerName.at(at) : at] ?? 0;
      }
    }
  }

  /** Ranks of texts in Vietnamese order, made when first asked for. */
  #rankOf(by: 'symbol' | 'signer'): Int32Array {
    const columns = this.#columns;
    const size = by === 'signer' ? columns.signerNames.size : columns.size;
    const known = this.#ranks.get(by);
    if (known?.size === size) return known.rank;
    const order = Array.from({ length: size }, (_, i) => i);
    const nameOf = (code: number): string => columns.signerNames.textOf(code);
    if (by === 'signer') order.sort((a, b) => viCollator.compare(nameOf(a), nameOf(b)));
    else order.sort((a, b) => compareNumbered(columns.symbols[a] ?? '', columns.symbols[b] ?? ''));
    const rank = new Int32Array(size);
    order.forEach((at, place) => (rank[at] = place));
    this.#ranks.set(by, { size, rank });
    return rank;
  }
}

const openStates: ReadonlySet<number> = new Set(
  (['draft', 'in-review', 'approved'] as const).map((state) => outgoingStateCode(state)),
);

function isOpen({ state }: OutgoingRow): boolean {
  return openStates.has(outgoingStateCode(state));
}

function tokensOf(row: OutgoingRow): readonly string[] {
  const text = `${row.abstract}\n${row.signer}\n${row.recipients}`;
  const number = row.number === null ? [] : [String(row.number)];
  return [...tokensOfSymbol(row.symbol), ...number, ...textTokens(text), ...markedTokens(text)];
}
