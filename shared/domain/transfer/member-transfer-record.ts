import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { monthSchema } from '#shared/domain/fee/month.ts';

/** Chuyển sinh hoạt đảng: chính thức, tạm thời, ra nước ngoài (domain.md 5.5). */
export const transferKindSchema = z.enum(['official', 'temporary', 'abroad']);
export type TransferKind = z.infer<typeof transferKindSchema>;

/**
 * What became of a transfer, said by the province (docs/transfers.md). `none`: not issued, or by paper only. `waiting`: the home is still the sender's.
 * `accepted`: the recipient has the member (official) or the guest (temporary). `void`: the member is no longer one whom the sender can hand on.
 * `ended`: temporary activity is over.
 */
export const transferOutcomeSchema = z.enum(['none', 'waiting', 'accepted', 'refused', 'withdrawn', 'void', 'ended']);
export type TransferOutcome = z.infer<typeof transferOutcomeSchema>;

/** What is ticked off before a member goes: codes of `transfer-checklist-table.ts`. */
export const checkedSchema = z.array(z.string().max(40)).max(50);

/**
 * A member's transfer to another office, in the sender's stream. The member's home stays here until the province has taken the receiving office's
 * acceptance: exactly one home at every moment. What has a default is the province's to write when the recipient is an office of the directory,
 * and written by hand when it goes by paper.
 */
export const memberTransferSchema = z.strictObject({
  memberId: recordIdSchema,
  kind: transferKindSchema,
  /** Code of the receiving office in the province's directory; empty when it goes by paper only. */
  recipient: z.string().max(80),
  recipientName: z.string().min(1).max(200),
  /** Cell it leaves, and the cell it goes to as far as it is known. */
  fromUnitId: recordIdSchema.nullable(),
  toUnitName: z.string().max(200),
  reason: z.string().max(500),
  /** Temporary activity for a course of study: up to two years instead of one. */
  isStudy: z.boolean(),
  /** Day of the decision or the move, from which the procedure's days count. */
  askedOn: plainDateSchema,
  checked: checkedSchema,
  /** Last month the fee is paid for (đã đóng đảng phí đến hết tháng); null when not known. */
  feePaidUntil: monthSchema.nullable(),
  /** `draft`: dossier being completed. `issued`: introduction paper given out. `withdrawn`: taken back. `completed`: by paper, the other office has confirmed. */
  state: z.enum(['draft', 'issued', 'withdrawn', 'completed']),
  /** The introduction paper as an outgoing paper of this office, and its number as printed. */
  introductionId: recordIdSchema.nullable(),
  introductionNumber: z.string().max(80),
  issuedOn: plainDateSchema.nullable(),
  /** Last day to show the paper: 30 working days. */
  showBy: plainDateSchema.nullable(),
  /** Last day of temporary activity. */
  until: plainDateSchema.nullable(),
  withdrawReason: z.string().max(500),
  /** By paper: the day the other office confirmed. */
  completedOn: plainDateSchema.nullable(),
  /** The member came back from temporary activity or from abroad, as this office knows it. */
  endedOn: plainDateSchema.nullable(),
  endNote: z.string().max(500),
  outcome: transferOutcomeSchema.default('none'),
  outcomeAt: z.iso.datetime().nullable().default(null),
  outcomeNote: z.string().max(500).default(''),
  /** Where the recipient put the member: name and ids there. */
  acceptedUnitName: z.string().max(200).default(''),
  acceptedUnitId: recordIdSchema.nullable().default(null),
  acceptedMemberId: recordIdSchema.nullable().default(null),
  /** Where it truly went when the recipient had been merged into another office; empty otherwise. */
  deliveredTo: z.string().max(200).default(''),
  /** Day the member showed the paper there; the recipient's word that a guest has left. */
  shownOn: plainDateSchema.nullable().default(null),
  leftOn: plainDateSchema.nullable().default(null),
  leftNote: z.string().max(500).default(''),
});
export type MemberTransferFields = z.infer<typeof memberTransferSchema>;
