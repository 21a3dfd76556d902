import type { PlainDate } from '#shared/base/plain-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { isSecret } from '#shared/domain/document/document-record.ts';
import type { StudyItemFields } from '#shared/domain/study/study-item-record.ts';
import { studyReadingId } from '#shared/domain/study/study-reading-record.ts';
import { isComplete, LOCAL_STREAM } from '#shared/entities.ts';
import { REMOVED } from '#shared/sync/op.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { removeRecord, restoreRecord, saveRecord } from '../write/save-record.ts';

/** Readings noted in one write at most. */
export const READINGS_AT_ONCE = 400;

/** Adds an item with its files. A paper of class Mật or higher cannot be studied from here: the library travels, it does not. */
export function addStudyItem(
  office: Office,
  fields: StudyItemFields,
  files: readonly StoredFile[],
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    if (!isComplete('studyItem', fields)) return err({ code: 'bad-value', field: 'title' });
    const { documentId } = fields;
    if (documentId !== null) {
      const paper = (await reader.row('document', documentId)) ?? (await reader.row('outgoing', documentId));
      if (paper === undefined || paper.removed) return err({ code: 'record-missing' });
      if (isSecret(paper) || paper.stream === LOCAL_STREAM) return err({ code: 'secret-stays-home' });
    }
    const id = office.ports.newId();
    const drafts: OpDraft[] = [{ t: 'set', stream: office.stream, type: 'studyItem', id, f: fields }];
    for (const file of files) {
      const attached = attachmentDraft(office, id, file, 'studyItem');
      if (!attached.ok) return attached;
      drafts.push(...attached.value);
    }
    return ok(drafts);
  });
}

/** Changes an item; `seen`: the row's `seq` when the form was opened. */
export function saveStudyItem(
  office: Office,
  id: string,
  changes: Partial<StudyItemFields>,
  seen: number,
): Promise<WriteResult> {
  return saveRecord(office, 'studyItem', id, changes, seen);
}

/** Puts files to an item; those it has already are passed over. */
export function attachToStudyItem(office: Office, id: string, files: readonly StoredFile[]): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const item = await reader.row('studyItem', id);
    if (item === undefined || item.removed) return err({ code: 'record-missing' });
    const known = await office.db.attachments.where('documentId').equals(id).toArray();
    const drafts: OpDraft[] = [];
    for (const file of files) {
      if (known.some(({ removed, hash }) => !removed && hash === file.hash)) continue;
      const attached = attachmentDraft(office, id, file, 'studyItem');
      if (!attached.ok) return attached;
      drafts.push(...attached.value);
    }
    return ok(drafts);
  });
}

/** Takes an item entered by mistake out of the library. */
export function removeStudyItem(office: Office, id: string): Promise<WriteResult> {
  return removeRecord(office, 'studyItem', id);
}

/** Brings a removed item back. */
export function restoreStudyItem(office: Office, id: string): Promise<WriteResult> {
  return restoreRecord(office, 'studyItem', id);
}

/** Where and when an item was studied. */
export type Studied = { readonly on: PlainDate; readonly meetingId: string | null };

/**
 * Notes that members have studied an item: alone, or everybody who was there in a meeting. Who is noted already stays as they are. At most
 * `READINGS_AT_ONCE`.
 */
export function noteReadings(
  office: Office,
  itemId: string,
  memberIds: readonly string[],
  { on, meetingId }: Studied,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const item = await reader.row('studyItem', itemId);
    if (item === undefined || item.removed) return err({ code: 'record-missing' });
    const drafts: OpDraft[] = [];
    for (const memberId of memberIds.slice(0, READINGS_AT_ONCE)) {
      const id = studyReadingId(itemId, memberId);
      const known = await reader.row('studyReading', id);
      if (known?.removed === false) continue;
      const fields = { itemId, memberId, on, meetingId };
      const f = known === undefined ? fields : { ...fields, [REMOVED]: false };
      drafts.push({ t: 'set', stream: office.stream, type: 'studyReading', id, f });
    }
    return ok(drafts);
  });
}

/** Takes a reading noted by mistake back. */
export function takeReadingBack(office: Office, itemId: string, memberId: string): Promise<WriteResult> {
  return removeRecord(office, 'studyReading', studyReadingId(itemId, memberId));
}
