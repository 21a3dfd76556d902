import { createHash } from 'node:crypto';
import {
  carriedBatchSchema,
  carriedMessage,
  splitSigned,
  unpackCarried,
  type CarriedAnswer,
  type CarriedBatch,
} from '#shared/contract/carried.ts';
import type { FrameCodec } from '#shared/contract/frame.ts';
import { err, ok } from '#shared/base/result.ts';
import { communeStream } from '#shared/entities.ts';
import { isRestored } from '#shared/sync/epoch.ts';
import { inCommune, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import { findDevice } from '#server/storage/device-store.ts';
import { findDeviceStanding } from '#server/storage/sync-reader.ts';
import { keepLateOutcomes } from '#server/storage/sync-writer.ts';
import { openDoor } from './moved-door.ts';
import { refuse, type Answer } from './refusal.ts';
import { isSignedBy } from './secrets.ts';
import { pushOps, type Pushed } from './sync-push.ts';

/** Takes ops that one PC of a commune brings for another. */
export type CarriedService = { readonly take: (commune: string, signed: Uint8Array) => Promise<Answer<CarriedAnswer>> };

/** Makes the service. `now` and `onCarry` as in the sync service. */
export function createCarriedService(
  db: Database,
  codec: FrameCodec,
  now: () => number,
  onCarry: () => void = () => undefined,
): CarriedService {
  return {
    async take(commune, signed) {
      const taken = await inCommune(db, commune, (trx) => takeCarried(trx, codec, commune, signed, now()));
      if (taken.ok && taken.value.isForCourier) onCarry();
      return taken.ok ? ok(taken.value.answer) : taken;
    },
  };
}

/** What a carried batch did; `isForCourier`: something of it is to be carried to other communes. */
type Taken = { readonly answer: CarriedAnswer; readonly isForCourier: boolean };

/**
 * Takes a signed batch in a transaction of its commune, as if its own PC had come: counters, outcomes, rules and trail are the same, and when that PC comes
 * itself its repeats are told what became of them. Refused: `batch-damaged` what is no batch, `batch-foreign` one of no PC of this commune or not signed
 * by it, `batch-of-revoked`; `counter-gap` when a part before it is missing and `counter-forked` as in an exchange.
 */
export async function takeCarried(
  trx: DatabaseTransaction,
  codec: FrameCodec,
  commune: string,
  signed: Uint8Array,
  nowMs: number,
): Promise<Answer<Taken>> {
  const read = readSigned(codec, signed);
  if (read === undefined) return refuse('batch-damaged');
  const { dev, ops, epoch } = read.batch;
  const device = await findDevice(trx, dev);
  if (device?.commune !== commune || !isSignedBy(device.publicKey, carriedMessage(read.hash), read.signature))
    return refuse('batch-foreign');
  const standing = await findDeviceStanding(trx, dev, true);
  if (standing === undefined || standing.isRevoked) return refuse('batch-of-revoked');
  if ((ops[0]?.n ?? 0) > standing.lastN + 1) return err({ code: 'counter-gap', expect: standing.lastN + 1 });
  const streams = [{ id: ops[0]?.stream ?? communeStream(commune), epoch, base: 0, after: 0, limit: 1 }];
  const door = await openDoor(trx, commune, { ops, streams });
  const pushed = await pushOps(trx, { dev, commune }, standing, door, nowMs);
  if ('forkedAt' in pushed) return err({ code: 'counter-forked', expect: pushed.forkedAt });
  const isOfOtherLife = isRestored(pushed.before.epoch) || ops.some(({ stream }) => stream !== pushed.before.id);
  if (isOfOtherLife) await tellOwner(trx, commune, dev, standing.lastN, pushed.outcomes);
  const answer = { dev, acked: pushed.acked, outcomes: pushed.outcomes };
  return ok({ answer, isForCourier: pushed.isForCourier });
}

/**
 * In a life that began with a restore, or in a stream that took in another, a PC may know of an op what became of it in the life before, and see by its
 * counter that it need not be sent again. So what became of it now is told unasked.
 */
async function tellOwner(
  trx: DatabaseTransaction,
  commune: string,
  dev: number,
  lastN: number,
  outcomes: Pushed['outcomes'],
): Promise<void> {
  const final = outcomes.filter(({ n, kind }) => n > lastN && kind !== 'parked');
  await keepLateOutcomes(
    trx,
    commune,
    final.map((outcome) => ({ dev, outcome })),
  );
}

type ReadBatch = { readonly batch: CarriedBatch; readonly hash: string; readonly signature: string };

/** Reads a batch from outside: whatever is wrong with it, it is none. */
function readSigned(codec: FrameCodec, signed: Uint8Array): ReadBatch | undefined {
  const parts = splitSigned(signed);
  if (parts === undefined) return undefined;
  try {
    const parsed = carriedBatchSchema.safeParse(unpackCarried(codec.fromBytes(parts.frame)));
    if (!parsed.success) return undefined;
    const hash = createHash('sha256').update(parts.frame).digest('base64url');
    return { batch: parsed.data, hash, signature: Buffer.from(parts.signature).toString('base64url') };
  } catch {
    // WireError of a malformed frame, or a value nested deeper than the stack.
    return undefined;
  }
}
