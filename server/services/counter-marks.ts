import { crc32 } from 'node:zlib';
import type { FieldValue, Op } from '#shared/sync/op.ts';

/** How many of a device's last ops are marked. */
export const MARKS_KEPT = 512;

const MARK_BYTES = 4;

/** Mark of a counter nothing is known of. */
const UNKNOWN = 0;

/**
 * 32 bits by which an op is told from another one with the same counter: of its content, whatever the order of its fields. Not of its `base`:
 * after a restore a PC sends its ops again with a lower one.
 */
export function markOf({ t, stream, type, id, f, h, by, origin }: Op): number {
  let content = `${t} ${stream} ${type} ${id} ${h} ${by}`;
  if (origin !== undefined) content += JSON.stringify(inOrder(origin as FieldValue));
  for (const field of Object.keys(f).sort()) {
    const value = f[field] as FieldValue;
    content += typeof value === 'string' ? `\n${field}"${value}` : `\n${field} ${JSON.stringify(inOrder(value))}`;
  }
  const mark = crc32(content);
  return mark === UNKNOWN ? 1 : mark;
}

/** The ring with these ops' marks in it; each takes the place of the one 512 counters before. */
export function withMarks(ring: Buffer, ops: readonly Op[]): Buffer {
  const next = Buffer.alloc(MARKS_KEPT * MARK_BYTES);
  ring.copy(next);
  for (const op of ops) next.writeUInt32LE(markOf(op), placeOf(op.n));
  return next;
}

/** Whether the op is the one taken under its counter, as far as the ring reaches: `undefined` where it does not. `lastN`: last counter taken. */
export function isAsMarked(ring: Buffer, lastN: number, op: Op): boolean | undefined {
  if (op.n <= lastN - MARKS_KEPT || ring.length < MARKS_KEPT * MARK_BYTES) return undefined;
  const mark = ring.readUInt32LE(placeOf(op.n));
  return mark === UNKNOWN ? undefined : mark === markOf(op);
}

function placeOf(n: number): number {
  return (n % MARKS_KEPT) * MARK_BYTES;
}

/** A value with the keys of its objects sorted, so that its JSON is the same however it travelled. */
function inOrder(value: FieldValue): FieldValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly FieldValue[]).map(inOrder);
  const known = value as Readonly<Record<string, FieldValue>>;
  return Object.fromEntries(
    Object.keys(known)
      .sort()
      .map((key) => [key, inOrder(known[key] as FieldValue)]),
  );
}
