import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/** Who was there: có mặt, vắng có lý do, vắng không lý do (domain.md 5.12). One record a member and meeting. */
export const attendanceSchema = z.strictObject({
  meetingId: recordIdSchema,
  memberId: recordIdSchema,
  status: z.enum(['present', 'excused', 'absent']),
  reason: z.string().max(300),
  /** How it was noted: by hand, by card number, by QR. */
  noted: z.enum(['hand', 'card', 'qr']),
  at: z.iso.datetime().nullable(),
});
export type AttendanceFields = z.infer<typeof attendanceSchema>;
