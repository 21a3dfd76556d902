import type { FieldSet, FieldValue } from './op.ts';
import type { Cell, SyncRecord } from './record.ts';

/**
 * All that a record says, as one text: both ends hash it (SHA-256 over UTF-8), so that a device can know that the province holds the very same. Fields,
 * conflicts and the names within values are in order, for neither the wire nor the database keeps theirs. The form never changes: another one would
 * need another name on the wire.
 */
export function contentText({ type, id, seq, f, c }: SyncRecord): string {
  const fields = inOrder(f).map(([field, cell]) => [field, ...partsOf(cell)]);
  const conflicts = inOrder(c).map(([field, { s, e }]) => [
    field,
    s,
    Object.values(e)
      .sort((one, other) => one.d - other.d)
      .map(partsOf),
  ]);
  return JSON.stringify([type, id, seq, fields, conflicts]);
}

/**
 * What the province holds of a stretch of a stream, from behind the sequence asked for up to `upTo`: SHA-256, as 64 hex digits, over the SHA-256 of the
 * content of each record in it, in order of sequence. A device whose own copy comes to the same holds the same, record by record.
 */
export type ConfirmedStretch = { readonly upTo: number; readonly hash: string };

function partsOf({ v, s, h, d, by }: Cell): readonly unknown[] {
  return [withNamesInOrder(v), s, h, d, by];
}

/** Lists of pairs instead of objects: no order is left to chance. A list and an object can never come to the same text. */
function withNamesInOrder(value: FieldValue): unknown {
  if (Array.isArray(value)) return value.map((part) => withNamesInOrder(part as FieldValue));
  if (typeof value !== 'object' || value === null) return value;
  return { o: inOrder(value as FieldSet).map(([name, part]) => [name, withNamesInOrder(part)]) };
}

function inOrder<T>(parts: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1));
}
