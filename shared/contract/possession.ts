import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';

/** Files smaller than this are sent at once: asking for a proof would take as long. Bytes. */
export const PROVABLE_FROM_BYTES = 256 * 1024;

/** Header with which the province answers the beginning of an upload: the nonce of a proof that the PC has the bytes. */
export const CHALLENGE_HEADER = 'upload-challenge';

const RANGES = 16;
const RANGE_BYTES = 1024;
/** Hex digits of the nonce that choose one range. */
const DIGITS = 4;

const nonceSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Whether a header is a nonce. */
export function isNonce(header: unknown): header is string {
  return nonceSchema.safeParse(header).success;
}

/**
 * A PC shows that it has the bytes of a file, so that it need not send what the province has for another commune. `proof`: SHA-256 over the nonce (ASCII)
 * and the bytes of `possessionRanges`, hex.
 */
export const fileProofRequestSchema = z.strictObject({
  hash: fileHashSchema,
  size: z.int().min(PROVABLE_FROM_BYTES).max(FILE_MAX_BYTES),
  nonce: nonceSchema,
  proof: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileProofRequest = z.infer<typeof fileProofRequestSchema>;

/** Whether the file is the commune's now. No says only that the bytes have to be sent. */
export const fileProofAnswerSchema = z.object({ here: z.boolean() });

/** The ranges of a file of `size` bytes (at least `PROVABLE_FROM_BYTES`) that a nonce asks for: first and last byte, both included. Throws on what is no nonce. */
export function possessionRanges(
  nonce: string,
  size: number,
): readonly { readonly start: number; readonly end: number }[] {
  const digits = nonceSchema.parse(nonce);
  return Array.from({ length: RANGES }, (_, i) => {
    const drawn = Number.parseInt(digits.slice(i * DIGITS, (i + 1) * DIGITS), 16) / 16 ** DIGITS;
    const start = Math.floor(drawn * (size - RANGE_BYTES));
    return { start, end: start + RANGE_BYTES - 1 };
  });
}
