import { rebaseOps, type Epoch } from './epoch.ts';
import type { Op, Outcome } from './op.ts';
import type { Cell, ConflictSet, SyncRecord } from './record.ts';

/**
 * A stream that went into another one, for ever (docs/adr/0038). What stood at sequence `s` of `from` stands at `s + by` of `to`; what `to` had before
 * stands at or below `by`. `life` and `toLife`: the lives of both in which that was done.
 */
export type StreamMove = {
  readonly from: string;
  readonly to: string;
  readonly by: number;
  readonly life: Epoch;
  readonly toLife: Epoch;
};

/** The moves a stream has made, the first first; none when it is where it was. */
export function movesOf(stream: string, known: readonly StreamMove[]): readonly StreamMove[] {
  const made: StreamMove[] = [];
  for (let at = stream; ;) {
    const next = known.find(({ from }) => from === at);
    if (next === undefined || made.includes(next)) return made;
    made.push(next);
    at = next.to;
  }
}

/** How far a stream's sequences were moved in all. */
export function shiftOf(moves: readonly StreamMove[]): number {
  return moves.reduce((sum, { by }) => sum + by, 0);
}

/** An op as it is in the stream its own went into, and the life of that stream in which its `base` counts. */
export type MovedOp = { readonly op: Op; readonly held: Epoch | undefined };

/**
 * Follows the moves of an op's stream. `held`: the life in which the op's `base` counts, if that is known. Who had seen nothing (`base` 0) has seen
 * nothing of the other office either.
 */
export function followMoves(op: Op, held: Epoch | undefined, moves: readonly StreamMove[]): MovedOp {
  return moves.reduce<MovedOp>(
    (at, { from, to, by, life, toLife }) => {
      if (at.op.stream !== from) return at;
      const [rebased = at.op] = rebaseOps(
        [at.op],
        () => at.held,
        () => life,
      );
      const moved = (seq: number): number => (seq === 0 ? 0 : seq + by);
      const { base, rest } = rebased;
      const claim = rest === undefined ? { base: moved(base) } : { base: moved(base), rest: moved(rest) };
      return { op: { ...rebased, stream: to, ...claim }, held: toLife };
    },
    { op, held },
  );
}

/** An outcome for somebody who counts in a stream as it was before it was moved by `by`. */
export function outcomeBefore(outcome: Outcome, by: number): Outcome {
  return outcome.kind === 'ok' || outcome.kind === 'conflict'
    ? { ...outcome, seq: Math.max(0, outcome.seq - by) }
    : outcome;
}

/** A record with its sequences moved. */
export function shiftRecord<R extends SyncRecord>(record: R, by: number): R {
  const f = Object.fromEntries(Object.entries(record.f).map(([field, cell]) => [field, shiftCell(cell, by)]));
  const c = Object.fromEntries(Object.entries(record.c).map(([field, set]) => [field, shiftSet(set, by)]));
  return { ...record, seq: record.seq + by, f, c };
}

function shiftCell(cell: Cell, by: number): Cell {
  return { ...cell, s: cell.s + by, ...(cell.was !== undefined && { was: cell.was + by }) };
}

function shiftSet({ s, e }: ConflictSet, by: number): ConflictSet {
  return { s: s + by, e: Object.fromEntries(Object.entries(e).map(([dev, cell]) => [dev, shiftCell(cell, by)])) };
}
