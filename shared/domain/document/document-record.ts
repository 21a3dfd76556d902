import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Longest abstract (trích yếu) a register line holds, in characters: the electronic field list of the trade, domain.md 2.1. */
export const ABSTRACT_MAX = 500;

/** Degrees of urgency, lowest first (domain.md 2.5): thường, khẩn, thượng khẩn, hoả tốc. */
export const urgencySchema = z.enum(['normal', 'urgent', 'very-urgent', 'flash']);
export type Urgency = z.infer<typeof urgencySchema>;

/** Degrees of secrecy, lowest first (Luật Bảo vệ bí mật nhà nước 117/2025/QH15): thường, mật, tối mật, tuyệt mật. */
export const secrecySchema = z.enum(['none', 'secret', 'top-secret', 'ultra-secret']);
export type Secrecy = z.infer<typeof secrecySchema>;

/** How a paper came in (hình thức nhận). */
export const channelSchema = z.enum(['wan', 'exchange', 'internet', 'paper', 'fax', 'usb']);
export type Channel = z.infer<typeof channelSchema>;

/**
 * Where an incoming paper stands: chờ bút phê, đang xử lý, để biết, đã xong.
 * The interconnection codes 03–06 (domain.md 2.3, 3.2) are these four.
 */
export const documentStateSchema = z.enum(['awaiting-directive', 'in-progress', 'for-information', 'done']);
export type DocumentState = z.infer<typeof documentStateSchema>;

/** Numbering books: sổ văn bản đến (thường) and sổ văn bản mật đến. Each counts on its own (domain.md 2.1). */
export const bookSchema = z.enum(['incoming', 'incoming-secret']);
export type Book = z.infer<typeof bookSchema>;

/** A line of the register of incoming documents (sổ đăng ký văn bản đến, domain.md 2.1). */
export const documentSchema = z.strictObject({
  /** Book it is registered in: the ordinary one, or the secret one that never leaves the PC. */
  book: bookSchema,
  /** Số đến: unique per book and year of `receivedOn`; null until the PC that holds the book numbers it. */
  arrivalNumber: z.int().min(1).max(999_999).nullable(),
  /** Ngày đến. */
  receivedOn: plainDateSchema,
  /** Số, ký hiệu in the right form; empty when the paper bears none. */
  symbol: z.string().max(80),
  /** Ngày văn bản; may lack day or month on old papers. */
  issuedOn: partialDateSchema.nullable(),
  /** Cơ quan ban hành (tác giả). */
  issuer: z.string().max(200),
  /** Loại: id in `document-type-table.ts`, or null. */
  typeId: z.string().max(40).nullable(),
  /** Trích yếu. May stay empty for a secret paper. */
  abstract: z.string().max(ABSTRACT_MAX),
  signer: z.string().max(120),
  urgency: urgencySchema,
  secrecy: secrecySchema,
  channel: channelSchema,
  /** Hạn xử lý. */
  dueOn: plainDateSchema.nullable(),
  state: documentStateSchema,
  /** Unit that holds the paper now (người giữ, chủ trì), or null. */
  holderUnitId: recordIdSchema.nullable(),
  /** Person who holds the paper now, or null. */
  holderStaffId: recordIdSchema.nullable(),
  /** Kết quả xử lý in words. */
  result: z.string().max(2000),
  doneOn: plainDateSchema.nullable(),
  note: z.string().max(2000),
  /** Person who registered it and instant (ISO, corrected time). */
  registeredBy: recordIdSchema.nullable(),
  registeredAt: z.iso.datetime(),
  /**
   * How far the PC's own clock was behind the province's when the paper was registered, in milliseconds, as measured at the last contact
   * (already counted into `registeredAt`); null while it had never been measured. Absent on papers of earlier builds.
   */
  registeredOffsetMs: z.int().nullable().default(null),
});
export type DocumentFields = z.infer<typeof documentSchema>;

/** Whether a paper is of class Mật or higher: then it is a register line only, without file, and never leaves the PC (domain.md 2.6). */
export function isSecret(document: { readonly secrecy: Secrecy }): boolean {
  return document.secrecy !== 'none';
}
