import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/** Sinh hoạt thường kỳ, chuyên đề, họp chi uỷ, họp đột xuất (domain.md 5.12). */
export const meetingKindSchema = z.enum(['regular', 'thematic', 'committee', 'extraordinary']);
export type MeetingKind = z.infer<typeof meetingKindSchema>;

/**
 * Where a meeting stands: planned (lên kế hoạch), invited (đã mời), held (đang họp hoặc đã họp, chưa xong giấy tờ), closed (đã kết thúc, giấy tờ đủ),
 * cancelled (hoãn, huỷ, says why).
 */
export const meetingStateSchema = z.enum(['planned', 'invited', 'held', 'closed', 'cancelled']);
export type MeetingState = z.infer<typeof meetingStateSchema>;

/** One item of the agenda. `minutes`: planned length. */
export const agendaItemSchema = z.strictObject({
  title: z.string().min(1).max(300),
  presenter: z.string().max(120),
  minutes: z.int().min(0).max(600),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** A meeting of a cell or its committee, from plan to resolution (domain.md 5.12, 6.2). */
export const meetingSchema = z.strictObject({
  unitId: recordIdSchema,
  kind: meetingKindSchema,
  title: z.string().min(1).max(300),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  place: z.string().max(200),
  chair: z.string().max(120),
  clerk: z.string().max(120),
  /** Đại biểu cấp trên and other people there who are no members of the cell, as the minutes name them. */
  guests: z.string().max(1000).default(''),
  state: meetingStateSchema,
  agenda: z.array(agendaItemSchema).max(40),
  /** Papers of the registers (incoming or outgoing) handed to the cell for this meeting; files of its own are attachments. */
  documentIds: z.array(recordIdSchema).max(100),
  invitation: z.string().max(4000),
  /** The minutes as a person left them; empty while they are composed of the parts (`compose-minutes.ts`). */
  minutes: z.string().max(40_000),
  conclusion: z.string().max(10_000),
  resolution: z.string().max(20_000),
  resolutionSymbol: z.string().max(60),
  /** Points of the form that scores the meeting, by code of criterion (`meeting-rules.ts`). */
  scores: z.record(z.string().max(40), z.number().min(0).max(100)),
  cancelReason: z.string().max(500),
});
export type MeetingFields = z.infer<typeof meetingSchema>;
