import type { PlainDate } from '#shared/base/plain-date.ts';
import { findSpanFault, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import type { TransferKind } from '#shared/domain/transfer/member-transfer-record.ts';
import type { AgencyRow, MemberRow, MemberTransferRow } from '#renderer/data/rows.ts';
import type { TransferDraft } from '#renderer/data/transfers/transfer-repository.ts';
import { formatMonth, parseMonth } from '../month-words.ts';

/** Stands in the choice of offices for one that is not in the directory. */
export const OUTSIDE = '';

/** The form of a transfer as it is typed. */
export type TypedTransfer = {
  readonly kind: TransferKind;
  readonly recipient: string;
  readonly outsideName: string;
  readonly toUnitName: string;
  readonly reason: string;
  readonly isStudy: boolean;
  readonly askedOn: PlainDate | null;
  readonly until: PlainDate | null;
  readonly feePaidUntil: string;
};

/** The form to begin with: empty, or what was written before. */
export function typedOf(transfer: MemberTransferRow | undefined, today: PlainDate): TypedTransfer {
  if (transfer === undefined)
    return {
      kind: 'official',
      recipient: OUTSIDE,
      outsideName: '',
      toUnitName: '',
      reason: '',
      isStudy: false,
      askedOn: today,
      until: null,
      feePaidUntil: '',
    };
  const { kind, recipient, recipientName, toUnitName, reason, isStudy, askedOn, until, feePaidUntil } = transfer;
  const outsideName = recipient === OUTSIDE ? recipientName : '';
  return {
    kind,
    recipient,
    outsideName,
    toUnitName,
    reason,
    isStudy,
    askedOn,
    until,
    feePaidUntil: formatMonth(feePaidUntil),
  };
}

/** Fields that must be looked at before the transfer can be saved. */
export type Lacks = Readonly<Record<'recipient' | 'askedOn' | 'until' | 'feePaidUntil', boolean>>;

/** What the form still lacks. */
export function lacksOf(typed: TypedTransfer, rules: TransferRules): Lacks {
  const { kind, recipient, outsideName, askedOn, until, isStudy } = typed;
  const isPaper = recipient === OUTSIDE || kind === 'abroad';
  const start = askedOn ?? undefined;
  return {
    recipient: isPaper && outsideName.trim() === '',
    askedOn: askedOn === null,
    until:
      kind === 'temporary' &&
      (until === null || (start !== undefined && findSpanFault(start, until, isStudy, rules) === 'before-start')),
    feePaidUntil: parseMonth(typed.feePaidUntil) === undefined,
  };
}

/** What is saved of the form. Call only when nothing is lacking. */
export function draftOf(
  typed: TypedTransfer,
  member: Pick<MemberRow, 'id' | 'unitId'>,
  agencies: readonly AgencyRow[],
  checked: readonly string[],
): TransferDraft {
  const { kind, toUnitName, reason, isStudy, askedOn, until } = typed;
  const recipient = kind === 'abroad' ? OUTSIDE : typed.recipient;
  const agency = agencies.find(({ code }) => code === recipient);
  return {
    memberId: member.id,
    kind,
    recipient,
    recipientName: recipient === OUTSIDE ? typed.outsideName.trim() : (agency?.name ?? recipient),
    fromUnitId: member.unitId,
    toUnitName: toUnitName.trim(),
    reason: reason.trim(),
    isStudy: kind === 'temporary' && isStudy,
    askedOn: askedOn as PlainDate,
    checked: [...checked],
    feePaidUntil: parseMonth(typed.feePaidUntil) ?? null,
    until: kind === 'official' ? null : until,
  };
}
