import { lowerClaim, sharedUpTo } from '../epoch.ts';
import type { Op } from '../op.ts';
import { recordKey } from '../record.ts';
import type { SimBatch, SimTaken } from './messages.ts';

type Held = { readonly op: Op; readonly epoch: string };

/** Ops of colleagues' PCs as one PC holds them, and how far each was taken by the server: what comes again of that is passed over. */
export class SimPeers {
  private held = new Map<string, Held>();
  private readonly taken = new Map<number, number>();

  constructor(private readonly stream: string | undefined) {}

  /** Those on a record of the office's stream. */
  on(key: string): readonly Op[] {
    const isOnIt = (op: Op): boolean => op.stream === this.stream && recordKey(op.type, op.id) === key;
    return [...this.held.values()].map(({ op }) => op).filter(isOnIt);
  }

  devices(): readonly number[] {
    return [...new Set([...this.held.values()].map(({ op }) => op.dev))];
  }

  take(batches: readonly SimBatch[]): void {
    for (const { epoch, ops } of batches)
      for (const op of ops) {
        const key = `${String(op.dev)}/${String(op.n)}`;
        const isNew = op.n > (this.taken.get(op.dev) ?? 0) && !this.held.has(key);
        if (isNew) this.held.set(key, { op, epoch });
      }
  }

  /** What the server has taken goes as soon as the copy shows it. */
  drop(taken: readonly SimTaken[], complete: number): void {
    for (const { dev, n, seq } of taken) {
      if (seq > complete) continue;
      this.taken.set(dev, Math.max(n, this.taken.get(dev) ?? 0));
      for (const [key, { op }] of this.held) if (op.dev === dev && op.n <= n) this.held.delete(key);
    }
  }

  /** The stream begins another life: what an op saw counts as far as both are the same, and what was taken may be lost. */
  rebase(epoch: string): void {
    this.taken.clear();
    for (const [key, { op, epoch: made }] of this.held)
      this.held.set(key, { epoch, op: lowerClaim(op, sharedUpTo(epoch, made)) });
  }

  /** Contiguous stretches of each device and life. */
  batches(): readonly SimBatch[] {
    const batches: { dev: number; epoch: string; ops: Op[] }[] = [];
    for (const { op, epoch } of [...this.held.values()].sort((a, b) => a.op.dev - b.op.dev || a.op.n - b.op.n)) {
      const last = batches.at(-1);
      const before = last?.ops.at(-1);
      if (last?.dev === op.dev && last.epoch === epoch && before?.n === op.n - 1) last.ops.push(op);
      else batches.push({ dev: op.dev, epoch, ops: [op] });
    }
    return batches;
  }
}
