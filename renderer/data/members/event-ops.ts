import { err, ok, type Result } from '#shared/base/result.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { planEvent } from '#shared/domain/member-life/plan-event.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { readMemberRules, readStory } from './member-story.ts';

/** What an event may say beside the draft. `id`: of an event that is there as a proposal, or that must have this id. `isSure`: what is only asked about is answered. */
export type EventMore = {
  readonly id?: string;
  readonly transferId?: string | null;
  readonly isSure?: boolean;
};

/**
 * Ops of an event that counts: the event first, then what it makes of the record, to be written in one act. Errors: `record-missing`, `event-unfit` when the
 * plan has a problem that stops it.
 */
export async function eventOps(
  office: Office,
  reader: RecordReader,
  memberId: string,
  draft: EventDraft,
  more: EventMore = {},
): Promise<Result<readonly OpDraft[], Refusal>> {
  const row = await reader.row('member', memberId);
  if (row === undefined || row.removed) return err({ code: 'record-missing' });
  const { id = office.ports.newId(), transferId = null, isSure = true } = more;
  const story = await readStory(office, row);
  const others = { ...story, events: story.events.filter((event) => event.id !== id) };
  const { problems, event, changes } = planEvent(others, draft, id, office.today(), await readMemberRules(office));
  if (problems.some(({ weight }) => weight === 'stop' || !isSure)) return err({ code: 'event-unfit' });
  // What it was asked for by stays with it.
  const asked = more.id === undefined ? undefined : await reader.row('memberEvent', id);
  const f: MemberEventFields = {
    ...event,
    memberId,
    state: 'decided',
    voidReason: '',
    transferId,
    atOffice: '',
    proposalId: asked?.proposalId ?? null,
  };
  const recorded: OpDraft = { t: 'set', stream: row.stream, type: 'memberEvent', id, f };
  return ok([recorded, ...memberOps(row, changes)]);
}

/** The op that writes what events make of a record; none when nothing changes. */
export function memberOps(
  { id, stream }: { readonly id: string; readonly stream: string },
  changes: Readonly<Record<string, FieldValue>>,
): readonly OpDraft[] {
  return Object.keys(changes).length === 0 ? [] : [{ t: 'set', stream, type: 'member', id, f: changes }];
}
