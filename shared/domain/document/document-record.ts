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

/** Numbering books: sổ văn bản đến (thường), sổ văn bản mật đến and sổ đơn thư. Each counts on its own (domain.md 2.1). */
export const bookSchema = z.enum(['incoming', 'incoming-secret', 'petition']);
export type Book = z.infer<typeof bookSchema>;

/** Kinds of petitions: kiến nghị, phản ánh, khiếu nại, tố cáo, đơn khác. */
export const petitionKindSchema = z.enum(['proposal', 'report', 'complaint', 'denunciation', 'other']);
export type PetitionKind = z.infer<typeof petitionKindSchema>;

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
  /** Mã định danh văn bản: edXML DocumentId of the sender; empty for paper. */
  externalId: z.string().max(200).default(''),
  /** Mã định danh cơ quan ban hành. */
  organId: z.string().max(40).default(''),
  signerPost: z.string().max(120).default(''),
  /** Số trang, số bản; null when nobody counted. */
  pages: z.int().min(0).max(100_000).nullable().default(null),
  copies: z.int().min(0).max(10_000).nullable().default(null),
  /** For a petition (đơn thư): its kind; null for a document. */
  petitionKind: petitionKindSchema.nullable().default(null),
  /** Address of who sent the petition. */
  senderAddress: z.string().max(300).default(''),
  /** The outgoing paper that answered it. */
  answeredById: recordIdSchema.nullable().default(null),
  /** The sender took it back or put another in its place (domain.md 3.2); the line stays. */
  withdrawn: z.enum(['no', 'recalled', 'replaced']).default('no'),
});
export type DocumentFields = z.infer<typeof documentSchema>;

/** Fields that came later and have a usual value: an op need not carry them when they have it. */
export const documentExtras = {
  registeredOffsetMs: null,
  externalId: '',
  organId: '',
  signerPost: '',
  pages: null,
  copies: null,
  petitionKind: null,
  senderAddress: '',
  answeredById: null,
  withdrawn: 'no',
} as const satisfies Partial<DocumentFields>;

/** Whether a paper is of class Mật or higher: then it is a register line only, without file, and never leaves the PC (domain.md 2.6). */
export function isSecret(document: { readonly secrecy: Secrecy }): boolean {
  return document.secrecy !== 'none';
}
