import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/**
 * A term of a committee (nhiệm kỳ): from the day after one congress to the close of the next (domain.md 1.3). Party numbers begin anew with it.
 * A congress is a term of its own, with one series for all its papers.
 */
export const termSchema = z.strictObject({
  bodyId: recordIdSchema,
  /** As it is spoken of: `2025 - 2030`. */
  name: z.string().min(1).max(80),
  isCongress: z.boolean(),
  from: plainDateSchema,
  /** Last day; null while it runs. */
  to: plainDateSchema.nullable(),
});
export type TermFields = z.infer<typeof termSchema>;
