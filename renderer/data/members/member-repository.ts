import { err, ok } from '#shared/base/result.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { governs, liveEvents } from '#shared/domain/member-life/life-event.ts';
import { isCorrectable, isStrictMemberField } from '#shared/domain/member-life/strict-fields.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { addRecord, removeRecord } from '../write/save-record.ts';
import { correctionOps } from './correction-ops.ts';
import { readMemberEvents } from './member-story.ts';

/** Adds a member with the full core record. */
export function addMember(office: Office, fields: MemberFields): Promise<WriteResult> {
  return addRecord(office, 'member', fields);
}

/**
 * Changes fields of a member by hand; `seen` is the row's `seq` when the form was opened. What an event says is put right by events (`by-event-only`); the
 * place and paper of one are put right in it as well. A value two people answer for is not changed here (`second-person-wanted`): see
 * `change-repository.ts`.
 */
export function saveMember(
  office: Office,
  id: string,
  changes: Partial<MemberFields>,
  seen: number,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('member', id);
    if (row === undefined) return err({ code: 'record-missing' });
    const held = row as unknown as Readonly<Record<string, FieldValue>>;
    const f = changes as Readonly<Record<string, FieldValue>>;
    const changed = Object.keys(f).filter((field) => !equalValues(held[field] ?? null, f[field] ?? null));
    const events = await readMemberEvents(office, id);
    const told = changed.filter((field) => liveEvents(events).some((event) => governs(event, field)));
    const bound = told.find((field) => !isStrictMemberField(field) && !isCorrectable(field));
    if (bound !== undefined) return err({ code: 'by-event-only', field: bound });
    const corrected = told
      .filter(isCorrectable)
      .map((field) => ({ field, from: held[field] ?? null, to: f[field] ?? null }));
    const changedOp: OpDraft = { t: 'set', stream: row.stream, type: 'member', id, f, seen };
    return ok([changedOp, ...correctionOps(events, corrected)]);
  });
}

/** Takes a member entered by mistake off the lists. */
export function removeMember(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'member', id);
}
