import type { ErrorCode } from '#shared/base/errors.ts';
import type { Op } from '#shared/sync/op.ts';

/** What the rules of bringing back look at beside the op. */
export type ResupplyContext = {
  /** Whether the PC that speaks may bring back anything now (`resupply-turn.ts`). */
  readonly isItsTurn: boolean;
  /** Up to which sequence the present life is the one before. */
  readonly restoredAt: number;
  /** Whether a device may have written in this commune before the restore. */
  readonly isWriter: (dev: number) => boolean;
};

/**
 * Why a PC may not bring back these values (`sup`), or `undefined`. Who wrote them was judged when they were written, and may have left since: the PC
 * vouches. So it may only while its turn lasts, only for fields whose writer it names, only in the name of a device of the commune or of the server,
 * and as one who has seen nothing but what the backup holds. `waits`: the op came in an earlier batch, in its turn.
 */
export function refuseResupply(
  { f, origin = {}, base }: Op,
  context: ResupplyContext,
  waits: boolean,
): ErrorCode | undefined {
  if (!context.isItsTurn && !waits) return 'resupply-over';
  if (base > context.restoredAt) return 'not-allowed';
  const fields = Object.keys(f);
  if (fields.length === 0 || fields.length !== Object.keys(origin).length) return 'bad-value';
  if (!fields.every((field) => Object.hasOwn(origin, field))) return 'bad-value';
  return Object.values(origin).every(({ dev }) => context.isWriter(dev)) ? undefined : 'writer-unknown';
}
