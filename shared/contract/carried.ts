import { z } from 'zod';
import { MAX_OPS_PER_BATCH, opSchema, type Outcome } from '#shared/sync/op.ts';
import type { CarriedBatch } from '#shared/sync/peers.ts';
import { MAX_FRAME_BYTES } from './protocol.ts';
import { fromPackedText, list, number, TextTable, tuple, type Packed } from './wire-form.ts';
import { packOps, unpackOps } from './wire-ops.ts';

export type { CarriedBatch } from '#shared/sync/peers.ts';

const FORM = 1;

/** Bytes of an Ed25519 signature, which stands before the frame. */
const SIGNATURE_BYTES = 64;

/** Largest batch with its signature, in bytes. */
export const MAX_CARRIED_BYTES = MAX_FRAME_BYTES;

/** A signed batch as it crosses a border of this program; what is in it is checked by who opens it. */
export const signedBatchSchema = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= MAX_CARRIED_BYTES, 'larger than a batch may be');

/** Packs a batch: `[form, dev, firstN, epoch, texts, ops]`; ops as on the wire. */
export function packCarried({ dev, epoch, ops }: CarriedBatch): Packed {
  const texts = new TextTable();
  const packed = packOps(ops, texts);
  return [FORM, dev, ops[0]?.n ?? 0, epoch, texts.packed(), packed];
}

/** Unpacks a batch for `carriedBatchSchema` to check. Throws `WireError` on what is not of the form. */
export function unpackCarried(packed: Packed): unknown {
  const [form, dev, firstN, epoch, packedTexts, ops] = tuple(packed, 6);
  const texts = list(packedTexts).map(fromPackedText);
  return { form, dev, epoch, ops: unpackOps(ops, dev, number(firstN), texts) };
}

/** Parses an unpacked batch. */
export const carriedBatchSchema = z
  .strictObject({
    form: z.literal(FORM),
    dev: z.int().min(1).max(0xffffffff),
    epoch: z.string().max(40),
    ops: z.array(opSchema).min(1).max(MAX_OPS_PER_BATCH),
  })
  .refine(({ ops }) => ops.every(({ n, t }, i) => n === (ops[0]?.n ?? 0) + i && t !== 'sup'), 'ops in order')
  .transform(({ dev, epoch, ops }): CarriedBatch => ({ dev, epoch, ops }));

/** Text whose signature by the PC's key makes a batch its own. `hash`: SHA-256 of the frame, base64url. */
export function carriedMessage(hash: string): string {
  return `hosoxa carried 1\n${hash}`;
}

/** A signed batch as it is carried: signature, then the frame. */
export function joinSigned(signature: Uint8Array, frame: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SIGNATURE_BYTES + frame.length);
  bytes.set(signature);
  bytes.set(frame, SIGNATURE_BYTES);
  return bytes;
}

/** Signature and frame of a carried batch; undefined when it is of no possible length. */
export function splitSigned(
  bytes: Uint8Array,
): { readonly signature: Uint8Array; readonly frame: Uint8Array } | undefined {
  if (bytes.length <= SIGNATURE_BYTES + 1 || bytes.length > MAX_CARRIED_BYTES) return undefined;
  return { signature: bytes.subarray(0, SIGNATURE_BYTES), frame: bytes.subarray(SIGNATURE_BYTES) };
}

/** What the province answers to a carried batch: how far it has now taken that PC's ops, and what became of these. */
export type CarriedAnswer = { readonly dev: number; readonly acked: number; readonly outcomes: readonly Outcome[] };

/** Parses that answer. */
export const carriedAnswerSchema: z.ZodType<CarriedAnswer> = z.object({
  dev: z.int(),
  acked: z.int(),
  outcomes: z.array(
    z.union([
      z.object({ n: z.int(), kind: z.enum(['ok', 'conflict']), seq: z.int() }),
      z.object({ n: z.int(), kind: z.literal('rejected'), reason: z.string() }),
      z.object({ n: z.int(), kind: z.literal('parked') }),
    ]),
  ),
});
