import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';

/** Most records and files asked for at once: an item with all that hangs on it. */
const ASKED_AT_ONCE = 500;

/** Which records and files of its commune a PC wants to be shown by hash. */
export const receiptRequestSchema = z.strictObject({
  records: z
    .array(z.strictObject({ type: z.string().regex(/^[a-zA-Z]{1,40}$/), id: recordIdSchema }))
    .max(ASKED_AT_ONCE),
  files: z.array(fileHashSchema).max(ASKED_AT_ONCE),
});
export type ReceiptRequest = z.infer<typeof receiptRequestSchema>;

/**
 * What the province shows of them, as it holds them now; what it does not hold is left out. A record: its sequence, the SHA-256 of its content
 * (`content-text.ts`) computed from the database's own row, when its last change was taken. A file: when its bytes were verified. `devices`: how far each PC
 * of the commune has the commune's stream, as it last said itself (`upTo`, 0 when not in the stream's present life), and when that was. Times are server
 * milliseconds; `seenAt` is the last contact, to ten minutes.
 */
export const receiptAnswerSchema = z.object({
  records: z.array(
    z.object({ type: z.string(), id: recordIdSchema, seq: z.int(), hash: fileHashSchema, takenAt: z.int().nullable() }),
  ),
  files: z.array(z.object({ hash: fileHashSchema, storedAt: z.int() })),
  devices: z.array(z.object({ dev: z.int(), upTo: z.int(), toldAt: z.int().nullable(), seenAt: z.int().nullable() })),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswerSchema>;
