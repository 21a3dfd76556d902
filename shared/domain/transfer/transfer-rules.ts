import type { ErrorCode } from '#shared/base/errors.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import type { MemberArrivalFields } from './member-arrival-record.ts';
import type { MemberTransferFields } from './member-transfer-record.ts';
import { isTransferable } from './transfer-outcome.ts';

type Transfer = MemberTransferFields;

/** Whether a transfer goes through the province to an office of the directory; else it goes by paper. */
export function isThroughProvince({ recipient }: Pick<Transfer, 'recipient'>): boolean {
  return recipient !== '';
}

/** Whether a transfer is under way, or its temporary activity still lasts: until it is over the member cannot be handed on again. */
export function isOpenTransfer(
  transfer: Pick<Transfer, 'recipient' | 'kind' | 'state' | 'outcome' | 'endedOn'>,
): boolean {
  const { kind, state, outcome, endedOn } = transfer;
  if (state === 'draft') return false;
  if (isThroughProvince(transfer)) {
    // Withdrawn in time: the province will say so, whatever the recipient answers now.
    if (outcome === 'none' || outcome === 'waiting') return state === 'issued';
    return outcome === 'accepted' && kind !== 'official';
  }
  if (state === 'withdrawn') return false;
  if (kind === 'abroad') return endedOn === null;
  return state === 'issued' || (kind !== 'official' && endedOn === null);
}

/** Why an introduction paper may not be given out now, or undefined. `others`: the member's other transfers. */
export function refuseIssue(
  transfer: Pick<Transfer, 'introductionNumber' | 'issuedOn'>,
  state: MemberState | undefined,
  others: readonly Pick<Transfer, 'recipient' | 'kind' | 'state' | 'outcome' | 'endedOn'>[],
): ErrorCode | undefined {
  if (transfer.introductionNumber === '' || transfer.issuedOn === null) return 'bad-value';
  if (others.some(isOpenTransfer)) return 'transfer-open';
  return isTransferable(state) ? undefined : 'member-not-here';
}

/** Why the sender's record of a transfer may not go from one state to another, or undefined. Issuing is judged by `refuseIssue` as well. */
export function refuseStep(before: Transfer | undefined, after: Transfer): ErrorCode | undefined {
  if (before === undefined) return after.state === 'draft' || after.state === 'issued' ? undefined : 'not-allowed';
  if (before.state === after.state) return undefined;
  if (before.state === 'withdrawn' || before.state === 'completed') return 'transfer-settled';
  if (after.state === 'withdrawn') return refuseWithdrawal(before, after);
  if (after.state === 'issued') return undefined;
  const isConfirmed = after.state === 'completed' && before.state === 'issued' && after.completedOn !== null;
  return isConfirmed && !isThroughProvince(after) ? undefined : 'not-allowed';
}

function refuseWithdrawal(before: Transfer, after: Transfer): ErrorCode | undefined {
  if (before.outcome !== 'none' && before.outcome !== 'waiting') return 'transfer-settled';
  return before.state === 'issued' && after.withdrawReason === '' ? 'reason-wanted' : undefined;
}

/** Why temporary activity, or a stay abroad, may not be ended by the sender's record, or undefined. */
export function refuseEnd(before: Transfer | undefined, after: Transfer): ErrorCode | undefined {
  if ((before?.endedOn ?? null) === after.endedOn) return undefined;
  if (before === undefined || before.endedOn !== null || before.outcome === 'ended') return 'transfer-settled';
  return after.kind !== 'official' && isRunning(before) ? undefined : 'not-allowed';
}

/** Whether temporary activity or a stay abroad has begun and not ended. */
export function isRunning(transfer: Pick<Transfer, 'recipient' | 'kind' | 'state' | 'outcome' | 'endedOn'>): boolean {
  if (transfer.kind === 'official' || transfer.endedOn !== null) return false;
  if (isThroughProvince(transfer)) return transfer.outcome === 'accepted';
  return transfer.state === 'completed' || (transfer.kind === 'abroad' && transfer.state === 'issued');
}

/** Why the recipient may not answer like this, or undefined. An answer is given once, while the transfer waits. */
export function refuseAnswer(before: MemberArrivalFields, after: MemberArrivalFields): ErrorCode | undefined {
  const fields = ['answer', 'unitId', 'intoMemberId', 'answerNote', 'answeredBy', 'answeredAt'] as const;
  if (fields.every((field) => before[field] === after[field])) return undefined;
  if (before.outcome !== 'waiting' || before.answer !== 'waiting') return 'transfer-settled';
  if (after.answer === 'refused') return after.answerNote === '' ? 'reason-wanted' : undefined;
  return after.answer === 'waiting' || after.unitId !== null ? undefined : 'bad-value';
}

/** Why the recipient may not say that a guest has left, or undefined. */
export function refuseLeaving(before: MemberArrivalFields, after: MemberArrivalFields): ErrorCode | undefined {
  if (before.leftOn === after.leftOn) return undefined;
  if (before.leftOn !== null || before.outcome === 'ended') return 'transfer-settled';
  return before.kind === 'temporary' && before.outcome === 'accepted' ? undefined : 'not-allowed';
}
