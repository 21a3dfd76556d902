import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';

/** One import of a workbook: what it made and changed can be taken back as a whole (`undone`). */
export const importBatchSchema = z.strictObject({
  kind: z.enum(['members', 'national']),
  fileName: z.string().max(200),
  fileHash: fileHashSchema,
  startedBy: recordIdSchema,
  startedAt: z.iso.datetime(),
  /** `running` means that it was cut off, or runs on another PC. */
  state: z.enum(['running', 'done', 'undone']),
  rows: z.int().min(0).max(1_000_000),
  created: z.int().min(0).max(1_000_000),
  changed: z.int().min(0).max(1_000_000),
  undoneAt: z.iso.datetime().nullable(),
});
export type ImportBatchFields = z.infer<typeof importBatchSchema>;
