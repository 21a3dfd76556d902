import { applyOp, type PolicyOf } from './merge.ts';
import { REMOVED, writesField, type Op, type OpName } from './op.ts';
import { ownTime, type Cell, type SyncRecord } from './record.ts';

/**
 * Ops of one PC in another's hand (docs/adr/0034): over the office's own network, on a stick, or brought to the province by whoever reaches it first. The
 * PC that made them signs the exact bytes; counters without a gap are the chain: who carries a batch can neither change it, nor make one, nor leave one
 * out of the middle without the next one showing the gap. What is left off at the end is still in its PC's outbox.
 */
export type CarriedBatch = {
  readonly dev: number;
  /** Life of the commune's stream in which the PC held it: what the ops claim to have seen is counted in that one. */
  readonly epoch: string;
  /** Contiguous, in counter order; none that brings something back after a restore (`sup`): that is every PC's own affair. */
  readonly ops: readonly Op[];
};

/**
 * How far the server has taken the ops of a PC: all up to counter `n` lie in the stream up to `seq`, or were refused or wait. Of a PC that was shut out
 * nothing more comes: its `n` is the largest number there is.
 */
export type TakenOps = { readonly dev: number; readonly n: number; readonly seq: number };

/** Sequences from here on stand for "not sequenced": no stream gets so far, and no `base` claims to have seen it. */
const UNSEQUENCED = 2 ** 52;

/**
 * The server's record as it would be if it had taken these ops of colleagues' PCs, merged by the server's own code. Whatever order they came in, every PC
 * that holds the same ones shows the same: they are applied by clock, and who had seen another's change wins over it in either order.
 */
export function withPeerOps(
  shadow: SyncRecord | undefined,
  peers: readonly Op[],
  policyOf: PolicyOf,
): SyncRecord | undefined {
  if (peers.length === 0) return shadow;
  const news = peers.filter(isShowable).flatMap((op) => withoutReplaced(op, shadow));
  const inOrder = news.toSorted((a, b) => a.h - b.h || a.dev - b.dev || a.n - b.n);
  const merged = inOrder.reduce<SyncRecord | undefined>(
    (record, op, i) => applyOp(record, op, UNSEQUENCED + i, policyOf).record,
    shadow,
  );
  return merged && { ...merged, seq: shadow?.seq ?? 0 };
}

/** Where the server has shown a later change of the same device, its earlier one is not put on top again. */
function withoutReplaced(op: Op, shadow: SyncRecord | undefined): readonly Op[] {
  const isReplaced = (field: string): boolean => shadow?.f[field]?.d === op.dev && ownTime(shadow.f[field]) > op.h;
  if (op.t === 'del') return isReplaced(REMOVED) ? [] : [op];
  const fields = Object.entries(op.f).filter(([field]) => !isReplaced(field));
  return fields.length === 0 ? [] : [{ ...op, f: Object.fromEntries(fields) }];
}

/** Commands are the server's to judge, and what is brought back after a restore is there already or a question. */
function isShowable({ t }: Op): boolean {
  return t === 'set' || t === 'del' || t === 'res';
}

/** Whether a cell comes from a colleague's op that the server has not sequenced. */
export function isUnsequenced(cell: Cell | undefined): cell is Cell & { readonly n: number } {
  return cell !== undefined && cell.s >= UNSEQUENCED && cell.n !== undefined;
}

/** Devices whose unsequenced values a record shows, in order. */
export function shownPeers(merged: SyncRecord | undefined): readonly number[] {
  const cells = Object.values(merged?.f ?? {}).filter(isUnsequenced);
  return [...new Set(cells.map(({ d }) => d))].sort((a, b) => a - b);
}

/**
 * Whether a colleague who had this op of ours on the screen, or a later one of `own` that lay on top of it, has written over a field of it: then theirs is
 * to be seen, not ours. A later one that was refused is not among them: what it covered, the colleague had not seen.
 */
export function isWrittenOver(
  merged: SyncRecord | undefined,
  field: string,
  { dev, n }: Pick<Op, 'dev' | 'n'>,
  own: readonly Op[],
): boolean {
  const cell = merged?.f[field];
  if (!isUnsequenced(cell)) return false;
  const covers = (seen: OpName): boolean =>
    seen.n === n || (seen.n > n && own.some((op) => op.n === seen.n && writesField(op, field)));
  return cell.saw?.some((seen) => seen.dev === dev && covers(seen)) === true;
}

/** What an op on these fields had on the screen ahead of the server. `isHidden`: an own unfinished op lies on top of a field. */
export function seenAhead(
  merged: SyncRecord | undefined,
  fields: readonly string[],
  isHidden: (field: string) => boolean,
): Op['saw'] {
  const entries = [...new Set([...fields, REMOVED])].flatMap((field): [string, OpName][] => {
    const cell = merged?.f[field];
    return isUnsequenced(cell) && !isHidden(field) ? [[field, { dev: cell.d, n: cell.n }]] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
