import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok } from '#shared/base/result.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { refuseAnswer, refuseLeaving } from '#shared/domain/transfer/transfer-rules.ts';
import { isComplete } from '#shared/entities.ts';
import { eventOps } from '../members/event-ops.ts';
import { readMemberRules } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberArrivalRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';

type Changes = Partial<
  Pick<
    MemberArrivalRow,
    | 'shownOn'
    | 'answer'
    | 'unitId'
    | 'intoMemberId'
    | 'answerNote'
    | 'answeredBy'
    | 'answeredAt'
    | 'leftOn'
    | 'leftNote'
  >
>;

/** Where a member is put; `intoMemberId`: the record of the same person that is kept here already. */
export type Placing = {
  readonly unitId: string;
  readonly intoMemberId: string | null;
  readonly shownOn: PlainDate | null;
  readonly note: string;
};

/**
 * Accepts a member: asked of the province, which moves the home in one act. Until it says so the member is counted by the sender. Errors:
 * `record-missing`, `transfer-settled`.
 */
export function acceptMember(
  office: Office,
  id: string,
  { unitId, intoMemberId, shownOn, note }: Placing,
): Promise<WriteResult> {
  return answer(office, id, () => ({
    answer: 'accepted',
    unitId,
    intoMemberId,
    answerNote: note.trim(),
    ...(shownOn === null ? {} : { shownOn }),
  }));
}

/** Sends a member back with the reason the sender will read. Errors: `record-missing`, `reason-wanted`, `transfer-settled`. */
export function refuseMember(office: Office, id: string, reason: string): Promise<WriteResult> {
  return answer(office, id, () => ({ answer: 'refused', answerNote: reason.trim() }));
}

/** A guest has left: the province ends the stay on both sides. Errors: `record-missing`, `not-allowed`, `transfer-settled`. */
export function guestLeft(office: Office, id: string, leftOn: PlainDate, note: string): Promise<WriteResult> {
  return change(office, id, () => ({ leftOn, leftNote: note.trim() }));
}

function answer(office: Office, id: string, said: () => Changes): Promise<WriteResult> {
  const answeredAt = new Date(office.nowMs()).toISOString();
  return change(office, id, () => ({ ...said(), answeredBy: office.actor === '' ? null : office.actor, answeredAt }));
}

function change(office: Office, id: string, said: () => Changes): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('memberArrival', id);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const f = said();
    const after = { ...row, ...f };
    const code = refuseAnswer(row, after) ?? refuseLeaving(row, after);
    if (code !== undefined) return err({ code });
    return ok([{ t: 'set' as const, stream: row.stream, type: 'memberArrival' as const, id, f }]);
  });
}

/** A member who comes with a paper from an office the province does not reach, or whose papers come before anything else. */
export type ArrivalByPaper = {
  readonly kind: 'official' | 'temporary';
  readonly member: MemberFields;
  /** The record of the same person that is kept here already; `member` is not looked at then. */
  readonly intoMemberId: string | null;
  readonly unitId: string;
  readonly from: string;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly introduction: Decision;
  readonly reason: string;
};

/**
 * Enters a member who came by paper: record and event in one act. A guest is kept as a guest. Errors: `bad-value`, `record-missing`, `event-unfit` (the
 * record that is to be gone on with is one of somebody kept here).
 */
export function enterByPaper(office: Office, order: ArrivalByPaper): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const draft = draftOf(order);
    return order.intoMemberId === null
      ? bornOps(office, order, draft)
      : eventOps(office, reader, order.intoMemberId, draft);
  });
}

async function bornOps(office: Office, { kind, member, unitId }: ArrivalByPaper, draft: EventDraft) {
  const state = kind === 'temporary' ? 'guest' : member.state;
  const f: MemberFields = { ...member, state, unitId };
  if (!isComplete('member', f)) return err({ code: 'bad-value' as const, field: 'name' });
  const [id, eventId] = [office.ports.newId(), office.ports.newId()];
  const story = { member: f, events: [], madeOn: office.today() };
  const { event } = planEvent(story, draft, eventId, office.today(), await readMemberRules(office));
  const recorded = {
    ...event,
    memberId: id,
    state: 'decided' as const,
    voidReason: '',
    transferId: null,
    atOffice: '',
    proposalId: null,
  };
  const ops: readonly OpDraft[] = [
    { t: 'set', stream: office.stream, type: 'member', id, f },
    { t: 'set', stream: office.stream, type: 'memberEvent', id: eventId, f: recorded },
  ];
  return ok(ops);
}

function draftOf({ kind, unitId, from, on, until, introduction, reason }: ArrivalByPaper): EventDraft {
  return {
    kind: kind === 'temporary' ? 'temporary-in' : 'transferred-in',
    effectiveOn: toPartialDate(on),
    until: kind === 'temporary' ? until : null,
    decision: introduction,
    decisionId: null,
    isPastOnly: false,
    unitId,
    place: from,
    form: '',
    number: '',
    years: null,
    amount: null,
    reason,
    note: '',
  };
}
