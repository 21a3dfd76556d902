import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';
import { ABSTRACT_MAX } from '#shared/domain/document/document-record.ts';

/** A document in a dossier (văn bản trong hồ sơ): one of a register, or a paper of which only this line is kept. */
export const dossierItemSchema = z.strictObject({
  dossierId: recordIdSchema,
  ownerType: z.enum(['document', 'outgoing', 'paper']),
  /** The register line; null for a `paper`. */
  ownerId: recordIdSchema.nullable(),
  /** Place in the dossier; two PCs may both have added at the same place: ids break the tie. */
  order: z.int().min(1).max(99_999),
  /** As of a bare paper; empty for one of a register, which speaks for itself. */
  symbol: z.string().max(80),
  issuedOn: partialDateSchema.nullable(),
  issuer: z.string().max(200),
  typeId: z.string().max(40).nullable(),
  abstract: z.string().max(ABSTRACT_MAX),
  signer: z.string().max(120),
  /** Tờ số, số trang. */
  firstSheet: z.int().min(1).max(99_999).nullable(),
  pages: z.int().min(0).max(100_000),
  note: z.string().max(500),
});
export type DossierItemFields = z.infer<typeof dossierItemSchema>;
