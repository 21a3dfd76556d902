import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventFields, MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { isTransferable, stateAfterReturn } from '#shared/domain/transfer/transfer-outcome.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { CommuneShelf } from './commune-shelf.ts';
import { derivedRecordId } from './derived-record-id.ts';
import { SERVER_DEVICE } from './server-records.ts';
import type { Fields, SideDrafts } from './side-drafts.ts';
import { stateOf } from './transfer-rules.ts';

const steps = ['out', 'in', 'back-out', 'back-in'] as const;

/** How a member leaves the sender and comes to the recipient, and of temporary activity how that ends on both sides. */
export type HomeStep = (typeof steps)[number];

/** Id of the event of a step: whenever it is made, it is the same event. */
export function homeEventId(transferId: string, step: HomeStep): string {
  return derivedRecordId(transferId, step);
}

/** Events of a transfer that are there. */
export type HomeEvents = Readonly<Partial<Record<HomeStep, SyncRecord>>>;

/** Finds them at both sides. A PC may give an event any id: only what the province itself wrote counts. */
export async function findHomeEvents(
  transferId: string,
  sender: CommuneShelf,
  recipient: CommuneShelf,
): Promise<HomeEvents> {
  const ids = steps.map((step) => homeEventId(transferId, step));
  const refs = ids.map((id) => ({ type: 'memberEvent', id }));
  const found = [await sender.list(refs), await recipient.list(refs)] as const;
  const isOurs = ({ f }: SyncRecord): boolean => f['transferId']?.v === transferId && f['kind']?.d === SERVER_DEVICE;
  return Object.fromEntries(
    steps.flatMap((step, i) => {
      const side = step === 'out' || step === 'back-out' ? found[0] : found[1];
      const event = side.find((record) => record.id === ids[i] && isOurs(record));
      return event === undefined ? [] : [[step, event]];
    }),
  );
}

/** A member of the one office and the record they have at the other. */
export type HomeMove = {
  readonly id: string;
  readonly transfer: MemberTransferFields;
  readonly events: HomeEvents;
  /** Day the province took the acceptance. */
  readonly acceptedOn: PlainDate;
  /** Day temporary activity ended; null while it lasts. */
  readonly endedOn: PlainDate | null;
};

/** One side of a move: its record of the member, the cell there, and what the other side is called. */
export type MoveSide = {
  readonly memberId: string;
  readonly member: SyncRecord | undefined;
  readonly unitId: string | null;
  /** The other office, with the cell as far as it is known. */
  readonly otherPlace: string;
  /** What the sender is called: the issuer of the introduction paper. */
  readonly issuer: string;
};

/** The member leaves the sender, or goes away for a time and comes back. */
export function leaveHome(move: HomeMove, side: MoveSide, drafts: SideDrafts): void {
  const { transfer, events, endedOn } = move;
  const { member } = side;
  const isGuest = transfer.kind === 'temporary';
  const state = isGuest ? 'temporarily-away' : 'transferred';
  const before = stateOf(member);
  if (events.out === undefined) {
    const sets = { state };
    if (member !== undefined && isTransferable(before)) drafts.write(member, member, sets);
    const was = { state: before ?? null, unitId: side.unitId };
    writeEvent(move, side, drafts, 'out', { kind: isGuest ? 'temporary-out' : 'transferred-out', sets, before: was });
  } else keepUntil(move, drafts, 'out');
  if (endedOn === null || events['back-out'] !== undefined) return;
  const beforeOut = (events.out?.f['before']?.v as Fields | undefined)?.['state'] ?? before;
  const back = { state: stateAfterReturn(beforeOut, member?.f['officialOn']?.v ?? null) };
  if (member !== undefined && drafts.valueOf(member, 'state') === 'temporarily-away')
    drafts.write(member, member, back);
  const event = { kind: 'temporary-ended', sets: back, before: { state } } as const;
  writeEvent(move, side, drafts, 'back-out', event, endedOn);
}

/** The member, or the guest, comes to the recipient; the guest leaves again. `state`: the standing they come with. */
export function comeHome(move: HomeMove, side: MoveSide, state: string, drafts: SideDrafts): void {
  const { transfer, events, endedOn } = move;
  const { member, unitId, memberId } = side;
  const isGuest = transfer.kind === 'temporary';
  if (events.in === undefined) {
    const was: Fields =
      member === undefined ? {} : { state: member.f['state']?.v ?? null, unitId: member.f['unitId']?.v ?? null };
    const event = { kind: isGuest ? 'temporary-in' : 'transferred-in', sets: { state, unitId }, before: was } as const;
    writeEvent(move, side, drafts, 'in', event);
  } else keepUntil(move, drafts, 'in');
  if (endedOn === null || events['back-in'] !== undefined) return;
  const sets = { state: 'transferred' };
  const ref = { type: 'member', id: memberId };
  const isHere = member === undefined || events.in === undefined || stateOf(member) === 'guest';
  if (isHere) drafts.write(ref, member, sets);
  writeEvent(move, side, drafts, 'back-in', { kind: 'temporary-ended', sets, before: { state: 'guest' } }, endedOn);
}

type Told = {
  readonly kind: MemberEventKind;
  readonly sets: Fields;
  readonly before: Fields;
};

function writeEvent(
  { id, transfer, acceptedOn }: HomeMove,
  { memberId, unitId, otherPlace, issuer }: MoveSide,
  drafts: SideDrafts,
  step: HomeStep,
  { kind, sets, before }: Told,
  on: PlainDate = acceptedOn,
): void {
  const { introductionNumber, issuedOn, introductionId, reason, endNote, leftNote } = transfer;
  const isEnd = step === 'back-out' || step === 'back-in';
  const event: MemberEventFields = {
    memberId,
    kind,
    effectiveOn: toPartialDate(on),
    until: isEnd ? null : transfer.until,
    decision: { symbol: introductionNumber, issuedOn, issuer, signer: '' },
    decisionId: step === 'out' ? introductionId : null,
    state: 'decided',
    voidReason: '',
    sets: sets as MemberEventFields['sets'],
    before: before as MemberEventFields['before'],
    unitId,
    place: otherPlace.slice(0, 300),
    atOffice: '',
    form: '',
    number: '',
    years: null,
    amount: null,
    reason: isEnd ? endNote || leftNote : reason,
    transferId: id,
    note: '',
  };
  drafts.write({ type: 'memberEvent', id: homeEventId(id, step) }, undefined, event);
}

/** Temporary activity that is extended: the events say so too. */
function keepUntil({ transfer, events }: HomeMove, drafts: SideDrafts, step: 'out' | 'in'): void {
  const event = events[step];
  if (event !== undefined) drafts.write(event, event, { until: transfer.until });
}
