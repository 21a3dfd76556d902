import { err, ok } from '#shared/base/result.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import { composeMinutes, type MeetingParts } from '#shared/domain/meeting/compose-minutes.ts';
import { newMeeting, planMeetings, type MeetingPlan, type NewMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import type { MeetingFields, MeetingState } from '#shared/domain/meeting/meeting-record.ts';
import { isWritable, mayBecome } from '#shared/domain/meeting/meeting-states.ts';
import { isComplete, LOCAL_STREAM } from '#shared/entities.ts';
import { REMOVED } from '#shared/sync/op.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import type { MeetingRow } from '../rows.ts';
import { commit, type Saved, type WriteResult } from '../write/commit.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';
import { addRecord, removeRecord, restoreRecord } from '../write/save-record.ts';

/** Meetings made in one write. */
const AT_ONCE = 150;

/** Fields that only the steps below write. */
const stepFields = ['state', 'cancelReason', 'unitId'] as const;

/** Adds one meeting with the usual agenda of its kind; also one that was held before it is entered. */
export function addMeeting(office: Office, given: NewMeeting & Partial<MeetingFields>): Promise<WriteResult> {
  const { topic, ...more } = given;
  const begun = newMeeting({ unitId: given.unitId, kind: given.kind, startsAt: given.startsAt, topic });
  return addRecord(office, 'meeting', { ...begun, ...more, state: 'planned' });
}

/**
 * Makes the meetings of a plan that are not there yet; how many is told. A planned one that was removed is brought back. The ids are told by cell, kind and
 * month, so planning the same on two PCs makes each meeting once.
 */
export async function planForCells(office: Office, plan: MeetingPlan): Promise<WriteResult<{ readonly made: number }>> {
  const existing = await office.db.meetings.filter(({ removed }) => !removed).toArray();
  const planned = planMeetings(plan, existing);
  let saved: Saved = { id: '', ops: [], previous: {} };
  for (let from = 0; from < planned.length; from += AT_ONCE) {
    const written = await commit(office, async (reader) => {
      const drafts: OpDraft[] = [];
      for (const { id, fields } of planned.slice(from, from + AT_ONCE)) {
        if (!isComplete('meeting', fields)) return err({ code: 'bad-value', field: 'startsAt' });
        const known = await reader.row('meeting', id);
        // One that came in the meantime stays as it is; a removed or cancelled one begins anew.
        if (known !== undefined && !known.removed && known.state !== 'cancelled') continue;
        const f = known?.removed === true ? { ...fields, [REMOVED]: false } : fields;
        drafts.push({ t: 'set', stream: office.stream, type: 'meeting', id, f });
      }
      return ok(drafts);
    });
    if (!written.ok) return written;
    saved = written.value;
  }
  return ok({ ...saved, made: planned.length });
}

/** Changes what a meeting says of itself while it is not closed; `seen`: the row's `seq` when the form was opened. */
export function saveMeeting(
  office: Office,
  id: string,
  changes: Partial<MeetingFields>,
  seen: number,
): Promise<WriteResult> {
  return changeMeeting(office, id, (row) => {
    const field = stepFields.find((name) => changes[name] !== undefined && changes[name] !== row[name]);
    if (field !== undefined) return { code: 'not-allowed', field };
    return isWritable(row.state) ? { changes, seen } : { code: 'meeting-settled' };
  });
}

/** Writes the points of the form that scores a meeting; also after it was closed. */
export function saveScores(
  office: Office,
  id: string,
  scores: MeetingFields['scores'],
  seen: number,
): Promise<WriteResult> {
  return changeMeeting(office, id, ({ state }) =>
    state === 'cancelled' ? { code: 'meeting-settled' } : { changes: { scores }, seen },
  );
}

/** Says that the invitation went out; `invitation`: its words. */
export function inviteToMeeting(office: Office, id: string, invitation: string): Promise<WriteResult> {
  return step(office, id, 'invited', () => ({ invitation }));
}

/** Begins the meeting: attendance is noted. One that was entered late begins without an invitation. */
export function beginMeeting(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'held', () => ({}));
}

/** Takes the beginning back: it was pressed by mistake. */
export function putMeetingBack(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'invited', () => ({}));
}

/**
 * Closes a meeting with the end `parts` say: its minutes are fixed as they stand, composed of `parts` where nobody wrote them. Whoever calls has looked at `findClosingProblems`.
 */
export function closeMeeting(office: Office, id: string, parts: MeetingParts): Promise<WriteResult> {
  const { endsAt } = parts.meeting;
  return step(office, id, 'closed', ({ minutes }) =>
    minutes.trim() === '' ? { endsAt, minutes: composeMinutes(parts) } : { endsAt },
  );
}

