import type { ErrorCode } from '#shared/base/errors.ts';
import {
  FIXED_FIELDS_OF_DISPATCH,
  SERVER_FIELDS_OF_ARRIVAL,
  SERVER_FIELDS_OF_DISPATCH,
} from '#shared/domain/exchange/carried-fields.ts';
import type { AgencyFields } from '#shared/domain/exchange/agency-record.ts';
import type { Letter, SentFile } from '#shared/domain/exchange/letter.ts';
import { arrivalSchema } from '#shared/domain/exchange/arrival-record.ts';
import { dispatchSchema } from '#shared/domain/exchange/dispatch-record.ts';
import { REMOVED, type FieldValue, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { changesAny, removes } from './op-changes.ts';

/** What the rules of the exchange look at beside the op. */
export type ExchangeContext = {
  /** Whether an office with this code is in the directory. */
  readonly isAgency: (code: string) => boolean;
  readonly findOutgoing: (id: string) => SyncRecord | undefined;
  /** The files of an outgoing paper, as its attachments say. */
  readonly filesOf: (outgoingId: string) => readonly SentFile[];
  /** The office that sends, as the directory has it. */
  readonly sender: AgencyFields | undefined;
  /** Its identifier, and those of the offices that were merged into it: what they wrote while they were away goes out as they wrote it. */
  readonly ownOrganIds: ReadonlySet<string>;
  /** What the other offices of the directory are called (`nameKey`): in none of these names may a paper be sent. */
  readonly namesOfOthers: ReadonlySet<string>;
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
  if (record !== undefined && changesAny(op, FIXED_FIELDS_OF_DISPATCH, record, dispatchSchema)) return 'not-allowed';
  if (merged.f['recipientKind']?.v !== 'agency') return refuseContent(op, record, merged, context);
  if (removes(op)) return 'not-allowed';
  if (changesAny(op, SERVER_FIELDS_OF_DISPATCH, record, dispatchSchema)) return 'field-is-the-servers';
  const recipient = merged.f['recipient']?.v;
  if (record === undefined && !(typeof recipient === 'string' && context.isAgency(recipient)))
    return 'recipient-unknown';
  return refuseContent(op, record, merged, context);
}

/** Only a paper that is issued goes out, under the number it has, with its own files, in its own office's name, and no secret one ever. */
function refuseContent(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: ExchangeContext,
): ErrorCode | undefined {
  const { letter, files } = op.f;
  if (record !== undefined && letter === undefined && files === undefined) return undefined;
  // The office is another one now, which sends in its own name.
  if (context.sender === undefined || context.sender.mergedInto !== null) return 'not-allowed';
  const outgoingId = merged.f['outgoingId']?.v as string;
  const outgoing = context.findOutgoing(outgoingId)?.f;
  if (outgoing?.['secrecy']?.v !== 'none') return 'secret-stays-home';
  if (outgoing['state']?.v !== 'issued' || outgoing[REMOVED]?.v === true) return 'not-allowed';
  const isOwn = letter === undefined || isLetterOf(letter as Letter, outgoingId, outgoing['symbol']?.v, context);
  return isOwn && areFilesOf((files ?? []) as readonly SentFile[], outgoingId, context) ? undefined : 'not-allowed';
}

/** Whether a letter is about this paper and names no other office as its issuer. A PC may not know its office's identifier yet. */
function isLetterOf(
  { externalId, symbol, organId, issuer }: Letter,
  outgoingId: string,
  number: FieldValue | undefined,
  { ownOrganIds, namesOfOthers }: ExchangeContext,
): boolean {
  if (externalId !== outgoingId || symbol !== number) return false;
  return (organId === '' || ownOrganIds.has(organId)) && !namesOfOthers.has(nameKey(issuer));
}

function areFilesOf(files: readonly SentFile[], outgoingId: string, { filesOf }: ExchangeContext): boolean {
  if (files.length === 0) return true;
  const own = filesOf(outgoingId);
  return files.every(({ hash, name, size, mime }) =>
    own.some((each) => each.hash === hash && each.name === name && each.size === size && each.mime === mime),
  );
}

/** A name as it is compared: however it is written, one name is one. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi');
}

function refuseArrival(op: Op, record: SyncRecord | undefined): ErrorCode | undefined {
  if (record === undefined) return op.f['origin'] === 'edxml' ? undefined : 'field-is-the-servers';
  if (record.f['origin']?.v !== 'exchange') return Object.hasOwn(op.f, 'origin') ? 'not-allowed' : undefined;
  // The office was merged into another one, which has it now.
  if (record.f[REMOVED]?.v === true) return 'record-elsewhere';
  if (removes(op)) return 'not-allowed';
  return changesAny(op, SERVER_FIELDS_OF_ARRIVAL, record, arrivalSchema) ? 'field-is-the-servers' : undefined;
}
