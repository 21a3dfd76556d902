import type { PendingLoad } from '#renderer/data/replica/snapshot-load.ts';

/**
 * How far an empty store has been filled: papers that can be opened, of those there will be; `secondsLeft` at the rates measured so far, of the line or
 * of the store, whichever is slower; null before anything is measured.
 */
export type LoadProgress = {
  readonly papers: number;
  readonly papersInAll: number;
  readonly secondsLeft: number | null;
};

/** Counts what has come and what has been taken in, over all snapshots on their way, and tells of it. */
export class SnapshotProgress {
  readonly #tell: (progress: LoadProgress | null) => void;
  /** Bytes that have come of chunks not yet taken in. */
  readonly #fetched = new Map<string, number>();
  #loads: readonly PendingLoad[] = [];
  #papersOfChunk = 0;
  /** What the line has brought, and what the store has taken, since the program started. */
  readonly #line: Rate = { amount: 0, milliseconds: 0 };
  readonly #store: Rate = { amount: 0, milliseconds: 0 };

  constructor(tell: (progress: LoadProgress | null) => void) {
    this.#tell = tell;
  }

  /** The loads as the store has them: at the beginning, and after each chunk. */
  follow(loads: readonly PendingLoad[]): void {
    this.#loads = loads;
    this.#papersOfChunk = 0;
    this.#say();
  }

  /** Papers of the chunk at hand went into the store, in so many milliseconds. */
  noteApplied(papers: number, milliseconds: number): void {
    this.#papersOfChunk += papers;
    add(this.#store, papers, milliseconds);
    this.#say();
  }

  /** `offset`: bytes of a chunk that are here now; `milliseconds`: what the last piece took. */
  noteFetched(hash: string, offset: number, milliseconds: number): void {
    const before = this.#fetched.get(hash) ?? 0;
    this.#fetched.set(hash, offset);
    add(this.#line, Math.max(0, offset - before), milliseconds);
    this.#say();
  }

  #say(): void {
    if (this.#loads.length === 0) {
      this.#tell(null);
      return;
    }
    const all = this.#loads.flatMap(({ load }) => load.parts);
    const left = this.#loads.flatMap(({ load }) => load.parts.slice(load.done));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    const papersInAll = sum(all.map(({ papers }) => papers));
    const papersLeft = sum(left.map(({ papers }) => papers)) - this.#papersOfChunk;
    const bytesLeft = sum(left.map(({ hash, size }) => size - (this.#fetched.get(hash) ?? 0)));
    this.#tell({
      papers: papersInAll - Math.max(0, papersLeft),
      papersInAll,
      secondsLeft:
        this.#line.amount === 0
          ? null
          : Math.max(secondsFor(this.#line, bytesLeft), secondsFor(this.#store, papersLeft)),
    });
  }
}

/** What was done in which time. */
type Rate = { amount: number; milliseconds: number };

function add(rate: Rate, amount: number, milliseconds: number): void {
  rate.amount += amount;
  rate.milliseconds += milliseconds;
}

/** Whole seconds for so much more; 0 while nothing was measured. */
function secondsFor({ amount, milliseconds }: Rate, left: number): number {
  return amount === 0 ? 0 : Math.ceil((Math.max(0, left) * milliseconds) / amount / 1000);
}
