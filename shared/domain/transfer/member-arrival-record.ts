import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { transferKindSchema } from './member-transfer-record.ts';

/** A member who comes from another office, in the recipient's stream under the id of the sender's `memberTransfer`; made by the province only. */
export const memberArrivalSchema = z.strictObject({
  from: z.string().max(40),
  fromName: z.string().max(200),
  kind: transferKindSchema,
  toUnitName: z.string().max(200),
  reason: z.string().max(500),
  introductionNumber: z.string().max(40),
  issuedOn: plainDateSchema.nullable(),
  showBy: plainDateSchema.nullable(),
  until: plainDateSchema.nullable(),
  dossier: z.record(z.string().max(40), z.json()),
  isWithdrawn: z.boolean(),
  /** What this office answers: the cell it puts the member into, or why not. */
  answer: z.enum(['waiting', 'accepted', 'refused']),
  unitId: recordIdSchema.nullable(),
  answerNote: z.string().max(500),
  answeredBy: recordIdSchema.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** The member made of it. */
  memberId: recordIdSchema.nullable(),
});
export type MemberArrivalFields = z.infer<typeof memberArrivalSchema>;
