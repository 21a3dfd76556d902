const BUCKETS = 256;
const PRIME = 0x01000193;

/** Integrity digest of a stream: 256 sums over (id, sequence), each of 32 bits. Equal copies have equal digests, whatever the order. */
export type Digest = Uint32Array;

/** Digest of a set of records, always computed from the holder's own rows, never adopted from the other side. */
export function digestOf(records: Iterable<{ readonly id: string; readonly seq: number }>): Digest {
  const sums = new Uint32Array(BUCKETS);
  for (const { id, seq } of records) {
    const bucket = hashText(id, 0x811c9dc5) & (BUCKETS - 1);
    sums[bucket] = ((sums[bucket] ?? 0) + hashText(`${id}@${String(seq)}`, 0x9747b28c)) >>> 0;
  }
  return sums;
}

/** A digest as 16 hex digits, to compare two copies in one short text. */
export function digestRoot(digest: Digest): string {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (const sum of digest) {
    high = Math.imul(high ^ sum, PRIME) >>> 0;
    low = Math.imul(low ^ ((sum << 13) | (sum >>> 19)), PRIME) >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** FNV-1a with a final mix. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
