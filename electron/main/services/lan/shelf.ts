import type { CarriedBatch } from '#shared/contract/carried.ts';

/** A signed batch with what is to be known of it to pass it on: ops `n` to `lastN` of a PC. */
export type ShelfBatch = {
  readonly dev: number;
  readonly n: number;
  readonly lastN: number;
  readonly signed: Uint8Array<ArrayBuffer>;
};

/** How far a PC holds the ops of each PC, by number. */
export type Held = Readonly<Record<string, number>>;

/** Most bytes of batches in one message. */
const MESSAGE_BYTES = 1024 * 1024;

/** The batches this PC passes on: what the page holds of itself and of colleagues, and what has come since. */
export class Shelf {
  #kept: readonly ShelfBatch[] = [];
  #news: readonly ShelfBatch[] = [];

  /** Takes over what the page holds now. */
  replace(kept: readonly ShelfBatch[]): void {
    this.#kept = kept;
  }

  /** A batch that came from a colleague's PC; false when all of it is here. */
  add(signed: Uint8Array, { dev, ops }: CarriedBatch): boolean {
    const [n, lastN] = [ops[0]?.n ?? 0, ops.at(-1)?.n ?? 0];
    if ((this.held()[String(dev)] ?? 0) >= lastN) return false;
    this.#news = [...this.#news, { dev, n, lastN, signed: new Uint8Array(signed) }];
    return true;
  }

  /** What has come since this was asked last; the page keeps it from now on. */
  takeNews(): readonly ShelfBatch[] {
    const news = this.#news;
    this.#news = [];
    this.#kept = [...this.#kept, ...news];
    return news;
  }

  /** How far the ops of each PC lie here. */
  held(): Held {
    const held: Record<string, number> = {};
    for (const { dev, lastN } of this.#all()) held[String(dev)] = Math.max(held[String(dev)] ?? 0, lastN);
    return held;
  }

  /** What somebody who holds so much lacks, as much as one message carries. `to`: their own ops they have themselves. */
  lackedBy(their: Held, to: number): readonly Uint8Array[] {
    let bytes = 0;
    return this.#all()
      .filter(({ dev, lastN }) => dev !== to && lastN > (their[String(dev)] ?? 0))
      .sort((a, b) => a.dev - b.dev || a.n - b.n)
      .filter(({ signed }, i) => (bytes += signed.length) <= MESSAGE_BYTES || i === 0)
      .map(({ signed }) => signed);
  }

  #all(): readonly ShelfBatch[] {
    return [...this.#kept, ...this.#news];
  }
}
