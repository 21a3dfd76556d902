import { memberArrivalSchema, type MemberArrivalFields } from '#shared/domain/transfer/member-arrival-record.ts';
import { memberTransferSchema, type MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { CommuneShelf } from './commune-shelf.ts';
import { findHomeEvents, type HomeEvents } from './home-events.ts';
import { isRemoved, valuesOf } from './op-changes.ts';

/** One of the two offices a transfer is between. */
export type TransferSide = {
  readonly code: string;
  readonly name: string;
  readonly shelf: CommuneShelf;
  /** Whether this was its code: now, or before it was merged with others. */
  readonly isKnownAs: (code: string) => boolean;
};

/** Both of them; `addressedTo`: the recipient's former office when the transfer came on from there, else empty. */
export type TransferSides = {
  readonly sender: TransferSide;
  readonly recipient: TransferSide;
  readonly addressedTo: string;
};

/** All that both sides hold of a transfer. */
export type Standing = {
  readonly id: string;
  readonly transfer: MemberTransferFields;
  readonly record: SyncRecord;
  readonly arrival: MemberArrivalFields | undefined;
  readonly heard: SyncRecord | undefined;
  /** The member at the sender, perhaps removed. */
  readonly member: SyncRecord;
  readonly events: HomeEvents;
};

/** Reads both sides; undefined when there is nothing to settle: a draft, a transfer by paper, or a member a restored province has not yet got back. */
export async function readStanding(id: string, { sender, recipient }: TransferSides): Promise<Standing | undefined> {
  const sent = await findSentTransfer(sender.shelf, id);
  const member = sent && (await sender.shelf.find('member', sent.transfer.memberId));
  if (sent === undefined || member === undefined) return undefined;
  const heard = await findDeliveredTransfer(recipient.shelf, id, sender.isKnownAs);
  const events = await findHomeEvents(id, sender.shelf, recipient.shelf);
  return { id, ...sent, arrival: heard?.arrival, heard: heard?.record, member, events };
}

/** A transfer that goes through the province and was given out. */
export async function findSentTransfer(
  shelf: CommuneShelf,
  id: string,
): Promise<Pick<Standing, 'transfer' | 'record'> | undefined> {
  const record = await shelf.find('memberTransfer', id);
  const transfer = record && memberTransferSchema.safeParse(valuesOf(record)).data;
  if (record === undefined || transfer === undefined || isRemoved(record)) return undefined;
  return isThroughProvince(transfer) && transfer.state !== 'draft' ? { transfer, record } : undefined;
}

/** What this sender's transfer became at a commune; whatever else bears its id there is not it. */
export async function findDeliveredTransfer(
  shelf: CommuneShelf,
  id: string,
  isSender: (code: string) => boolean,
): Promise<{ readonly record: SyncRecord; readonly arrival: MemberArrivalFields } | undefined> {
  const record = await shelf.find('memberArrival', id);
  const arrival = record && memberArrivalSchema.safeParse(valuesOf(record)).data;
  if (record === undefined || arrival === undefined || isRemoved(record)) return undefined;
  return isSender(arrival.from) ? { record, arrival } : undefined;
}
