import { err, ok } from '#shared/base/result.ts';
import { attachmentDraft, type StoredFile } from '../documents/attachment-draft.ts';
import type { Office } from '../office.ts';
import { commit, type WriteResult } from '../write/commit.ts';
import type { OpDraft } from '../write/compose-ops.ts';
import { removeRecord } from '../write/save-record.ts';

/** Names a stored file under a member; `paper`: code of the dossier's paper it is a scan of, which is then there. A file that is there already stays one. */
export function attachToMember(
  office: Office,
  memberId: string,
  file: StoredFile,
  paper: string | null,
): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('member', memberId);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const known = await office.db.attachments.where('documentId').equals(memberId).toArray();
    const isThere = known.some(({ removed, hash }) => !removed && hash === file.hash);
    const attached = isThere ? ok<OpDraft[]>([]) : attachmentDraft(office, memberId, file, 'member');
    if (!attached.ok) return attached;
    if (paper === null || row.heldPapers.includes(paper)) return attached;
    const f = {
      heldPapers: [...row.heldPapers, paper],
      unneededPapers: row.unneededPapers.filter((code) => code !== paper),
    };
    return ok([...attached.value, { t: 'set', stream: row.stream, type: 'member', id: memberId, f }]);
  });
}

/** Gives a member a portrait, or (null) takes it away; the file of the one before goes off the list with it. */
export function setPortrait(office: Office, memberId: string, file: StoredFile | null): Promise<WriteResult> {
  return commit(office, async (reader) => {
    const row = await reader.row('member', memberId);
    if (row === undefined || row.removed) return err({ code: 'record-missing' });
    const before = row.photoHash;
    const drafts: OpDraft[] = [
      { t: 'set', stream: row.stream, type: 'member', id: memberId, f: { photoHash: file?.hash ?? null } },
    ];
    const known = await office.db.attachments.where('documentId').equals(memberId).toArray();
    for (const { id, stream, hash, removed } of known)
      if (!removed && hash === before && hash !== file?.hash)
        drafts.push({ t: 'del', stream, type: 'attachment', id, f: {} });
    if (file === null || known.some(({ removed, hash }) => !removed && hash === file.hash)) return ok(drafts);
    const attached = attachmentDraft(office, memberId, file, 'member');
    return attached.ok ? ok([...drafts, ...attached.value]) : attached;
  });
}

/** Takes a file off a member's list; it can be brought back. */
export function removeMemberFile(office: Office, attachmentId: string): Promise<WriteResult> {
  return removeRecord(office, 'attachment', attachmentId);
}
