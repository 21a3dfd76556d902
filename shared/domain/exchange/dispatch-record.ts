import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { channelSchema } from '#shared/domain/document/document-record.ts';
import { letterSchema, letterStatusSchema, recallStatusSchema, sentFileSchema } from './letter.ts';

/** Who gets it: `agency` another office through the province's server, `unit` a body under this office, `outside` anybody by paper or file. */
export const recipientKindSchema = z.enum(['agency', 'unit', 'outside']);
export type RecipientKind = z.infer<typeof recipientKindSchema>;

/**
 * An outgoing paper on its way to one recipient (phát hành, theo dõi gửi). The sender's side; what the recipient says of it
 * (`status`, `statusNote`, `statusAt`, `recallStatus`, `recallNote`, `recallAnsweredFor`, `deliveredTo`) is written by the province's server for an `agency`,
 * by hand for the others.
 */
export const dispatchSchema = z.strictObject({
  outgoingId: recordIdSchema,
  recipientKind: recipientKindSchema,
  /** Code of the agency, id of the unit, or empty. */
  recipient: z.string().max(80),
  recipientName: z.string().min(1).max(200),
  channel: channelSchema,
  /** `new`, or `replace` for one that takes the place of `replacesId`. */
  kind: z.enum(['new', 'replace']),
  /** The dispatch it takes the place of at this recipient. */
  replacesId: recordIdSchema.nullable(),
  letter: letterSchema,
  files: z.array(sentFileSchema).max(50),
  /** Grows with every update of `letter` and `files` (cập nhật). */
  revision: z.int().min(1).max(9999),
  /** What was updated, in words. */
  revisionNote: z.string().max(500),
  sentAt: z.iso.datetime(),
  sentBy: recordIdSchema,
  /** Wish to take it back (13), and why; null while there is none. */
  recallAt: z.iso.datetime().nullable(),
  recallReason: z.string().max(500),
  status: letterStatusSchema.default('waiting'),
  statusNote: z.string().max(500).default(''),
  statusAt: z.iso.datetime().nullable().default(null),
  recallStatus: recallStatusSchema.nullable().default(null),
  recallNote: z.string().max(500).default(''),
  /** `recallAt` of the wish that `recallStatus` answers: a later wish is a new question. */
  recallAnsweredFor: z.iso.datetime().nullable().default(null),
  /** Where it truly went when the recipient had been merged into another office; empty otherwise. */
  deliveredTo: z.string().max(200).default(''),
});
export type DispatchFields = z.infer<typeof dispatchSchema>;
