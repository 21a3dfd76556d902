import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** What may be delegated: cho ý kiến chỉ đạo và phân công, duyệt văn bản đi. */
export const delegatedDutySchema = z.enum(['direct', 'approve']);
export type DelegatedDuty = z.infer<typeof delegatedDutySchema>;

/** A duty one person gives another for some days (uỷ quyền). It ends by itself. */
export const delegationSchema = z.strictObject({
  fromStaffId: recordIdSchema,
  toStaffId: recordIdSchema,
  duties: z.array(delegatedDutySchema).min(1).max(2),
  from: plainDateSchema,
  until: plainDateSchema,
  reason: z.string().min(1).max(500),
  /** Taken back before its time on this day. */
  revokedOn: plainDateSchema.nullable(),
});
export type DelegationFields = z.infer<typeof delegationSchema>;