/** Opens a closed meeting again to mend what was noted. */
export function reopenMeeting(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'held', () => ({}));
}

/** Calls a meeting off, with the reason. */
export function cancelMeeting(office: Office, id: string, reason: string): Promise<WriteResult> {
  if (reason.trim() === '') return Promise.resolve(err({ code: 'reason-wanted', field: 'cancelReason' }));
  return step(office, id, 'cancelled', () => ({ cancelReason: reason }));
}

/** Plans a cancelled meeting anew. */
export function planAgain(office: Office, id: string): Promise<WriteResult> {
  return step(office, id, 'planned', () => ({ cancelReason: '' }));
}

/** Takes a meeting entered by mistake off the list; one that was held stays. */
export async function removeMeeting(office: Office, id: string): Promise<WriteResult> {
  const row = await office.db.meetings.get(id);
  if (row === undefined) return err({ code: 'record-missing' });
  if (row.state === 'held' || row.state === 'closed') return err({ code: 'meeting-settled' });
  return removeRecord(office, 'meeting', id);
}

/** Brings a removed meeting back. */
export function restoreMeeting(office: Office, id: string): Promise<WriteResult> {
  return restoreRecord(office, 'meeting', id);
}

/** What is handed to meetings: papers of the registers by id, and files that lie in the vault. */
export type Handed = { readonly paperIds: readonly string[]; readonly files: readonly StoredFile[] };

/**
 * Hands papers and files to meetings of chosen cells at once. What a meeting already has is passed over; closed and cancelled meetings are refused.
 * A paper of class Mật or higher is refused: its line never leaves the PC, the meeting does.
 */
export function handToMeetings(
  office: Office,
  meetingIds: readonly string[],
  { paperIds, files }: Handed,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    for (const id of paperIds) {
      const paper = (await reader.row('document', id)) ?? (await reader.row('outgoing', id));
      if (paper === undefined || paper.removed) return err({ code: 'record-missing' });
      if (isSecret(paper) || paper.stream === LOCAL_STREAM) return err({ code: 'secret-stays-home' });
    }
    const drafts: OpDraft[] = [];
    for (const id of meetingIds) {
      const meeting = await reader.row('meeting', id);
      if (meeting === undefined || meeting.removed) return err({ code: 'record-missing' });
      if (!isWritable(meeting.state)) return err({ code: 'meeting-settled' });
      const added = paperIds.filter((paper) => !meeting.documentIds.includes(paper));
      if (added.length > 0)
        drafts.push({
          t: 'set',
          stream: meeting.stream,
          type: 'meeting',
          id,
          f: { documentIds: [...meeting.documentIds, ...added] },
        });
      const known = await office.db.attachments.where('documentId').equals(id).toArray();
      for (const file of files) {
        if (known.some(({ removed, hash }) => !removed && hash === file.hash)) continue;
        const attached = attachmentDraft(office, id, file, 'meeting');
        if (!attached.ok) return attached;
        drafts.push(...attached.value);
      }
    }
    return ok(drafts);
  });
}

/** Takes a paper away from a meeting; the register keeps it. */
export function takePaperBack(office: Office, id: string, paperId: string): Promise<WriteResult> {
  return changeMeeting(office, id, ({ state, documentIds }) =>
    isWritable(state)
      ? { changes: { documentIds: documentIds.filter((each) => each !== paperId) } }
      : { code: 'meeting-settled' },
  );
}

/** Takes a file away from a meeting. */
export function removeMeetingFile(office: Office, attachmentId: string): Promise<WriteResult> {
  return removeRecord(office, 'attachment', attachmentId);
}

function step(
  office: Office,
  id: string,
  to: MeetingState,
  change: (row: MeetingRow) => Partial<MeetingFields>,
): Promise<WriteResult> {
  return changeMeeting(office, id, (row) =>
    mayBecome(row.state, to) ? { changes: { ...change(row), state: to } } : { code: 'meeting-settled' },
  );
}

function changeMeeting(
  office: Office,
  id: string,
  decide: (row: MeetingRow) => Refusal | { readonly changes: Partial<MeetingFields>; readonly seen?: number },
): Promise<WriteResult> {
  return commit(office, async (reader: RecordReader) => {
    const row = await reader.row('meeting', id);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const decided = decide(row);
    if ('code' in decided) return err(decided);
    const { changes, seen } = decided;
    return ok([
      { t: 'set', stream: row.stream, type: 'meeting', id, f: changes, ...(seen === undefined ? {} : { seen }) },
    ]);
  });
}
