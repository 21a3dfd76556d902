import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { ABSTRACT_MAX, secrecySchema, urgencySchema } from '#shared/domain/document/document-record.ts';
import { NUMBER_MAX } from '#shared/domain/register/ledger-entry-record.ts';

/**
 * Where an outgoing paper stands (domain.md 2.3): soạn thảo, xin ý kiến và thẩm định, đã duyệt, chờ số (another PC numbers it at sync), đã vào sổ,
 * đã thu hồi, đã huỷ.
 */
export const outgoingStateSchema = z.enum([
  'draft',
  'in-review',
  'approved',
  'awaiting-number',
  'issued',
  'recalled',
  'void',
]);
export type OutgoingState = z.infer<typeof outgoingStateSchema>;

/**
 * By what right it is signed: in one's own name, T/M (on behalf of a collective), K/T (for the head), T/L (by order), TUQ. (authorised), Q. (acting).
 * A committee decides together, so nobody signs K/T for it (domain.md 1.4).
 */
export const signModeSchema = z.enum(['direct', 'on-behalf', 'for-head', 'by-order', 'authorised', 'acting']);
export type SignMode = z.infer<typeof signModeSchema>;

/** A line of the register of outgoing documents (sổ đăng ký văn bản đi, domain.md 2.2), from its first draft on. */
export const outgoingSchema = z.strictObject({
  regime: z.enum(['party', 'state']),
  /** Body that issues it. */
  bodyId: recordIdSchema.nullable(),
  /** Id in `document-type-table.ts`. */
  typeId: z.string().min(1).max(40),
  abstract: z.string().max(ABSTRACT_MAX),
  /** Book it is numbered in; null while it is only drafted. */
  registerId: recordIdSchema.nullable(),
  /** Series within the book (`series.ts`), fixed with the number; empty until then. */
  series: z.string().max(120),
  /** Number once given: it never changes and is never given again. */
  number: z.int().min(1).max(NUMBER_MAX).nullable(),
  /** Số, ký hiệu as printed; empty until numbered. */
  symbol: z.string().max(80),
  /** Ngày văn bản. */
  issuedOn: plainDateSchema.nullable(),
  /** Why the number stands out of the order of days (reserved, late, back-dated); empty when it does not. */
  numberReason: z.string().max(500),
  numberedBy: recordIdSchema.nullable(),
  numberedAt: z.iso.datetime().nullable(),
  /** Địa danh before the date. */
  place: z.string().max(80),
  signMode: signModeSchema,
  /** Who signs on behalf of whom: `ĐẢNG UỶ`, `BAN THƯỜNG VỤ`; empty when signed in one's own name. */
  signBody: z.string().max(200),
  signPost: z.string().max(120),
  signer: z.string().max(120),
  signerId: recordIdSchema.nullable(),
  urgency: urgencySchema,
  secrecy: secrecySchema,
  /** Phạm vi lưu hành: `LƯU HÀNH NỘI BỘ`… */
  circulation: z.string().max(120),
  /** Nơi nhận in words, as the register shows it. */
  recipients: z.string().max(2000),
  /** Đơn vị, người nhận bản lưu. */
  archiveKeeper: z.string().max(200),
  copies: z.int().min(0).max(10_000),
  pages: z.int().min(0).max(100_000),
  /** Hạn trả lời asked of those who get it. */
  dueOn: plainDateSchema.nullable(),
  /** The incoming paper it answers. */
  replyToId: recordIdSchema.nullable(),
  /** The outgoing paper it replaces. */
  replacesId: recordIdSchema.nullable(),
  state: outgoingStateSchema,
  /** Why it was recalled or voided. */
  reason: z.string().max(500),
  note: z.string().max(2000),
  /** Who began to write it here; null for a paper written and signed outside the program, of which only the line is kept. */
  drafterId: recordIdSchema.nullable(),
  createdAt: z.iso.datetime(),
});
export type OutgoingFields = z.infer<typeof outgoingSchema>;
