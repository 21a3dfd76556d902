import { derivedId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AttachmentFields } from '#shared/domain/attachment/attachment-record.ts';
import { isComplete } from '#shared/entities.ts';
import type { Office } from '../office.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';

/** A file that lies in the vault, ready to be named by a record. */
export type StoredFile = Pick<AttachmentFields, 'hash' | 'name' | 'size' | 'mime' | 'pages'>;

/** The draft that names a stored file under a document, or another record that bears files. */
export function attachmentDraft(
  office: Office,
  documentId: string,
  file: StoredFile,
  ownerType: AttachmentFields['ownerType'] = 'document',
): Result<OpDraft[], Refusal> {
  const addedAt = new Date(office.nowMs()).toISOString();
  return draftOf(office, office.ports.newId(), { documentId, ownerType, ...onlyFile(file), addedAt });
}

/**
 * The draft that names a file of a letter under its register line. Several PCs may do so at once: id and values are the same on each, and make one
 * attachment. `addedAt` is the letter's word for when its files were sent.
 */
export function sentFileDraft(
  office: Office,
  documentId: string,
  file: StoredFile,
  addedAt: string,
): Result<OpDraft[], Refusal> {
  const id = derivedId(documentId, file.hash);
  return draftOf(office, id, { documentId, ownerType: 'document', ...onlyFile(file), addedAt });
}

function onlyFile({ hash, name, size, mime, pages }: StoredFile): StoredFile {
  return { hash, name, size, mime, pages };
}

function draftOf(office: Office, id: string, fields: AttachmentFields): Result<OpDraft[], Refusal> {
  if (!isComplete('attachment', fields)) return err({ code: 'bad-value', field: 'name' });
  // The usual owner need not travel.
  const { ownerType: _usual, ...brief } = fields;
  const f = fields.ownerType === 'document' ? brief : fields;
  return ok([{ t: 'set', stream: office.stream, type: 'attachment', id, f }]);
}
