import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { decisionSchema } from './decision.ts';

/**
 * A wish to change a field that two people answer for (name, birth date, numbers, days of admission): one proposes, another confirms, and only then the
 * record changes. The province checks that the two differ.
 */
export const memberChangeSchema = z.strictObject({
  memberId: recordIdSchema,
  /** Field of the member whose policy is `strict`. */
  field: z.string().min(1).max(40),
  from: z.json(),
  to: z.json(),
  reason: z.string().min(1).max(500),
  decision: decisionSchema.nullable(),
  proposedBy: recordIdSchema,
  proposedAt: z.iso.datetime(),
  state: z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']),
  decidedBy: recordIdSchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  refusal: z.string().max(500),
});
export type MemberChangeFields = z.infer<typeof memberChangeSchema>;
