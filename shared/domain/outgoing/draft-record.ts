import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { paperContentSchema } from '#shared/domain/paper/paper-content.ts';

/** One version of the text of an outgoing paper (bản dự thảo). Versions are added, never changed, so that two people who write at once lose nothing. */
export const draftSchema = z.strictObject({
  outgoingId: recordIdSchema,
  /** Dự thảo lần n; two PCs may both have made the n-th. */
  version: z.int().min(1).max(999),
  content: paperContentSchema,
  /** What was changed, in the writer's words. */
  note: z.string().max(500),
  authorId: recordIdSchema,
  writtenAt: z.iso.datetime(),
});
export type DraftFields = z.infer<typeof draftSchema>;
