import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { monthSchema } from '#shared/domain/fee/month.ts';
import { checkedSchema, transferKindSchema, transferOutcomeSchema } from './member-transfer-record.ts';

/**
 * A member who comes from another office, in the recipient's stream under the id of the sender's `memberTransfer`; made by the province only. The
 * recipient writes what has to do with showing the paper, the answer and a guest's leaving; all else is the province's.
 */
export const memberArrivalSchema = z.strictObject({
  /** Code and name of the sending office. */
  from: z.string().max(80),
  fromName: z.string().max(200),
  /** The office it was addressed to when that one was merged into this one; empty otherwise. */
  addressedTo: z.string().max(200),
  /** Who it is; stays when the dossier is gone again. */
  personName: z.string().max(120),
  /** The member's id at the sender. */
  sentMemberId: recordIdSchema,
  kind: transferKindSchema,
  isStudy: z.boolean(),
  toUnitName: z.string().max(200),
  reason: z.string().max(500),
  introductionNumber: z.string().max(80),
  issuedOn: plainDateSchema.nullable(),
  showBy: plainDateSchema.nullable(),
  until: plainDateSchema.nullable(),
  feePaidUntil: monthSchema.nullable(),
  checked: checkedSchema,
  /** The record as it stands at the sender (`transfer-dossier.ts`), until it is taken over; empty when it never will be. */
  dossier: z.record(z.string().max(40), z.json()),
  arrivedAt: z.iso.datetime(),
  outcome: transferOutcomeSchema,
  outcomeAt: z.iso.datetime().nullable(),
  outcomeNote: z.string().max(500),
  endedOn: plainDateSchema.nullable(),
  endNote: z.string().max(500),
  /** The member made of it, or the guest. */
  memberId: recordIdSchema.nullable(),

  /** Day the member showed the introduction paper. */
  shownOn: plainDateSchema.nullable(),
  /** What this office asks the province to take: the answer counts when `outcome` says so. */
  answer: z.enum(['waiting', 'accepted', 'refused']),
  /** Cell the member is put into. */
  unitId: recordIdSchema.nullable(),
  /** A member kept here already who is the same person: goes on in that record. */
  intoMemberId: recordIdSchema.nullable(),
  answerNote: z.string().max(500),
  answeredBy: recordIdSchema.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** A guest has left, as this office knows it. */
  leftOn: plainDateSchema.nullable(),
  leftNote: z.string().max(500),
});
export type MemberArrivalFields = z.infer<typeof memberArrivalSchema>;
