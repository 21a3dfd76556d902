import { err, ok } from '#shared/base/result.ts';
import type { MeetingOpinionFields } from '#shared/domain/meeting/meeting-opinion-record.ts';
import { isWritable } from '#shared/domain/meeting/meeting-states.ts';
import type { MeetingTaskFields } from '#shared/domain/meeting/meeting-task-record.ts';
import type { MeetingVoteFields } from '#shared/domain/meeting/meeting-vote-record.ts';
import { findVoteProblem } from '#shared/domain/meeting/vote-rules.ts';
import { isComplete } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { Refusal } from '../write/compose-ops.ts';
import type { RecordReader } from '../write/record-reader.ts';

/** Sorts of records a meeting is made of beside its attendance. */
type PartType = 'meetingOpinion' | 'meetingVote' | 'meetingTask';
type PartFields = {
  readonly meetingOpinion: MeetingOpinionFields;
  readonly meetingVote: MeetingVoteFields;
  readonly meetingTask: MeetingTaskFields;
};
type Fields = Readonly<Record<string, FieldValue>>;

/** Adds an opinion, before the meeting or in it. */
export function addOpinion(office: Office, fields: MeetingOpinionFields): Promise<WriteResult> {
  return addPart(office, 'meetingOpinion', fields);
}

/** Adds a question to be voted on; its count may come later. `present`: those there who may vote. Refuses a count that cannot be right with `vote-sums`. */
export function addVote(office: Office, fields: MeetingVoteFields, present: number): Promise<WriteResult> {
  const refusal = refuseCount(fields, present);
  return refusal === undefined ? addPart(office, 'meetingVote', fields) : Promise.resolve(err(refusal));
}

/** Adds something the meeting gave somebody to do. */
export function addTask(office: Office, fields: MeetingTaskFields): Promise<WriteResult> {
  return addPart(office, 'meetingTask', fields);
}

/** Changes an opinion. */
export function saveOpinion(
  office: Office,
  id: string,
  changes: Partial<MeetingOpinionFields>,
  seen: number,
): Promise<WriteResult> {
  return savePart(office, 'meetingOpinion', id, changes, seen);
}

/** Changes a vote or enters its count; refuses a count that cannot be right with `vote-sums`. */
export function saveVote(
  office: Office,
  id: string,
  changes: Partial<MeetingVoteFields>,
  { present, seen }: { readonly present: number; readonly seen: number },
): Promise<WriteResult> {
  const refusal = refuseCount(changes, present);
  return refusal === undefined ? savePart(office, 'meetingVote', id, changes, seen) : Promise.resolve(err(refusal));
}

/** Changes a task. What became of it is noted after the meeting is closed, too. */
export function saveTask(
  office: Office,
  id: string,
  changes: Partial<MeetingTaskFields>,
  seen: number,
): Promise<WriteResult> {
  return savePart(office, 'meetingTask', id, changes, seen);
}

/** Takes an opinion, vote or task of an open meeting away. */
export function removePart(office: Office, type: PartType, id: string): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row(type, id);
    if (row === undefined) return err({ code: 'record-missing' });
    const refusal = await refuseMeeting(reader, row.meetingId);
    return refusal === undefined ? ok([{ t: 'del', stream: row.stream, type, id, f: {} }]) : err(refusal);
  });
}

/** Fields of a task that tell what became of it. */
const followUp: readonly string[] = ['state', 'doneOn', 'result'] satisfies readonly (keyof MeetingTaskFields)[];

function addPart<T extends PartType>(office: Office, type: T, fields: PartFields[T]): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const refusal = await refuseMeeting(reader, fields.meetingId);
    if (refusal !== undefined) return err(refusal);
    if (!isComplete(type, fields)) return err({ code: 'bad-value' });
    return ok([{ t: 'set', stream: office.stream, type, id: office.ports.newId(), f: fields }]);
  });
}

function savePart<T extends PartType>(
  office: Office,
  type: T,
  id: string,
  changes: Partial<PartFields[T]>,
  seen: number,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row(type, id);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const isFollowUp = type === 'meetingTask' && Object.keys(changes).every((field) => followUp.includes(field));
    const refusal = isFollowUp ? undefined : await refuseMeeting(reader, row.meetingId);
    if (refusal !== undefined) return err(refusal);
    return ok([{ t: 'set', stream: row.stream, type, id, f: changes as Fields, seen }]);
  });
}

async function refuseMeeting(reader: RecordReader, meetingId: string): Promise<Refusal | undefined> {
  const meeting = await reader.row('meeting', meetingId);
  if (meeting === undefined || meeting.removed) return { code: 'record-missing' };
  return isWritable(meeting.state) ? undefined : { code: 'meeting-settled' };
}

function refuseCount({ count }: Partial<MeetingVoteFields>, present: number): Refusal | undefined {
  if (count === undefined || count === null) return undefined;
  return findVoteProblem(count, present) === undefined ? undefined : { code: 'vote-sums', field: 'count' };
}
