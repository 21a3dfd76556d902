import type { SyncRequest } from '#shared/contract/protocol.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { keepDeviceCopy, type DeviceCopy } from '#server/storage/device-standing.ts';

/** A last contact is kept to this accuracy: a look of an idle PC then writes nothing. */
const SEEN_EVERY_MS = 10 * 60_000;

/** Notes how far a PC has the commune's stream, when that has changed, and that it asked. While it sends, that is left to its next look. */
export async function noteDeviceCopy(
  trx: DatabaseTransaction,
  dev: number,
  known: DeviceCopy,
  { ops, streams }: Pick<SyncRequest, 'ops' | 'streams'>,
  stream: string,
  nowMs: number,
): Promise<void> {
  const ask = streams.find(({ id }) => id === stream);
  const isSeen = known.seenAt !== null && nowMs - known.seenAt.getTime() < SEEN_EVERY_MS;
  const hasMoved = ask !== undefined && (ask.base !== known.pulledSeq || ask.epoch !== (known.pulledEpoch ?? ''));
  const isAlone = ops.length === 0;
  if (isSeen && !(hasMoved && isAlone)) return;
  const at = new Date(nowMs);
  await keepDeviceCopy(trx, dev, ask === undefined ? { at } : { at, seq: ask.base, epoch: ask.epoch }, isAlone);
}
