import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Chuyển sinh hoạt đảng: chính thức, tạm thời, ra nước ngoài (domain.md 5.5). */
export const transferKindSchema = z.enum(['official', 'temporary', 'abroad']);
export type TransferKind = z.infer<typeof transferKindSchema>;

/**
 * A member's transfer to another office, in the sender's stream. `agency`: an office reached through the province; else by paper. The member's home stays
 * here until the province has taken the receiving office's acceptance: exactly one home at every moment.
 */
export const memberTransferSchema = z.strictObject({
  memberId: recordIdSchema,
  kind: transferKindSchema,
  /** Code of the receiving office in the province's directory; empty when it goes by paper only. */
  recipient: z.string().max(40),
  recipientName: z.string().min(1).max(200),
  /** Cell it leaves, and the cell it goes to as far as it is known. */
  fromUnitId: recordIdSchema.nullable(),
  toUnitName: z.string().max(200),
  reason: z.string().max(500),
  askedOn: plainDateSchema,
  /** `draft`: dossier being completed. `issued`: introduction paper given out. `withdrawn`: taken back. `completed`: by paper, the other office has confirmed. */
  state: z.enum(['draft', 'issued', 'withdrawn', 'completed']),
  introductionNumber: z.string().max(40),
  issuedOn: plainDateSchema.nullable(),
  /** Last day to show the paper: 30 working days. */
  showBy: plainDateSchema.nullable(),
  /** Last day of temporary activity. */
  until: plainDateSchema.nullable(),
  withdrawReason: z.string().max(500),
  completedOn: plainDateSchema.nullable(),
  /** The member's record as it goes to the receiving office; empty until issued. */
  dossier: z.record(z.string().max(40), z.json()),
  /** Answer of the receiving office, written by the province: `waiting`, `accepted`, `refused`. */
  answer: z.enum(['none', 'waiting', 'accepted', 'refused']),
  answerAt: z.iso.datetime().nullable(),
  answerNote: z.string().max(500),
  acceptedUnitName: z.string().max(200),
});
export type MemberTransferFields = z.infer<typeof memberTransferSchema>;
