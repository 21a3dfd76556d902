import { derivedId } from '#shared/base/derived-id.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import type { Decision } from '#shared/domain/member/decision.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { eventOps } from '../members/event-ops.ts';
import { readMemberEvents, readMemberRules, storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow } from '../rows.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';

/** Badges of one write at most. */
export const BADGES_AT_ONCE = 300;

/** A badge that is asked for. `form`: nothing, `early` or `posthumous`; of an early one the reason is wanted. */
export type AskedBadge = {
  readonly memberId: string;
  readonly years: number;
  readonly form: '' | 'early' | 'posthumous';
  readonly reason: string;
};

/** A badge that is given, with what came with it. */
export type GivenBadge = AskedBadge & { readonly number: string; readonly amount: number | null };

/**
 * Asks for badges on an award day: each becomes a proposal, or the one that is there is moved to that day; `proposalId` is the paper by which they are asked
 * for, null while there is none. Two PCs that ask for the same badge write one record. Errors: `bad-value`, `record-missing`, `event-unfit`, `reason-wanted`.
 */
export function askBadges(
  office: Office,
  on: PlainDate,
  badges: readonly AskedBadge[],
  proposalId: string | null,
): Promise<WriteResult> {
  return writeAll(badges, office, (reader, badge) => askOps(office, reader, on, badge, proposalId));
}

/** Records that badges were given on an award day by one decision: those asked for are decided, others recorded at once. Errors as above, `event-settled`. */
export function giveBadges(
  office: Office,
  on: PlainDate,
  badges: readonly GivenBadge[],
  decision: Decision,
  decisionId: string | null,
): Promise<WriteResult> {
  return writeAll(badges, office, async (reader, badge) => {
    const { memberId, years } = badge;
    const { id, held } = await findEvent(office, memberId, years);
    if (held?.state === 'decided') return err({ code: 'event-settled' });
    const { number, amount } = badge;
    const draft = { ...draftOf(on, badge), number, amount, decision, decisionId };
    return eventOps(office, reader, memberId, draft, { id });
  });
}

function writeAll<Badge>(
  badges: readonly Badge[],
  office: Office,
  opsOf: (reader: RecordReader, badge: Badge) => Promise<Result<readonly OpDraft[], Refusal>>,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    if (badges.length === 0 || badges.length > BADGES_AT_ONCE) return err({ code: 'bad-value', field: 'years' });
    const all: OpDraft[] = [];
    for (const badge of badges) {
      const ops = await opsOf(reader, badge);
      if (!ops.ok) return ops;
      all.push(...ops.value);
    }
    return ok(all);
  });
}

async function askOps(
  office: Office,
  reader: RecordReader,
  on: PlainDate,
  badge: AskedBadge,
  proposalId: string | null,
): Promise<Result<readonly OpDraft[], Refusal>> {
  const { memberId, years, form, reason } = badge;
  if (form === 'early' && reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
  const row = await reader.row('member', memberId);
  if (row === undefined || row.removed) return err({ code: 'record-missing' });
  const { id, held, events } = await findEvent(office, memberId, years);
  const place = { stream: row.stream, type: 'memberEvent' as const, id };
  if (held?.state === 'decided') return err({ code: 'event-settled' });
  const effectiveOn = toPartialDate(on);
  if (held !== undefined) return ok([{ t: 'set', ...place, f: { effectiveOn, form, reason, proposalId } }]);
  const story = storyOf(row, events);
  const { problems, event } = planEvent(story, draftOf(on, badge), id, office.today(), await readMemberRules(office));
  if (problems.some(({ weight }) => weight === 'stop')) return err({ code: 'event-unfit' });
  const f: MemberEventFields = {
    ...event,
    memberId,
    state: 'proposed',
    voidReason: '',
    transferId: null,
    atOffice: '',
    proposalId,
  };
  return ok([{ t: 'set', ...place, f }]);
}

/**
 * The event of a badge that counts or is asked for, or the id of the one to be made: the same on every PC, and another one after each that was taken out
 * again.
 */
async function findEvent(
  office: Office,
  memberId: string,
  years: number,
): Promise<{
  readonly id: string;
  readonly held: MemberEventRow | undefined;
  readonly events: readonly MemberEventRow[];
}> {
  const events = await readMemberEvents(office, memberId);
  const own = events.filter((event) => event.kind === 'badge' && event.years === years);
  const held = own.find(({ state }) => state === 'decided') ?? own.find(({ state }) => state === 'proposed');
  const made = derivedId(memberId, 'badge', String(years), String(own.filter(({ state }) => state === 'void').length));
  return { id: held?.id ?? made, held, events };
}

function draftOf(on: PlainDate, { years, form, reason }: AskedBadge): EventDraft {
  return {
    kind: 'badge',
    effectiveOn: toPartialDate(on),
    until: null,
    decision: null,
    decisionId: null,
    isPastOnly: false,
    unitId: null,
    place: '',
    form,
    number: '',
    years,
    amount: null,
    reason,
    note: '',
  };
}
