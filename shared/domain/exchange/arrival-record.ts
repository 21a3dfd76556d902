import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { letterSchema, letterStatusSchema, recallStatusSchema, sentFileSchema } from './letter.ts';

/**
 * A paper that came over the exchange and waits to be entered (hàng chờ tiếp nhận). Made by the province's server with the id of the sender's dispatch
 * (`origin: exchange`), or by this office from an edXML file. Of an exchanged one the office writes only what it answers:
 * `status` and what follows it.
 */
export const arrivalSchema = z.strictObject({
  origin: z.enum(['exchange', 'edxml']),
  /** Code and name of the agency that sent it. */
  from: z.string().max(80),
  fromName: z.string().max(200),
  kind: z.enum(['new', 'replace']),
  /** The arrival it takes the place of; it may come later, or never. */
  replacesId: recordIdSchema.nullable(),
  letter: letterSchema,
  files: z.array(sentFileSchema).max(50),
  revision: z.int().min(1).max(9999),
  revisionNote: z.string().max(500),
  sentAt: z.iso.datetime(),
  recallAt: z.iso.datetime().nullable(),
  recallReason: z.string().max(500),
  /** Former office it was addressed to, when that was merged into this one; empty otherwise. */
  addressedTo: z.string().max(200).default(''),
  status: letterStatusSchema.default('01'),
  /** Why it was refused, or a word on its handling. */
  statusNote: z.string().max(500).default(''),
  statusAt: z.iso.datetime().nullable().default(null),
  statusBy: recordIdSchema.nullable().default(null),
  /** Revision the register line was last brought up to. */
  acceptedRevision: z.int().min(0).max(9999).default(0),
  recallStatus: recallStatusSchema.nullable().default(null),
  recallNote: z.string().max(500).default(''),
  /** `recallAt` of the wish that `recallStatus` answers: a later wish is a new question. */
  recallAnsweredFor: z.iso.datetime().nullable().default(null),
  /** The register line it became: of the arrival's own id unless the paper was in the book already. */
  documentId: recordIdSchema.nullable().default(null),
});
export type ArrivalFields = z.infer<typeof arrivalSchema>;
