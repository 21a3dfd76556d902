import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberArrivalFields } from '#shared/domain/transfer/member-arrival-record.ts';
import type { MemberTransferFields, TransferOutcome } from '#shared/domain/transfer/member-transfer-record.ts';
import { HEARD_FIELDS, SENT_FIELDS } from '#shared/domain/transfer/transfer-fields.ts';
import { outcomeOf } from '#shared/domain/transfer/transfer-outcome.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { comeHome, leaveHome, type HomeMove } from './home-events.ts';
import { composeDossier, planAdmission, type Admitted } from './plan-admission.ts';
import { SideDrafts, type Change, type Fields } from './side-drafts.ts';
import { stateOf } from './transfer-rules.ts';
import { readStanding, type Standing, type TransferSides } from './transfer-standing.ts';

/** What the province says of its own accord when a transfer cannot be. */
export type TransferTexts = {
  readonly idTaken: string;
  readonly memberGone: string;
  readonly recipientIsSender: string;
};

/** What is to be written on both sides, and the sender's files the recipient is to have; nothing when all is as it should be. */
export type Settled = {
  readonly sender: readonly Change[];
  readonly recipient: readonly Change[];
  readonly hashes: readonly string[];
};

/** What was decided of a transfer; `note`: the province's own word where there is one. */
type Verdict = { readonly outcome: TransferOutcome; readonly note: string; readonly isBarred: boolean };

/** What is written on both sides as it is put together. */
type Drafts = { readonly sender: SideDrafts; readonly recipient: SideDrafts };

/**
 * Brings both sides of a transfer to what follows from all that either says: delivers, takes back, moves the home, ends temporary activity. Read and
 * written with both streams locked, in one transaction: at no moment is a member kept twice or nowhere. Done again it does nothing, and what a
 * restored province has lost of one side is made again from the other.
 */
export async function settleTransfer(
  id: string,
  sides: TransferSides,
  texts: TransferTexts,
  nowMs: number,
): Promise<Settled> {
  const standing = await readStanding(id, sides);
  if (standing === undefined) return { sender: [], recipient: [], hashes: [] };
  const now = new Date(nowMs).toISOString();
  const verdict = await judge(standing, sides, texts);
  const drafts: Drafts = { sender: new SideDrafts(), recipient: new SideDrafts() };
  const isTaken = verdict.outcome === 'accepted' || verdict.outcome === 'ended';
  const moved = isTaken ? await move(standing, sides, drafts, now) : undefined;
  writeTransfer(standing, sides, verdict, moved, drafts.sender, now);
  if (!verdict.isBarred && (isTaken || standing.heard !== undefined || verdict.outcome === 'waiting'))
    await writeArrival(standing, sides, verdict, moved, drafts.recipient, now);
  return {
    sender: drafts.sender.changes(),
    recipient: drafts.recipient.changes(),
    hashes: moved?.admitted?.hashes ?? [],
  };
}

async function judge(
  { id, transfer, arrival, member, events }: Standing,
  { sender, recipient }: TransferSides,
  texts: TransferTexts,
): Promise<Verdict> {
  const isTaken = events.out !== undefined || events.in !== undefined;
  const outcome = outcomeOf(transfer, arrival, { state: stateOf(member), isTaken });
  if (arrival !== undefined || outcome !== 'waiting')
    return { outcome, note: outcome === 'void' ? texts.memberGone : '', isBarred: false };
  if (recipient.code === sender.code) return { outcome: 'refused', note: texts.recipientIsSender, isBarred: true };
  const isBorne = await recipient.shelf.bears(id);
  return isBorne ? { outcome: 'refused', note: texts.idTaken, isBarred: true } : { outcome, note: '', isBarred: false };
}

/** Where the member is at the recipient. */
type Moved = {
  readonly admitted: Admitted | undefined;
  readonly memberId: string;
  readonly unitId: string | null;
  readonly unitName: string;
};

async function move(standing: Standing, sides: TransferSides, drafts: Drafts, now: string): Promise<Moved> {
  const { id, transfer, arrival, member, events } = standing;
  const { sender, recipient } = sides;
  const unitId = arrival?.unitId ?? transfer.acceptedUnitId;
  const unitName = (await nameOfUnit(recipient, unitId)) ?? transfer.acceptedUnitName;
  const state = stateAtHome(standing);
  const dossier = await sender.shelf.listDossier(member.id);
  const admission = {
    transferId: id,
    isGuest: transfer.kind === 'temporary',
    member,
    state,
    dossier,
    fromName: sender.name,
    unitId,
    into: arrival?.intoMemberId ?? transfer.acceptedMemberId,
    isFirst: events.out === undefined && !wasTaken(standing),
  };
  const admitted =
    events.in === undefined ? await planAdmission(admission, recipient.shelf, drafts.recipient) : undefined;
  const memberId = admitted?.memberId ?? arrival?.memberId ?? transfer.acceptedMemberId ?? transfer.memberId;
  const homeMove = { id, transfer, events, acceptedOn: acceptedOn(standing, now), end: endOf(transfer, arrival) };
  const issuer = sender.name;
  leaveHome(homeMove, {
    memberId: member.id,
    member,
    dossier,
    unitId: transfer.fromUnitId,
    otherPlace: placeOf(unitName, recipient.name),
    issuer,
    drafts: drafts.sender,
  });
  const coming = {
    memberId,
    member: await recipient.shelf.find('member', memberId),
    dossier: await recipient.shelf.listDossier(memberId),
    unitId,
    otherPlace: placeOf((await nameOfUnit(sender, transfer.fromUnitId)) ?? '', sender.name),
    issuer,
    drafts: drafts.recipient,
  };
  comeHome(homeMove, coming, state);
  return { admitted, memberId, unitId, unitName };
}

