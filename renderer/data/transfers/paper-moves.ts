import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { eventKindTable, type ReachForm } from '#shared/domain/member-life/event-kind-table.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberTransferFields, TransferKind } from '#shared/domain/transfer/member-transfer-record.ts';
import { isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import { eventOps } from '../members/event-ops.ts';
import type { Office } from '../office.ts';
import type { MemberTransferRow } from '../rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';

type Step = 'issue' | 'withdraw' | 'confirm' | 'end';

/** A step of a transfer, and the day it happened. */
type Move = {
  readonly step: Step;
  readonly transfer: Pick<
    MemberTransferRow,
    | 'id'
    | 'kind'
    | 'recipient'
    | 'recipientName'
    | 'acceptedUnitName'
    | 'introductionId'
    | 'introductionNumber'
    | 'issuedOn'
    | 'until'
    | 'reason'
  >;
  readonly on: PlainDate;
  readonly reason?: string;
  /** How far it goes, of a step that takes the member away for good. */
  readonly reach?: ReachForm;
};

/** What a step of a transfer without the province makes of the member: only abroad the home's own word is enough at once. */
const kinds: Readonly<Record<TransferKind, Readonly<Partial<Record<Step, MemberEventKind>>>>> = {
  official: { confirm: 'transferred-out' },
  temporary: { confirm: 'temporary-out', end: 'temporary-ended' },
  abroad: { issue: 'went-abroad', withdraw: 'came-back', end: 'came-back' },
};

/**
 * Ops of the event by which a transfer by paper, or a stay abroad, moves a member; none where the province moves the home itself, or nothing moves yet.
 */
export async function paperMoveOps(
  office: Office,
  reader: RecordReader,
  memberId: string,
  { step, transfer, on, reason, reach }: Move,
): Promise<Result<readonly OpDraft[], Refusal>> {
  const kind = isThroughProvince(transfer) ? undefined : kinds[transfer.kind][step];
  if (kind === undefined) return ok([]);
  const name = (await office.db.agencies.toArray()).find(({ code }) => code === office.device.commune.id)?.name;
  const draft = draftOf(kind, transfer, {
    on,
    reason: reason ?? transfer.reason,
    issuer: name ?? office.device.commune.name,
    reach,
  });
  return eventOps(office, reader, memberId, draft, { transferId: transfer.id });
}

type DraftFacts = {
  readonly on: PlainDate;
  readonly reason: string;
  readonly issuer: string;
  readonly reach: ReachForm | undefined;
};

function draftOf(
  kind: MemberEventKind,
  transfer: Move['transfer'],
  { on, reason, issuer, reach }: DraftFacts,
): EventDraft {
  const begins = kind !== 'temporary-ended' && kind !== 'came-back';
  return {
    kind,
    effectiveOn: toPartialDate(on),
    until: begins ? transfer.until : null,
    decision: decisionOf(transfer, issuer),
    decisionId: begins ? transfer.introductionId : null,
    isPastOnly: false,
    unitId: null,
    place: placeOf(transfer),
    form: eventKindTable[kind].form === 'reach' ? (reach ?? '') : '',
    number: '',
    years: null,
    amount: null,
    reason,
    note: '',
  };
}

/** The introduction paper as events quote it. */
export function decisionOf(
  { introductionNumber, issuedOn }: Pick<MemberTransferFields, 'introductionNumber' | 'issuedOn'>,
  issuer: string,
): EventDraft['decision'] {
  return { symbol: introductionNumber.slice(0, 60), issuedOn, issuer, signer: '' };
}

function placeOf({ acceptedUnitName, recipientName }: Move['transfer']): string {
  return (acceptedUnitName === '' ? recipientName : `${acceptedUnitName}, ${recipientName}`).slice(0, 300);
}
