import { createHash } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  carriedBatchSchema,
  carriedMessage,
  joinSigned,
  MAX_CARRIED_BYTES,
  packCarried,
  splitSigned,
  unpackCarried,
  type CarriedBatch,
} from '#shared/contract/carried.ts';
import type { DeviceKey } from '../keys/device-key.ts';
import { isSigned } from '../keys/is-signed.ts';
import { frameCodec } from '../province/frame-codec.ts';

/** Signs own ops so that others can carry them. `locked` while nobody has the PC open, `frame-too-large` beyond what a batch may hold. */
export function signBatch(
  key: Pick<DeviceKey, 'sign'>,
  batch: CarriedBatch,
): Result<Uint8Array<ArrayBuffer>, ErrorCode> {
  const frame = frameCodec.toBytes(packCarried(batch));
  const signature = key.sign(carriedMessage(hashOf(frame)));
  if (signature === undefined) return err('locked');
  const signed = joinSigned(Buffer.from(signature, 'base64url'), frame);
  return signed.length > MAX_CARRIED_BYTES ? err('frame-too-large') : ok(signed);
}

/**
 * Opens a batch from outside. `keyOf`: public key (base64url) of a PC of the own commune. `batch-damaged` when it is none, `batch-foreign` when it is of no
 * such PC or not signed by it.
 */
export function openBatch(
  signed: Uint8Array,
  keyOf: (dev: number) => string | undefined,
): Result<CarriedBatch, ErrorCode> {
  const parts = splitSigned(signed);
  const batch = parts && readFrame(parts.frame);
  if (parts === undefined || batch === undefined) return err('batch-damaged');
  const key = keyOf(batch.dev);
  const isGenuine = key !== undefined && isSigned(key, carriedMessage(hashOf(parts.frame)), parts.signature);
  return isGenuine ? ok(batch) : err('batch-foreign');
}

function readFrame(frame: Uint8Array): CarriedBatch | undefined {
  try {
    return carriedBatchSchema.safeParse(unpackCarried(frameCodec.fromBytes(frame))).data;
  } catch {
    // WireError of a malformed frame, or a value nested deeper than the stack.
    return undefined;
  }
}

function hashOf(frame: Uint8Array): string {
  return createHash('sha256').update(frame).digest('base64url');
}