/** The standing a member has where they come to: as they stood before they left. */
function stateAtHome({ transfer, member, events }: Standing): string {
  if (transfer.kind === 'temporary') return 'guest';
  const before = (events.out?.f['before']?.v as Fields | undefined)?.['state'];
  const state = stateOf(member);
  return state !== undefined && state !== 'transferred' ? state : typeof before === 'string' ? before : 'official';
}

function wasTaken({ transfer, arrival }: Standing): boolean {
  return [transfer.outcome, arrival?.outcome].some((outcome) => outcome === 'accepted' || outcome === 'ended');
}

/** Day the province took the acceptance: now, unless one of the sides still knows. */
function acceptedOn({ transfer, arrival }: Standing, now: string): PlainDate {
  const known = [transfer, arrival].find((side) => side?.outcome === 'accepted')?.outcomeAt;
  return dateOfInstant(Date.parse(known ?? now));
}

function endOf(
  { kind, endedOn, endNote, leftOn, leftNote }: MemberTransferFields,
  arrival: MemberArrivalFields | undefined,
): HomeMove['end'] {
  if (kind !== 'temporary') return null;
  if (endedOn !== null) return { on: endedOn, note: endNote };
  const left = arrival?.leftOn ?? leftOn;
  return left === null ? null : { on: left, note: arrival?.leftNote ?? leftNote };
}

function placeOf(cell: string, office: string): string {
  return cell === '' ? office : `${cell}, ${office}`;
}

async function nameOfUnit({ shelf }: TransferSides['sender'], unitId: string | null): Promise<string | undefined> {
  const name = unitId === null ? undefined : (await shelf.find('unit', unitId))?.f['name']?.v;
  return typeof name === 'string' ? name : undefined;
}

function writeTransfer(
  { transfer, record, arrival }: Standing,
  { recipient, addressedTo }: TransferSides,
  { outcome, note }: Verdict,
  moved: Moved | undefined,
  drafts: SideDrafts,
  now: string,
): void {
  const answered = outcome === 'accepted' || outcome === 'ended' || outcome === 'refused';
  drafts.write(record, record, {
    outcome,
    outcomeAt: transfer.outcome === outcome ? transfer.outcomeAt : now,
    outcomeNote:
      note === '' && answered ? (arrival?.answerNote ?? transfer.outcomeNote) : keptNote(note, transfer, outcome),
    deliveredTo: addressedTo === '' ? '' : recipient.name,
    ...(moved && {
      acceptedUnitId: moved.unitId,
      acceptedUnitName: moved.unitName,
      acceptedMemberId: moved.memberId,
    }),
    ...(arrival && pick(arrival, HEARD_FIELDS)),
  });
}

/** What the province said when it settled the transfer stays said. */
function keptNote(
  note: string,
  { outcome: before, outcomeNote }: MemberTransferFields,
  outcome: TransferOutcome,
): string {
  return note === '' && before === outcome ? outcomeNote : note;
}

async function writeArrival(
  standing: Standing,
  { sender, addressedTo }: TransferSides,
  { outcome, note }: Verdict,
  moved: Moved | undefined,
  drafts: SideDrafts,
  now: string,
): Promise<void> {
  const { id, transfer, arrival, heard, member } = standing;
  const isGuest = transfer.kind === 'temporary';
  const dossier =
    outcome === 'waiting'
      ? composeDossier(member, isGuest ? [] : await sender.shelf.listDossier(member.id), { isGuest, transferId: id })
      : {};
  const name = member.f['name']?.v as { readonly full?: unknown } | undefined;
  drafts.write({ type: 'memberArrival', id }, heard, {
    ...(arrival === undefined ? { ...unanswered, arrivedAt: now } : {}),
    from: sender.code,
    fromName: sender.name,
    addressedTo,
    personName: typeof name?.full === 'string' ? name.full : (arrival?.personName ?? ''),
    sentMemberId: transfer.memberId,
    ...pick(transfer, SENT_FIELDS),
    dossier,
    outcome,
    outcomeAt: arrival?.outcome === outcome ? arrival.outcomeAt : now,
    outcomeNote:
      outcome === 'withdrawn'
        ? transfer.withdrawReason
        : note === '' && arrival?.outcome === outcome
          ? arrival.outcomeNote
          : note,
    memberId: moved?.memberId ?? arrival?.memberId ?? null,
  });
}

/** An arrival nobody has said anything of. */
const unanswered: Pick<
  MemberArrivalFields,
  'shownOn' | 'answer' | 'unitId' | 'intoMemberId' | 'answerNote' | 'answeredBy' | 'answeredAt' | 'leftOn' | 'leftNote'
> = {
  shownOn: null,
  answer: 'waiting',
  unitId: null,
  intoMemberId: null,
  answerNote: '',
  answeredBy: null,
  answeredAt: null,
  leftOn: null,
  leftNote: '',
};

function pick(from: object, fields: readonly string[]): Fields {
  const values = from as Readonly<Record<string, FieldValue>>;
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}
