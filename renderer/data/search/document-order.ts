import { compareNumbered, viCollator } from '#shared/base/collation.ts';
import type { DocumentSort } from '../documents/document-list.ts';
import type { DocumentColumns } from './document-columns.ts';

/** Ordinals are told apart in the low bits of a sort key; keys stay below 2^53. */
const ORDINAL_SPAN = 2 ** 20;

/** The orders in which documents stand in lists. */
export class DocumentOrder {
  readonly #columns: DocumentColumns;
  readonly #ranks = new Map<'symbol' | 'issuer', { readonly size: number; readonly rank: Int32Array }>();

  constructor(columns: DocumentColumns) {
    this.#columns = columns;
  }

  /** Ordinals sorted; those that are alike as they came in. */
  sort(ordinals: readonly number[], sort: DocumentSort): Uint32Array {
    const keyOf = this.keyOf(sort.by);
    const keys = new Float64Array(ordinals.length);
    for (let i = 0; i < ordinals.length; i += 1) {
      const at = ordinals[i] ?? 0;
      const signed = sort.descending ? keyOf(at) * ORDINAL_SPAN + at : -keyOf(at) * ORDINAL_SPAN - at;
      keys[i] = signed;
    }
    keys.sort();
    const order = new Uint32Array(ordinals.length);
    for (let i = 0; i < keys.length; i += 1) order[i] = Math.abs(keys[keys.length - 1 - i] ?? 0) % ORDINAL_SPAN;
    return order;
  }

  /** The larger, the later in ascending order; below 2^33. */
  keyOf(by: DocumentSort['by']): (at: number) => number {
    const columns = this.#columns;
    switch (by) {
      case 'arrival':
        // Papers without number stand first among the newest, where they will get their number.
        return (at) => columns.year.at(at) * 1_000_000 + (columns.arrival.at(at) || 999_999);
      case 'received':
        return (at) => columns.received.at(at);
      case 'issued':
        return (at) => columns.issued.at(at);
      case 'due':
        return (at) => columns.due.at(at);
      case 'symbol':
      case 'issuer': {
        const rank = this.#rankOf(by);
        return (at) => rank[by === 'issuer' ? columns.issuer.at(at) : at] ?? 0;
      }
    }
  }

  /** Ranks of texts in Vietnamese order, made when first asked for. */
  #rankOf(by: 'symbol' | 'issuer'): Int32Array {
    const columns = this.#columns;
    const size = by === 'issuer' ? columns.issuers.size : columns.size;
    const known = this.#ranks.get(by);
    if (known?.size === size) return known.rank;
    const order = Array.from({ length: size }, (_, i) => i);
    if (by === 'issuer') order.sort((a, b) => viCollator.compare(columns.issuers.textOf(a), columns.issuers.textOf(b)));
    else order.sort((a, b) => compareNumbered(columns.symbols[a] ?? '', columns.symbols[b] ?? ''));
    const rank = new Int32Array(size);
    order.forEach((at, place) => (rank[at] = place));
    this.#ranks.set(by, { size, rank });
    return rank;
  }
}
