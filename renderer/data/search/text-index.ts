const TAIL_LIMIT = 1500;

/** Set of ordinals as bits. */
export type OrdinalSet = Uint8Array;

/** Terms in order with their postings as delta varints in one block of bytes: about two bytes a posting. */
type Segment = { readonly terms: readonly string[]; readonly starts: Uint32Array; readonly bytes: Uint8Array };

const emptySegment: Segment = { terms: [], starts: new Uint32Array(1), bytes: new Uint8Array(0) };

/**
 * Inverted index over ordinals (0, 1, 2 …, growing). Texts are added in order of ordinal; a changed text gets a new ordinal from its owner.
 * A packed base segment and a small tail for new texts; the tail is packed into the base when it has grown.
 */
export class TextIndex {
  #base: Segment = emptySegment;
  #tail = new Map<string, number[]>();
  #tailTerms: string[] | undefined;
  #inTail = 0;

  /** Adds a text's pieces under an ordinal higher than all before. */
  add(ordinal: number, tokens: Iterable<string>): void {
    for (const token of new Set(tokens)) {
      const list = this.#tail.get(token);
      if (list === undefined) {
        this.#tail.set(token, [ordinal]);
        this.#tailTerms = undefined;
      } else list.push(ordinal);
    }
    this.#inTail += 1;
  }

  /** Packs the tail when it has grown; called by the owner between queries. `force` packs what there is. */
  settle(force = false): void {
    if (this.#inTail === 0 || (!force && this.#inTail < TAIL_LIMIT)) return;
    this.#base = pack(this.#base, this.#tail);
    this.#tail = new Map();
    this.#tailTerms = undefined;
    this.#inTail = 0;
  }

  /** Ordinals having the term, or any term that begins with it. `size`: one more than the highest ordinal. */
  find(term: string, asPrefix: boolean, size: number): OrdinalSet {
    const hits = new Uint8Array((size + 7) >> 3);
    const { terms, starts, bytes } = this.#base;
    for (let i = lowerBound(terms, term); i < terms.length && matches(terms[i] ?? '', term, asPrefix); i += 1) {
      unpackInto(hits, bytes, starts[i] ?? 0, starts[i + 1] ?? 0);
    }
    if (!asPrefix) mark(hits, this.#tail.get(term));
    else {
      this.#tailTerms ??= [...this.#tail.keys()].sort(byCode);
      for (
        let i = lowerBound(this.#tailTerms, term);
        i < this.#tailTerms.length && matches(this.#tailTerms[i] ?? '', term, true);
        i += 1
      ) {
        mark(hits, this.#tail.get(this.#tailTerms[i] ?? ''));
      }
    }
    return hits;
  }

  /** Bytes held by the packed segment. */
  get packedBytes(): number {
    return this.#base.bytes.byteLength + this.#base.starts.byteLength;
  }
}

/** Keeps in `into` only what is in `other` too. */
export function intersect(into: OrdinalSet, other: OrdinalSet): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) & (other[i] ?? 0);
}

/** Takes into `into` what is in `other` too. */
export function unite(into: OrdinalSet, other: OrdinalSet): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) | (other[i] ?? 0);
}

/** Whether an ordinal is in the set. */
export function hasOrdinal(set: OrdinalSet, ordinal: number): boolean {
  return (((set[ordinal >> 3] ?? 0) >> (ordinal & 7)) & 1) === 1;
}

/** The ordinals of a set, rising. */
export function ordinalsIn(set: OrdinalSet): number[] {
  const ordinals: number[] = [];
  for (let i = 0; i < set.length; i += 1) {
    for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) ordinals.push(i * 8 + 31 - Math.clz32(bits & -bits));
  }
  return ordinals;
}

function matches(term: string, asked: string, asPrefix: boolean): boolean {
  return asPrefix ? term.startsWith(asked) : term === asked;
}

function mark(hits: OrdinalSet, ordinals: readonly number[] | undefined): void {
  for (const ordinal of ordinals ?? []) hits[ordinal >> 3] = (hits[ordinal >> 3] ?? 0) | (1 << (ordinal & 7));
}

function unpackInto(hits: OrdinalSet, bytes: Uint8Array, start: number, end: number): void {
  let ordinal = -1;
  let at = start;
  while (at < end) {
    let delta = 0;
    let shift = 0;
    let byte = 0x80;
    while (byte >= 0x80) {
      byte = bytes[at] ?? 0;
      delta |= (byte & 0x7f) << shift;
      shift += 7;
      at += 1;
    }
    ordinal += delta;
    hits[ordinal >> 3] = (hits[ordinal >> 3] ?? 0) | (1 << (ordinal & 7));
  }
}

/** Joins a segment and newer postings. Old postings are copied as bytes; only the first new delta needs the last old ordinal. */
function pack(base: Segment, tail: ReadonlyMap<string, readonly number[]>): Segment {
  const added = [...tail.keys()].sort(byCode);
  const terms: string[] = [];
  const starts: number[] = [];
  const out = new ByteSink(base.bytes.byteLength + 4096);
  let b = 0;
  let t = 0;
  while (b < base.terms.length || t < added.length) {
    const old = base.terms[b];
    const fresh = added[t];
    const takeOld = old !== undefined && (fresh === undefined || old <= fresh);
    const takeFresh = fresh !== undefined && (old === undefined || fresh <= old);
    terms.push(takeOld ? old : (fresh ?? ''));
    starts.push(out.length);
    let last = -1;
    if (takeOld) {
      const bytes = base.bytes.subarray(base.starts[b] ?? 0, base.starts[b + 1] ?? 0);
      out.append(bytes);
      last = lastOrdinal(bytes);
      b += 1;
    }
    if (takeFresh) {
      for (const ordinal of tail.get(fresh) ?? []) {
        out.varint(ordinal - last);
        last = ordinal;
      }
      t += 1;
    }
  }
  starts.push(out.length);
  return { terms, starts: Uint32Array.from(starts), bytes: out.bytes() };
}

function lastOrdinal(bytes: Uint8Array): number {
  let ordinal = -1;
  let delta = 0;
  let shift = 0;
  for (const byte of bytes) {
    delta |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      ordinal += delta;
      delta = 0;
      shift = 0;
    }
  }
  return ordinal;
}

function lowerBound(terms: readonly string[], asked: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < asked) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Growing block of bytes. */
class ByteSink {
  #block: Uint8Array;
  length = 0;

  constructor(size: number) {
    this.#block = new Uint8Array(size);
  }

  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest >= 0x80) {
      this.#block[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#block[this.length++] = rest;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#block.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Uint8Array {
    return this.#block.slice(0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#block.length) return;
    const grown = new Uint8Array(Math.max(this.#block.length * 2, this.length + more));
    grown.set(this.#block);
    this.#block = grown;
  }
}
