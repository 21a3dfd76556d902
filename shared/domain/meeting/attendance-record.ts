import { z } from 'zod';
import { derivedId } from '#shared/base/derived-id.ts';
import { recordIdSchema } from '#shared/base/ids.ts';

/**
 * As what somebody is at a meeting, on its day: chính thức, dự bị (no vote, Điều lệ Đảng Điều 5), sinh hoạt tạm thời (not counted, no vote; domain.md 5.4),
 * miễn công tác và sinh hoạt (need not come).
 */
export const attendanceStandingSchema = z.enum(['official', 'probationary', 'temporary', 'exempt']);
export type AttendanceStanding = z.infer<typeof attendanceStandingSchema>;

/** Có mặt, vắng có lý do, vắng không lý do (domain.md 5.12). */
export const attendanceStatusSchema = z.enum(['present', 'excused', 'absent']);
export type AttendanceStatus = z.infer<typeof attendanceStatusSchema>;

/**
 * Who was there. One record a member and meeting: its id is `attendanceId`, so that two PCs that note the same member without a network meet in one record.
 * `noted` and `at` are kept as their largest: how surely and when it was last noted is nothing to ask a person about.
 */
export const attendanceSchema = z.strictObject({
  meetingId: recordIdSchema,
  memberId: recordIdSchema,
  standing: attendanceStandingSchema,
  /** Null when a mark was taken back: not noted. */
  status: attendanceStatusSchema.nullable(),
  reason: z.string().max(300).default(''),
  /** The surest way it was ever noted: by hand, by card number typed in, by a scanned code. In rising order as text. */
  noted: z.enum(['hand', 'number', 'scan']).default('hand'),
  at: z.iso.datetime().nullable().default(null),
});
export type AttendanceFields = z.infer<typeof attendanceSchema>;

/** The one id of a member's attendance at a meeting. */
export function attendanceId(meetingId: string, memberId: string): string {
  return derivedId(meetingId, 'attendance', memberId);
}
