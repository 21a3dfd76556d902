import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';

/**
 * One import of a file, or one comparison with the national database: what it made and changed can be taken back as a whole (docs/imports.md).
 * `running`: being written, or cut off while it was; nothing of it is to be seen. `done`: counts as a whole from the moment this is written.
 * `undone`: nothing it made is to be seen any more.
 */
export const importBatchSchema = z.strictObject({
  kind: z.enum(['members', 'national']),
  fileName: z.string().max(200),
  fileHash: fileHashSchema,
  startedBy: recordIdSchema,
  startedAt: z.iso.datetime(),
  /** Number of the PC that writes it: it alone goes on by itself after a crash. */
  device: z.int().min(1).max(0xffffffff),
  state: z.enum(['running', 'done', 'undone']),
  rows: z.int().min(0).max(1_000_000),
  created: z.int().min(0).max(1_000_000),
  changed: z.int().min(0).max(1_000_000),
  undoneBy: recordIdSchema.nullable(),
  undoneAt: z.iso.datetime().nullable(),
});
export type ImportBatchFields = z.infer<typeof importBatchSchema>;
