import type { Row, SyncRecord } from './record.ts';

/** Most rows one pull page carries. */
export const MAX_ROWS_PER_PAGE = 1000;

/** A page of a stream. `next` is where the following page starts; when `more` is false the asker is complete up to `next`. */
export type Page = { readonly rows: readonly Row[]; readonly next: number; readonly more: boolean };

/**
 * The row a device with complete cookie `base` needs of a record: cells and conflict sets newer than `base`.
 * Never cut by the page position: a record that moves to a later page while paging must still bring its older fields (trap 1 of the reference).
 */
export function toRow(record: SyncRecord, base: number): Row {
  if (base === 0) return record;
  return {
    type: record.type,
    id: record.id,
    seq: record.seq,
    f: newer(record.f, base),
    c: newer(record.c, base),
  };
}

/**
 * Makes a page from records with `seq > after`, in order of `seq`, of which the caller read up to `limit + 1`.
 * `streamSeq` is the stream's sequence read in the same snapshot.
 */
export function toPage(records: readonly SyncRecord[], base: number, limit: number, streamSeq: number): Page {
  const shown = records.slice(0, limit);
  const more = records.length > limit;
  const last = shown.at(-1)?.seq ?? streamSeq;
  return { rows: shown.map((record) => toRow(record, base)), next: more ? last : streamSeq, more };
}

function newer<T extends { readonly s: number }>(parts: Readonly<Record<string, T>>, base: number): Record<string, T> {
  const found: Record<string, T> = {};
  for (const field of Object.keys(parts)) {
    const part = parts[field] as T;
    if (part.s > base) found[field] = part;
  }
  return found;
}
