import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { ABSTRACT_MAX, urgencySchema } from '#shared/domain/document/document-record.ts';

/** A paper another one answers or replaces, as edXML's ResponseFor and ReplacementInfo name it. */
const paperRefSchema = z.strictObject({
  externalId: z.string().max(200),
  organId: z.string().max(40),
  symbol: z.string().max(80),
  issuedOn: partialDateSchema.nullable(),
});
export type PaperRef = z.infer<typeof paperRefSchema>;

/** What is said of a paper that is sent: the header of edXML (QCVN 102:2016/BTTTT, domain.md 3.1) in our terms. */
export const letterSchema = z.strictObject({
  /** DocumentId: `<OrganId>,<yyyy/MM/dd>,<số>/<ký hiệu>` or a UUID. */
  externalId: z.string().max(200),
  /** Identifier and name of the body that issued it. */
  organId: z.string().max(40),
  issuer: z.string().max(200),
  symbol: z.string().max(80),
  issuedOn: partialDateSchema.nullable(),
  place: z.string().max(80),
  typeId: z.string().max(40).nullable(),
  typeName: z.string().max(80),
  abstract: z.string().max(ABSTRACT_MAX),
  signer: z.string().max(120),
  signerPost: z.string().max(120),
  urgency: urgencySchema,
  pages: z.int().min(0).max(100_000),
  dueOn: plainDateSchema.nullable(),
  isDirective: z.boolean(),
  replyTo: z.array(paperRefSchema).max(20),
  note: z.string().max(2000),
});
export type Letter = z.infer<typeof letterSchema>;

/** Kinds of files that travel with papers. */
export const sentFileSchema = z.strictObject({
  hash: fileHashSchema,
  name: z.string().min(1).max(200),
  size: z.int().min(1),
  mime: z.string().max(120),
});
export type SentFile = z.infer<typeof sentFileSchema>;

/**
 * Status of a paper at its recipient, by the interconnection codes (domain.md 3.2): 01 đã đến, 02 từ chối, 03 đã tiếp nhận, 04 phân công, 05 đang xử lý,
 * 06 hoàn thành. `waiting`: not yet at the province's server or not yet delivered.
 */
export const letterStatusSchema = z.enum(['waiting', '01', '02', '03', '04', '05', '06']);
export type LetterStatus = z.infer<typeof letterStatusSchema>;

/** Answer to a wish to take back or change what was sent: 13 asked, 15 agreed, 16 refused. */
export const recallStatusSchema = z.enum(['13', '15', '16']);
export type RecallStatus = z.infer<typeof recallStatusSchema>;
