import type { MemberState } from '#shared/domain/member/member-record.ts';
import type { MemberArrivalFields } from './member-arrival-record.ts';
import type { MemberTransferFields, TransferOutcome } from './member-transfer-record.ts';

/** What the sender's record says of a transfer, as far as its outcome hangs on it. */
export type SentSide = Pick<MemberTransferFields, 'kind' | 'state' | 'outcome' | 'endedOn'>;

/** What the recipient's record says; undefined while nothing was delivered. */
export type HeardSide = Pick<MemberArrivalFields, 'answer' | 'outcome' | 'leftOn'>;

/** What both offices' other records show. */
export type TransferFacts = {
  /** Standing of the member at the sender; undefined when the record is not there or was removed. */
  readonly state: MemberState | undefined;
  /** Whether an event of either side shows that the recipient has taken the member: also when a restored province has lost who said so. */
  readonly isTaken: boolean;
};

/** Standings in which an office may hand a member on: neither candidates nor guests, nobody who is away for a time, nobody who is gone. */
const transferableStates: readonly MemberState[] = ['probationary', 'official', 'exempt'];

/** Whether an office may hand on a member of this standing. */
export function isTransferable(state: MemberState | undefined): boolean {
  return state !== undefined && transferableStates.includes(state);
}

/**
 * What becomes of an issued transfer, by all that both sides say. What was once taken stays taken; else the first of withdrawal, refusal and acceptance
 * that the province has settled stands, and of two that come at once the withdrawal: the paper is back in the sender's hand.
 */
export function outcomeOf(sent: SentSide, heard: HeardSide | undefined, facts: TransferFacts): TransferOutcome {
  const said = [sent.outcome, heard?.outcome ?? 'none'];
  if (said.includes('ended')) return 'ended';
  if (facts.isTaken || said.includes('accepted')) return isOver(sent, heard) ? 'ended' : 'accepted';
  const settled = said.find((outcome) => outcome !== 'none' && outcome !== 'waiting');
  if (settled !== undefined) return settled;
  if (sent.state === 'withdrawn') return 'withdrawn';
  if (!isTransferable(facts.state)) return 'void';
  if (heard?.answer === 'refused') return 'refused';
  return heard?.answer === 'accepted' ? 'accepted' : 'waiting';
}

function isOver({ kind, endedOn }: SentSide, heard: HeardSide | undefined): boolean {
  return kind === 'temporary' && (endedOn !== null || (heard?.leftOn ?? null) !== null);
}

/** Standing of a member who is back from temporary activity: as before when they were exempt, else by what became of their probation meanwhile. */
export function stateAfterReturn(before: unknown, officialOn: unknown): MemberState {
  if (before === 'exempt') return 'exempt';
  return before === 'probationary' && officialOn === null ? 'probationary' : 'official';
}
