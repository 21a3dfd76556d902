import type { ErrorCode } from '#shared/base/errors.ts';
import {
  FIXED_FIELDS_OF_DISPATCH,
  SERVER_FIELDS_OF_ARRIVAL,
  SERVER_FIELDS_OF_DISPATCH,
} from '#shared/domain/exchange/carried-fields.ts';
import { dispatchSchema } from '#shared/domain/exchange/dispatch-record.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/** What the rules of the exchange look at beside the op. */
export type ExchangeContext = {
  /** Whether an office with this code is in the directory. */
  readonly isAgency: (code: string) => boolean;
  readonly findOutgoing: (id: string) => SyncRecord | undefined;
  /** Hashes of the files of an outgoing paper. */
  readonly filesOf: (outgoingId: string) => ReadonlySet<string>;
};

/**
 * Why a PC may not write this of a dispatch or an arrival. Each side writes its own fields, the server carries them over; what was
 * sent over the exchange is called back, never removed. What a restored province lost comes back as it was (`sup`): the courier sets it right.
 */
export function refuseExchange(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: ExchangeContext,
): ErrorCode | undefined {
  if (op.t === 'sup') return undefined;
  if (op.type === 'dispatch') return refuseDispatch(op, record, merged, context);
  return op.type === 'arrival' ? refuseArrival(op, record) : undefined;
}

function refuseDispatch(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: ExchangeContext,
): ErrorCode | undefined {
  if (record !== undefined && changes(op, FIXED_FIELDS_OF_DISPATCH, record)) return 'not-allowed';
  if (merged.f['recipientKind']?.v !== 'agency') return refuseContent(op, record, merged, context);
  if (removes(op)) return 'not-allowed';
  if (changes(op, SERVER_FIELDS_OF_DISPATCH, record)) return 'field-is-the-servers';
  const recipient = merged.f['recipient']?.v;
  if (record === undefined && !(typeof recipient === 'string' && context.isAgency(recipient)))
    return 'recipient-unknown';
  return refuseContent(op, record, merged, context);
}

/** Only a paper that is issued goes out, under the number it has, with its own files, and no secret one ever. */
function refuseContent(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  { findOutgoing, filesOf }: ExchangeContext,
): ErrorCode | undefined {
  const outgoingId = merged.f['outgoingId']?.v as string;
  if (record === undefined) {
    const outgoing = findOutgoing(outgoingId)?.f;
    if (outgoing?.['secrecy']?.v !== 'none') return 'secret-stays-home';
    const { symbol } = (op.f['letter'] ?? {}) as Readonly<Record<string, FieldValue>>;
    if (outgoing['state']?.v !== 'issued' || outgoing['symbol']?.v !== symbol) return 'not-allowed';
  }
  const files = (op.f['files'] ?? []) as readonly { readonly hash: string }[];
  const own = files.length === 0 ? undefined : filesOf(outgoingId);
  return own === undefined || files.every(({ hash }) => own.has(hash)) ? undefined : 'not-allowed';
}

function refuseArrival(op: Op, record: SyncRecord | undefined): ErrorCode | undefined {
  if (record === undefined) return op.f['origin'] === 'edxml' ? undefined : 'field-is-the-servers';
  if (record.f['origin']?.v !== 'exchange') return Object.hasOwn(op.f, 'origin') ? 'not-allowed' : undefined;
  // The office was merged into another one, which has it now.
  if (record.f[REMOVED]?.v === true) return 'record-elsewhere';
  if (removes(op)) return 'not-allowed';
  return changes(op, SERVER_FIELDS_OF_ARRIVAL, record) ? 'field-is-the-servers' : undefined;
}

function removes(op: Op): boolean {
  return op.t === 'del' || op.f[REMOVED] === true;
}

const usual: Readonly<Record<string, { readonly safeParse: (value: unknown) => { readonly data?: unknown } }>> =
  dispatchSchema.shape;

/** Whether the op writes another value into one of these fields than is there, or than a new record has of itself. */
function changes(op: Op, fields: readonly string[], record: SyncRecord | undefined): boolean {
  return fields.some((field) => {
    const wanted = op.f[field];
    if (wanted === undefined) return false;
    const held = record?.f[field]?.v ?? (usual[field]?.safeParse(undefined).data as FieldValue | undefined);
    return held === undefined || !equalValues(held, wanted);
  });
}
