import type { PendingLoad } from '#renderer/data/replica/snapshot-load.ts';

/** How far an empty store has been filled: papers that can be opened, of those there will be; `secondsLeft` at the rate measured so far, null before anything is measured. */
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
  #bytes = 0;
  #milliseconds = 0;

  constructor(tell: (progress: LoadProgress | null) => void) {
    this.#tell = tell;
  }

  /** The loads as the store has them: at the beginning, and after each chunk. */
  follow(loads: readonly PendingLoad[]): void {
    this.#loads = loads;
    this.#papersOfChunk = 0;
    this.#say();
  }

  /** Papers of the chunk at hand went into the store. */
  noteApplied(papers: number): void {
    this.#papersOfChunk += papers;
    this.#say();
  }

  /** `offset`: bytes of a chunk that are here now; `milliseconds`: what the last piece took. */
  noteFetched(hash: string, offset: number, milliseconds: number): void {
    const before = this.#fetched.get(hash) ?? 0;
    this.#fetched.set(hash, offset);
    this.#bytes += Math.max(0, offset - before);
    this.#milliseconds += milliseconds;
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
      secondsLeft: this.#bytes === 0 ? null : Math.ceil((bytesLeft * this.#milliseconds) / this.#bytes / 1000),
    });
  }
}
