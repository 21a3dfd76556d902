import type { ErrorCode } from '#shared/base/errors.ts';
import type { AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import { memberStateSchema, type MemberState } from '#shared/domain/member/member-record.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import { memberArrivalSchema, type MemberArrivalFields } from '#shared/domain/transfer/member-arrival-record.ts';
import { memberTransferSchema, type MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import {
  FIXED_ONCE_ISSUED,
  RECIPIENT_FIELDS_OF_ARRIVAL,
  SERVER_FIELDS_OF_TRANSFER,
} from '#shared/domain/transfer/transfer-fields.ts';
import {
  isThroughProvince,
  refuseAnswer,
  refuseEnd,
  refuseIssue,
  refuseLeaving,
  refuseStep,
} from '#shared/domain/transfer/transfer-rules.ts';
import type { Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { changesAny, isRemoved, removes, valuesOf } from './op-changes.ts';
import { SERVER_DEVICE } from './server-records.ts';

/** What the rules of transfers look at beside the op: the commune's records as the batch has left them so far. */
export type TransferContext = {
  /** Whether an office with this code is in the directory. */
  readonly isAgency: (code: string) => boolean;
  /** The office itself, as the directory has it. */
  readonly own: AgencyFields | undefined;
  readonly find: (type: string, id: string) => SyncRecord | undefined;
  readonly transfersOf: (memberId: string) => readonly SyncRecord[];
  readonly arrivalsOf: (memberId: string) => readonly SyncRecord[];
};

/** Events that say where a member's home is. */
const homeEvents: readonly unknown[] = [
  'transferred-in',
  'transferred-out',
  'temporary-in',
  'temporary-out',
  'temporary-ended',
];

/**
 * Why a PC may not write this of a transfer or of a member who is, or was, on the way. Where the home is, only the province says (`settle-transfer.ts`).
 * What a restored province lost comes back as it was (`sup`): the courier sets both sides right by each other.
 */
export function refuseTransfer(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: TransferContext,
): ErrorCode | undefined {
  if (op.t === 'sup') return undefined;
  switch (op.type) {
    case 'memberTransfer':
      return refuseSent(op, record, merged, context);
    case 'memberArrival':
      return refuseHeard(op, record, merged, context);
    case 'member':
      return record && refuseMember(record, merged, context);
    case 'memberEvent':
      return refuseEvent(op, record, context) ?? refuseChild(op, record, context);
    case 'memberLine':
    case 'memberChange':
    case 'attachment':
      return refuseChild(op, record, context);
    default:
      return undefined;
  }
}

function refuseSent(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: TransferContext,
): ErrorCode | undefined {
  const before = record && memberTransferSchema.safeParse(valuesOf(record)).data;
  const after = memberTransferSchema.safeParse(valuesOf(merged)).data;
  if (after === undefined || (record !== undefined && before === undefined)) return 'bad-value';
  if (removes(op)) return before?.state === 'draft' ? undefined : 'not-allowed';
  const changes = (fields: readonly string[]): boolean => changesAny(op, fields, record, memberTransferSchema);
  if (before !== undefined && changes(['memberId'])) return 'not-allowed';
  if (before !== undefined && before.state !== 'draft' && changes(FIXED_ONCE_ISSUED)) return 'transfer-settled';
  if (isThroughProvince(after) && changes(SERVER_FIELDS_OF_TRANSFER)) return 'field-is-the-servers';
  const fault = refuseStep(before, after) ?? refuseEnd(before, after);
  if (fault !== undefined || after.state !== 'issued' || before?.state === 'issued') return fault;
  return refuseGivingOut(op.id, after, context);
}

function refuseGivingOut(id: string, transfer: MemberTransferFields, context: TransferContext): ErrorCode | undefined {
  if (isThroughProvince(transfer)) {
    // The office is another one now, which sends its members in its own name.
    if (context.own === undefined || context.own.mergedInto !== null) return 'not-allowed';
    if (!context.isAgency(transfer.recipient) || transfer.recipient === context.own.code) return 'recipient-unknown';
    if (transfer.outcome !== 'none') return 'field-is-the-servers';
  }
  if (!isNumbered(transfer, context)) return 'introduction-unnumbered';
  const others = context.transfersOf(transfer.memberId).filter((other) => other.id !== id);
  return refuseIssue(transfer, stateOf(context.find('member', transfer.memberId)), others.flatMap(toTransfer));
}

/** Whether the introduction paper bears this number in the book; one of the paper book is not in it. */
function isNumbered({ introductionId, introductionNumber }: MemberTransferFields, { find }: TransferContext): boolean {
  if (introductionId === null) return true;
  const paper = find('outgoing', introductionId);
  return paper !== undefined && typeof paper.f['number']?.v === 'number' && paper.f['symbol']?.v === introductionNumber;
}

function refuseHeard(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: TransferContext,
): ErrorCode | undefined {
  if (record === undefined) return 'field-is-the-servers';
  // The office was merged into another one, which has it now.
  if (isRemoved(record)) return 'record-elsewhere';
  if (removes(op)) return 'not-allowed';
  const before = memberArrivalSchema.safeParse(valuesOf(record)).data;
  const after = memberArrivalSchema.safeParse(valuesOf(merged)).data;
  if (before === undefined || after === undefined) return 'bad-value';
  const theirs = Object.keys(op.f).filter(
    (field) => !(RECIPIENT_FIELDS_OF_ARRIVAL as readonly string[]).includes(field),
  );
  if (changesAny(op, theirs, record, memberArrivalSchema)) return 'field-is-the-servers';
  const fault = refuseAnswer(before, after) ?? refuseLeaving(before, after);
  if (fault !== undefined || before.answer === after.answer) return fault;
  if (after.answeredBy !== op.by) return 'not-allowed';
  return after.answer === 'accepted' ? refusePlace(after, context) : undefined;
}

/** Why a member may not be put there: into a cell that is not, or into the record of nobody, or as a guest into that of a member kept here. */
function refusePlace(arrival: MemberArrivalFields, { find }: TransferContext): ErrorCode | undefined {
  const { kind, unitId, intoMemberId } = arrival;
  const unit = unitId === null ? undefined : find('unit', unitId);
  if (unit === undefined || isRemoved(unit)) return 'record-missing';
  if (intoMemberId === null) return undefined;
  const into = stateOf(find('member', intoMemberId));
  if (into === undefined) return 'record-missing';
  return kind === 'temporary' && activeStates.includes(into) ? 'not-allowed' : undefined;
}

function refuseMember(record: SyncRecord, merged: SyncRecord, context: TransferContext): ErrorCode | undefined {
  if (isElsewhere(record, context)) return 'member-elsewhere';
  const [before, after] = [stateOf(record), stateOf(merged)];
  if (before !== 'guest' || after === undefined || !activeStates.includes(after)) return undefined;
  const isGuest = context.arrivalsOf(record.id).some(({ f }) => f['outcome']?.v === 'accepted');
  return isGuest ? 'guest-kept-elsewhere' : undefined;
}

/** What belongs to a member who is kept elsewhere now stays as it went there. */
function refuseChild(op: Op, record: SyncRecord | undefined, context: TransferContext): ErrorCode | undefined {
  const memberId = memberIdOf(op, record, context.find);
  const member = memberId === undefined ? undefined : context.find('member', memberId);
  return member !== undefined && isElsewhere(member, context) ? 'member-elsewhere' : undefined;
}

/** Events by which the province moved a home are its own; a PC makes such an event of its own only for a transfer by paper. */
function refuseEvent(op: Op, record: SyncRecord | undefined, { find }: TransferContext): ErrorCode | undefined {
  const kind = record?.f['kind']?.v ?? op.f['kind'];
  const transferId = record?.f['transferId']?.v ?? op.f['transferId'];
  if (!homeEvents.includes(kind) || typeof transferId !== 'string') return undefined;
  if (record !== undefined) return record.f['kind']?.d === SERVER_DEVICE ? 'field-is-the-servers' : undefined;
  const transfer = find('memberTransfer', transferId);
  return transfer?.f['recipient']?.v === '' ? undefined : 'field-is-the-servers';
}

/** The member an op is about: itself, or the one its record belongs to; undefined when it is about none, or about one that is not known here. */
export function memberIdOf(
  { type, id, f }: Pick<Op, 'type' | 'id' | 'f'>,
  record: SyncRecord | undefined,
  find: TransferContext['find'],
): string | undefined {
  if (type === 'member') return id;
  const valueOf = (field: string): unknown => record?.f[field]?.v ?? f[field];
  if (type !== 'attachment') return toText(valueOf('memberId'));
  const owner = toText(valueOf('documentId'));
  if (valueOf('ownerType') === 'member') return owner;
  if (valueOf('ownerType') !== 'memberEvent' || owner === undefined) return undefined;
  return toText(find('memberEvent', owner)?.f['memberId']?.v);
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whether the province has moved this member's home to another office. */
function isElsewhere(member: SyncRecord, { transfersOf }: TransferContext): boolean {
  if (member.f['state']?.v !== 'transferred') return false;
  return transfersOf(member.id).some(({ f }) => f['kind']?.v === 'official' && f['outcome']?.v === 'accepted');
}

/** Standing of a member who is there and not removed. */
export function stateOf(member: SyncRecord | undefined): MemberState | undefined {
  if (member === undefined || isRemoved(member)) return undefined;
  return memberStateSchema.safeParse(member.f['state']?.v).data;
}

function toTransfer(record: SyncRecord): readonly MemberTransferFields[] {
  const parsed = memberTransferSchema.safeParse(valuesOf(record));
  return parsed.success && !isRemoved(record) ? [parsed.data] : [];
}
