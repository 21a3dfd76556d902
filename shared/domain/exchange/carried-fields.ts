import type { ArrivalFields } from './arrival-record.ts';
import type { DispatchFields } from './dispatch-record.ts';

/** What the sender says of a dispatch: carried to the recipient's arrival, which only the province's server writes there. */
export const SENDER_FIELDS = [
  'kind',
  'replacesId',
  'letter',
  'files',
  'revision',
  'revisionNote',
  'sentAt',
  'recallAt',
  'recallReason',
] as const satisfies readonly (keyof DispatchFields & keyof ArrivalFields)[];

/** What the recipient says of an arrival: carried back to the sender's dispatch, which only the province's server writes there. */
export const RECIPIENT_FIELDS = [
  'status',
  'statusNote',
  'statusAt',
  'recallStatus',
  'recallNote',
  'recallAnsweredFor',
] as const satisfies readonly (keyof DispatchFields & keyof ArrivalFields)[];

/** Fields of a dispatch to an `agency` that the server alone writes. */
export const SERVER_FIELDS_OF_DISPATCH = [
  ...RECIPIENT_FIELDS,
  'deliveredTo',
] as const satisfies readonly (keyof DispatchFields)[];

/** Fields of an arrival of origin `exchange` that the server alone writes. */
export const SERVER_FIELDS_OF_ARRIVAL = [
  ...SENDER_FIELDS,
  'origin',
  'from',
  'fromName',
  'addressedTo',
] as const satisfies readonly (keyof ArrivalFields)[];

/** Fields of a dispatch that never change once it was made. */
export const FIXED_FIELDS_OF_DISPATCH = [
  'outgoingId',
  'recipientKind',
  'recipient',
] as const satisfies readonly (keyof DispatchFields)[];
