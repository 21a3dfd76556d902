import type { MemberArrivalFields } from './member-arrival-record.ts';
import type { MemberTransferFields } from './member-transfer-record.ts';

/** What the sender says of a transfer: carried to the recipient's arrival, which only the province writes there. */
export const SENT_FIELDS = [
  'kind',
  'isStudy',
  'toUnitName',
  'reason',
  'introductionNumber',
  'issuedOn',
  'showBy',
  'until',
  'feePaidUntil',
  'checked',
  'endedOn',
  'endNote',
] as const satisfies readonly (keyof MemberTransferFields & keyof MemberArrivalFields)[];

/** What the recipient says of an arrival: carried back to the sender's transfer, which only the province writes there. */
export const HEARD_FIELDS = ['shownOn', 'leftOn', 'leftNote'] as const satisfies readonly (keyof MemberTransferFields &
  keyof MemberArrivalFields)[];

/** Fields of a transfer to an office of the directory that the province alone writes. */
export const SERVER_FIELDS_OF_TRANSFER = [
  ...HEARD_FIELDS,
  'outcome',
  'outcomeAt',
  'outcomeNote',
  'acceptedUnitName',
  'acceptedUnitId',
  'acceptedMemberId',
  'deliveredTo',
] as const satisfies readonly (keyof MemberTransferFields)[];

/** Fields of an arrival that the recipient's PCs write; all others are the province's. */
export const RECIPIENT_FIELDS_OF_ARRIVAL = [
  ...HEARD_FIELDS,
  'answer',
  'unitId',
  'intoMemberId',
  'answerNote',
  'answeredBy',
  'answeredAt',
] as const satisfies readonly (keyof MemberArrivalFields)[];

/** What the introduction paper says, and to whom it is: fixed once it is given out. */
export const FIXED_ONCE_ISSUED = [
  'kind',
  'isStudy',
  'recipient',
  'recipientName',
  'fromUnitId',
  'introductionId',
  'introductionNumber',
  'issuedOn',
  'showBy',
] as const satisfies readonly (keyof MemberTransferFields)[];
