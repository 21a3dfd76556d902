import { err, ok } from '#shared/base/result.ts';
import {
  attendanceId,
  type AttendanceFields,
  type AttendanceStatus,
} from '#shared/domain/meeting/attendance-record.ts';
import type { RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { isWritable } from '#shared/domain/meeting/meeting-states.ts';
import { REMOVED } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';

/** A mark for somebody of the list. `status` null takes a mark back. */
export type Mark = {
  readonly entry: Pick<RollEntry, 'memberId' | 'standing'>;
  readonly status: AttendanceStatus | null;
  readonly reason?: string;
  readonly noted?: AttendanceFields['noted'];
};

/**
 * Notes who is there, in one act. A meeting that was only planned or invited to is being held with the first mark. The record of a member and meeting is the
 * same on every PC, so that two PCs that note without a network make one of it; where they differ in the status, a person is asked.
 */
export function markAttendance(office: Office, meetingId: string, marks: readonly Mark[]): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const meeting = await reader.row('meeting', meetingId);
    if (meeting === undefined || meeting.removed) return err({ code: 'record-missing' });
    if (!isWritable(meeting.state)) return err({ code: 'meeting-settled' });
    const at = new Date(office.nowMs()).toISOString();
    const { stream } = meeting;
    const drafts: OpDraft[] = [];
    for (const { entry, status, reason = '', noted = 'hand' } of marks) {
      const { memberId, standing } = entry;
      const id = attendanceId(meetingId, memberId);
      const known = await reader.row('attendance', id);
      // What the default says need not travel, and cannot meet another PC's word then.
      const words = reason !== '' || (known !== undefined && known.reason !== '') ? { reason } : {};
      const way = noted !== 'hand' ? { noted } : {};
      const f = { meetingId, memberId, standing, status, at, ...words, ...way };
      drafts.push({
        t: 'set',
        stream,
        type: 'attendance',
        id,
        f: known?.removed === true ? { ...f, [REMOVED]: false } : f,
      });
    }
    if (drafts.length > 0 && (meeting.state === 'planned' || meeting.state === 'invited'))
      drafts.push({ t: 'set', stream, type: 'meeting', id: meetingId, f: { state: 'held' } });
    return ok(drafts);
  });
}
