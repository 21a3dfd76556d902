import type { Op } from './op.ts';

/**
 * The name of one life of a stream. A stream that was restored from a backup begins another life: `<id>~<id before>~<sequence it was restored at>`.
 * The part before the first `~` is the id; at most 40 characters in all.
 */
export type Epoch = string;

/** The epoch of a stream after it was restored at sequence `seq` of its life `before`. `newId`: 8 random characters without `~`. */
export function restoredEpoch(newId: string, before: Epoch, seq: number): Epoch {
  return `${newId}~${idOf(before)}~${String(seq)}`;
}

/** Whether this life began from a backup. */
export function isRestored(epoch: Epoch): boolean {
  return epoch.includes('~');
}

/** Up to which sequence this life holds what was written in the life it was restored from; 0 when it never was. */
export function restoredAt(epoch: Epoch): number {
  const seq = Number(epoch.split('~')[2] ?? 0);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
}

/**
 * Up to which sequence a copy held in the life `held` and the present one are the same story. 0 when the present life did not begin
 * from that one: then nothing is known, and every difference is a question.
 */
export function sharedUpTo(present: Epoch, held: Epoch): number {
  return present.split('~')[1] === idOf(held) ? restoredAt(present) : 0;
}

/**
 * The ops of a request as a stream in its present life takes them. `held`: epoch of each stream as the asker holds it, undefined when it does not say. What an op claims to have
 * seen in another life counts only as far as both are the same story: who sends before knowing of a restore must not overwrite unseen work.
 */
export function rebaseOps(
  ops: readonly Op[],
  held: (stream: string) => Epoch | undefined,
  present: (stream: string) => Epoch | undefined,
): readonly Op[] {
  return ops.map((op) => {
    const [now, then] = [present(op.stream), held(op.stream)];
    if (now === undefined || then === now) return op;
    // A copy that has just been rebuilt does not say either.
    if (then === undefined || then === '') return isRestored(now) ? lowerClaim(op, restoredAt(now)) : op;
    return lowerClaim(op, sharedUpTo(now, then));
  });
}

/** An op that claims to have seen nothing beyond a sequence. */
export function lowerClaim(op: Op, upTo: number): Op {
  if (op.base <= upTo && (op.rest ?? 0) <= upTo) return op;
  const base = Math.min(op.base, upTo);
  return op.rest === undefined ? { ...op, base } : { ...op, base, rest: Math.min(op.rest, upTo) };
}

function idOf(epoch: Epoch): string {
  return epoch.split('~')[0] ?? '';
}
