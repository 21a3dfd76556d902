import { compareNumbered, viCollator } from '#shared/base/collation.ts';
import type { DocumentSort } from '../documents/document-list.ts';
import type { DocumentColumns } from './document-columns.ts';
import { sortByKey } from './sort-by-key.ts';

/** The orders in which documents stand in lists. */
export class DocumentOrder {
  readonly #columns: DocumentColumns;
  readonly #ranks = new Map<'symbol' | 'issuer', { readonly size: number; readonly rank: Int32Array }>();

  constructor(columns: DocumentColumns) {
    this.#columns = columns;
  }

  /** Ordinals sorted; those that are alike as they came in. */
  sort(ordinals: readonly number[], sort: DocumentSort): Uint32Array {
    return sortByKey(ordinals, this.keyOf(sort.by), sort.descending);
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
