import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

/** What says a file is a receipt of ours, and of which form. */
export const RECEIPT_FORMAT = 'ho-so-xa archive receipt 1';
/** A receipt is a page of text. */
const RECEIPT_MAX_LENGTH = 256 * 1024;

/**
 * The archive's answer to a package (giấy biên nhận, hoặc trả lại kèm lý do): `receipt.json` beside the printed paper. `packageHash` is the SHA-256
 * of the package's list of hashes: the answer holds for that package and no other.
 */
export const archiveReceiptSchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  outcome: z.enum(['accepted', 'returned']),
  packageHash: fileHashSchema,
  dossierCode: z.string().max(100),
  dossierTitle: z.string().max(1000),
  documents: z.int().min(0),
  /** Số biên bản giao nhận; may be empty on a return. */
  number: z.string().max(80),
  on: plainDateSchema,
  /** Archive that answers, and the person. */
  archive: z.string().max(200),
  person: z.string().max(200),
  /** Why it goes back; empty on acceptance. */
  reason: z.string().max(1000),
});
export type ArchiveReceipt = z.infer<typeof archiveReceiptSchema>;

/** Reads the text of a receipt file. Anything else is foreign. */
export function parseReceipt(text: string): Result<ArchiveReceipt, 'package-foreign'> {
  if (text.length > RECEIPT_MAX_LENGTH) return err('package-foreign');
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return err('package-foreign');
  }
  const parsed = archiveReceiptSchema.safeParse(content);
  return parsed.success ? ok(parsed.data) : err('package-foreign');
}

/** The text of a receipt file. */
export function formatReceipt(receipt: ArchiveReceipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}
