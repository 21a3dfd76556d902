import { err, ok, type Result } from '#shared/base/result.ts';
import type { EventDraft } from '#shared/domain/member-life/event-draft.ts';
import { planEvent, planVoid } from '#shared/domain/member-life/plan-event.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { eventOps, memberOps } from './event-ops.ts';
import { readMemberRules, readStory } from './member-story.ts';

/** Records an event that counts, what it makes of the record, and the file of its decision, in one act. Errors: `record-missing`, `event-unfit`. */
export function recordEvent(
  office: Office,
  memberId: string,
  draft: EventDraft,
  file?: StoredFile,
): Promise<WriteResult> {
  return commit(office, async (reader) => withFile(office, await eventOps(office, reader, memberId, draft), file));
}

/** Writes down what the committee is asked to decide; the record stays as it is. Only what the form lacks without the decision is asked for. */
export function proposeEvent(
  office: Office,
  memberId: string,
  draft: EventDraft,
  file?: StoredFile,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('member', memberId);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const id = office.ports.newId();
    const story = await readStory(office, row);
    const { problems, event } = planEvent(story, draft, id, office.today(), await readMemberRules(office));
    const isUnfit = problems.some(({ weight, ...problem }) => weight === 'stop' && problem.kind !== 'lacking');
    if (isUnfit) return err({ code: 'event-unfit' });
    const f: MemberEventFields = {
      ...event,
      memberId,
      state: 'proposed',
      voidReason: '',
      transferId: null,
      atOffice: '',
      proposalId: null,
    };
    return withFile(office, ok([{ t: 'set', stream: row.stream, type: 'memberEvent', id, f }]), file);
  });
}

/** The committee has decided what was proposed: it counts from now on. Errors: `record-missing`, `event-settled`, `event-unfit`. */
export function decideEvent(office: Office, id: string, draft: EventDraft, file?: StoredFile): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const event = await reader.row('memberEvent', id);
    if (event === undefined) return err({ code: 'record-missing' });
    if (event.state !== 'proposed') return err({ code: 'event-settled' });
    const more = { id, transferId: event.transferId };
    return withFile(office, await eventOps(office, reader, event.memberId, draft, more), file);
  });
}

/**
 * Takes an event out that was entered wrongly, was revoked, or was proposed in vain, with the reason: it stays to be read, and the record is again what the
 * other events make of it. Errors: `record-missing`, `event-settled`, `reason-wanted`.
 */
export function voidEvent(office: Office, id: string, reason: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const event = await reader.row('memberEvent', id);
    const row = event && (await reader.row('member', event.memberId));
    if (event === undefined || row === undefined) return err({ code: 'record-missing' });
    if (event.state === 'void') return err({ code: 'event-settled' });
    if (reason.trim() === '') return err({ code: 'reason-wanted', field: 'reason' });
    const changes = planVoid(await readStory(office, row), id, office.today());
    const voided: OpDraft = {
      t: 'set',
      stream: event.stream,
      type: 'memberEvent',
      id,
      f: { state: 'void', voidReason: reason },
    };
    return ok([voided, ...memberOps(row, changes)]);
  });
}

/** Puts a file to an event that is there: the decision came later, or was scanned later. A file that is there already stays one. Errors: `record-missing`. */
export function attachToEvent(office: Office, eventId: string, file: StoredFile): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const event = await reader.row('memberEvent', eventId);
    if (event === undefined || event.removed) return err({ code: 'record-missing' });
    const known = await office.db.attachments.where('documentId').equals(eventId).toArray();
    const isThere = known.some(({ removed, hash }) => !removed && hash === file.hash);
    return isThere ? ok([]) : attachmentDraft(office, eventId, file, 'memberEvent');
  });
}

/** The file belongs to the event, which is the first of the ops. */
function withFile(
  office: Office,
  ops: Result<readonly OpDraft[], Refusal>,
  file: StoredFile | undefined,
): Result<readonly OpDraft[], Refusal> {
  const event = ops.ok ? ops.value[0] : undefined;
  if (!ops.ok || event === undefined || file === undefined) return ops;
  const attached = attachmentDraft(office, event.id, file, 'memberEvent');
  return attached.ok ? ok([...ops.value, ...attached.value]) : attached;
}
