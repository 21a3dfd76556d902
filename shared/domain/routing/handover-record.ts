import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** For what a paper is handed over: trình, giao chủ trì, phối hợp, để biết, chuyển trả. */
export const handoverPurposeSchema = z.enum(['present', 'lead', 'support', 'inform', 'return']);
export type HandoverPurpose = z.infer<typeof handoverPurposeSchema>;

/** Where a hand-over stands: đã chuyển, đã ký nhận, đã giải quyết, đã trả lại, đã thu hồi. */
export const handoverStateSchema = z.enum(['sent', 'received', 'done', 'returned', 'recalled']);
export type HandoverState = z.infer<typeof handoverStateSchema>;

/** One step of a paper from hand to hand: a line of the hand-over book (sổ chuyển giao văn bản, domain.md 2.1). */
export const handoverSchema = z.strictObject({
  documentId: recordIdSchema,
  purpose: handoverPurposeSchema,
  fromStaffId: recordIdSchema.nullable(),
  toUnitId: recordIdSchema.nullable(),
  toStaffId: recordIdSchema.nullable(),
  /** The directive that gave rise to it. */
  directiveId: recordIdSchema.nullable(),
  note: z.string().max(1000),
  dueOn: plainDateSchema.nullable(),
  handedAt: z.iso.datetime(),
  state: handoverStateSchema,
  /** Ký nhận. */
  receivedBy: recordIdSchema.nullable(),
  receivedAt: z.iso.datetime().nullable(),
  /** Person who signed for another under a delegation. */
  result: z.string().max(2000),
  doneOn: plainDateSchema.nullable(),
  /** Why it was returned or recalled. */
  reason: z.string().max(500),
});
export type HandoverFields = z.infer<typeof handoverSchema>;
