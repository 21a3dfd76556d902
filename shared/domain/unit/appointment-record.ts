import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { decisionSchema } from '#shared/domain/member/decision.ts';

/** Posts in a Party organisation (bí thư, phó bí thư, uỷ viên ban thường vụ, cấp uỷ viên, tổ trưởng tổ đảng) or another one; `other` is told by `post`. */
export const postKindSchema = z.enum([
  'secretary',
  'deputy-secretary',
  'standing-member',
  'committee-member',
  'group-leader',
  'other',
]);
export type PostKind = z.infer<typeof postKindSchema>;

/** Somebody holds a post of an organisation for a time. */
export const appointmentSchema = z.strictObject({
  unitId: recordIdSchema,
  /** Null when the person is no member kept here. */
  memberId: recordIdSchema.nullable(),
  personName: z.string().min(1).max(120),
  kind: postKindSchema,
  /** The post as it is written. */
  post: z.string().max(120),
  /** Place in lists by post (domain.md 10.3). */
  order: z.int().min(0).max(100_000),
  /** Name of the term (nhiệm kỳ 2025-2030); empty when none. */
  termName: z.string().max(60),
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
  decision: decisionSchema.nullable(),
});
export type AppointmentFields = z.infer<typeof appointmentSchema>;
