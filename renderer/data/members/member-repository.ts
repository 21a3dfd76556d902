import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { Office } from '../office.ts';
import type { WriteResult } from '../write/commit.ts';
import { addRecord, removeRecord, saveRecord } from '../write/save-record.ts';

/** Adds a member with the full core record. */
export function addMember(office: Office, fields: MemberFields): Promise<WriteResult> {
  return addRecord(office, 'member', fields);
}

/** Changes fields of a member; `seen` is the row's `seq` when the form was opened. */
export function saveMember(
  office: Office,
  id: string,
  changes: Partial<MemberFields>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'member', id, changes, seen);
}

/** Takes a member entered by mistake off the lists. */
export function removeMember(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'member', id);
}
