import { madeOnOf } from '#shared/base/ids.ts';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { eventKindTable, type ReachForm } from '#shared/domain/member-life/event-kind-table.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import {
  memberEventSchema,
  type MemberEventFields,
  type MemberEventKind,
} from '#shared/domain/member/member-event-record.ts';
import { memberSchema } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import type { MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { stateAfterReturn } from '#shared/domain/transfer/transfer-outcome.ts';
import { knownValues } from '#shared/entities.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { CommuneShelf } from './commune-shelf.ts';
import { derivedRecordId } from './derived-record-id.ts';
import { isRemoved } from './op-changes.ts';
import { SERVER_DEVICE } from './server-records.ts';
import type { Fields, SideDrafts } from './side-drafts.ts';

/** How a member leaves the sender and comes to the recipient, and of temporary activity how that ends on both sides; in the order in which they happen. */
const steps = ['out', 'in', 'back-in', 'back-out'] as const;
type HomeStep = (typeof steps)[number];

/** Id of the event of a step: whenever it is made, it is the same event; on one day the steps stand in their order. */
export function homeEventId(transferId: string, step: HomeStep): string {
  return derivedRecordId(transferId, steps.indexOf(step), step);
}

/** Events of a transfer that are there. */
export type HomeEvents = Readonly<Partial<Record<HomeStep, SyncRecord>>>;

/** Finds them at both sides. A PC may give an event any id: only what the province itself wrote counts. */
export async function findHomeEvents(
  transferId: string,
  sender: CommuneShelf,
  recipient: CommuneShelf,
): Promise<HomeEvents> {
  const refs = steps.map((step) => ({ type: 'memberEvent', id: homeEventId(transferId, step) }));
  const [atSender, atRecipient] = [await sender.list(refs), await recipient.list(refs)];
  const isOurs = ({ f }: SyncRecord): boolean => f['transferId']?.v === transferId && f['kind']?.d === SERVER_DEVICE;
  return Object.fromEntries(
    steps.flatMap((step) => {
      const side = step === 'out' || step === 'back-out' ? atSender : atRecipient;
      const event = side.find((record) => record.id === homeEventId(transferId, step) && isOurs(record));
      return event === undefined ? [] : [[step, event]];
    }),
  );
}

/** A transfer that moves a home, or makes a guest. */
export type HomeMove = {
  readonly id: string;
  readonly transfer: MemberTransferFields;
  readonly events: HomeEvents;
  /** Day the province took the acceptance. */
  readonly acceptedOn: PlainDate;
  /** Day temporary activity ended, and what was said of it; null while it lasts. */
  readonly end: { readonly on: PlainDate; readonly note: string } | null;
};

/** One side of a move. */
export type MoveSide = {
  readonly memberId: string;
  /** The record as it is, without what the drafts make of it; undefined when they make it. */
  readonly member: SyncRecord | undefined;
  /** Lines, events and files that are there. */
  readonly dossier: readonly SyncRecord[];
  readonly unitId: string | null;
  /** The other office, with the cell as far as it is known. */
  readonly otherPlace: string;
  /** What the sender is called: the issuer of the introduction paper. */
  readonly issuer: string;
  readonly drafts: SideDrafts;
};

/** The member leaves the sender, or goes away for a time and comes back. */
export function leaveHome(move: HomeMove, side: MoveSide): void {
  const { transfer, events, acceptedOn, end } = move;
  const isGuest = transfer.kind === 'temporary';
  const state = isGuest ? 'temporarily-away' : 'transferred';
  if (events.out === undefined) {
    const kind = isGuest ? 'temporary-out' : 'transferred-out';
    record(move, side, 'out', { kind, on: acceptedOn, reason: transfer.reason, state });
  } else keepUntil(move, side, events.out);
  if (end === null || events['back-out'] !== undefined) return;
  const isAway = valueIn(side, 'state') === 'temporarily-away';
  const back = isAway ? stateAfterReturn(beforeOut(events, side), valueIn(side, 'officialOn') ?? null) : undefined;
  record(move, side, 'back-out', { kind: 'temporary-ended', on: end.on, reason: end.note, state: back });
}

/** The member, or the guest, comes to the recipient; the guest leaves again. `state`: the standing they come with. */
export function comeHome(move: HomeMove, side: MoveSide, state: string): void {
  const { transfer, events, acceptedOn, end } = move;
  if (events.in === undefined) {
    const kind = transfer.kind === 'temporary' ? 'temporary-in' : 'transferred-in';
    record(move, side, 'in', { kind, on: acceptedOn, reason: transfer.reason, state });
  } else keepUntil(move, side, events.in);
  if (end === null || events['back-in'] !== undefined) return;
  const left = valueIn(side, 'state') === 'guest' ? 'transferred' : undefined;
  record(move, side, 'back-in', { kind: 'temporary-ended', on: end.on, reason: end.note, state: left });
}

/** The standing before the member went away, if the event keeps it. */
function beforeOut(events: HomeEvents, side: MoveSide): unknown {
  const before = events.out?.f['before']?.v as Fields | undefined;
  return before?.['state'] ?? side.member?.f['state']?.v;
}

type Step = {
  readonly kind: MemberEventKind;
  readonly on: PlainDate;
  readonly reason: string;
  /** The standing that is the province's to give, whatever other events make of it; undefined when it stays. */
  readonly state: string | undefined;
};

/** Records the event of a step, with what a member's life makes of the record. */
function record(move: HomeMove, side: MoveSide, step: HomeStep, { kind, on, reason, state }: Step): void {
  const { id, transfer } = move;
  const { memberId, drafts, unitId, otherPlace, issuer } = side;
  const eventId = homeEventId(id, step);
  const { introductionNumber, issuedOn, introductionId, until } = transfer;
  const isStart = step === 'out' || step === 'in';
  const draft: EventDraft = {
    kind,
    effectiveOn: toPartialDate(on),
    until: isStart ? until : null,
    decision: { symbol: introductionNumber.slice(0, 60), issuedOn, issuer, signer: '' },
    decisionId: step === 'out' ? introductionId : null,
    isPastOnly: false,
    unitId,
    place: otherPlace.slice(0, 300),
    // Both offices are in the directory of this province.
    form: eventKindTable[kind].form === 'reach' ? ('in-province' satisfies ReachForm) : '',
    number: '',
    years: null,
    amount: null,
    reason,
    note: '',
  };
  const member = must(memberSchema.safeParse(knownValues('member', valuesIn(side))).data, 'a member is whole');
  const events = eventsIn(side).filter((event) => event.id !== eventId);
  const story = { member, events, madeOn: madeOnOf(memberId) };
  const { event, changes } = planEvent(story, draft, eventId, on, defaultMemberRules);
  const whole: MemberEventFields = {
    ...event,
    memberId,
    state: 'decided',
    voidReason: '',
    transferId: id,
    atOffice: '',
    proposalId: null,
  };
  drafts.write({ type: 'memberEvent', id: eventId }, undefined, whole);
  const cell = step === 'in' ? { unitId } : {};
  const standing = state === undefined ? {} : { state };
  drafts.write({ type: 'member', id: memberId }, side.member, { ...(changes as Fields), ...cell, ...standing });
}

/** The member's values with what was drafted of them. */
function valuesIn({ memberId, member, drafts }: MoveSide): Fields {
  return drafts.valuesOf({ type: 'member', id: memberId }, member);
}

function valueIn(side: MoveSide, field: string): unknown {
  return valuesIn(side)[field];
}

/** The member's events, those drafted too. */
function eventsIn({ memberId, dossier, drafts }: MoveSide): readonly (MemberEventFields & { readonly id: string })[] {
  const there = dossier.filter((each) => each.type === 'memberEvent' && !isRemoved(each));
  const refs = new Map([...there, ...drafts.list('memberEvent')].map((each) => [each.id, each]));
  return [...refs.keys()].flatMap((id) => {
    const values = drafts.valuesOf(
      { type: 'memberEvent', id },
      there.find((each) => each.id === id),
    );
    const parsed = memberEventSchema.safeParse(values);
    return parsed.success && parsed.data.memberId === memberId ? [{ ...parsed.data, id }] : [];
  });
}

/** Temporary activity that is extended: the events say so too. */
function keepUntil({ transfer }: HomeMove, { drafts }: MoveSide, event: SyncRecord): void {
  drafts.write(event, event, { until: transfer.until });
}
