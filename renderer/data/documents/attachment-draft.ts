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
  const fields: AttachmentFields = {
    documentId,
    ownerType,
    hash: file.hash,
    name: file.name,
    size: file.size,
    mime: file.mime,
    pages: file.pages,
    addedAt: new Date(office.nowMs()).toISOString(),
  };
  if (!isComplete('attachment', fields)) return err({ code: 'bad-value', field: 'name' });
  // The usual owner need not travel.
  const { ownerType: _usual, ...brief } = fields;
  const f = ownerType === 'document' ? brief : fields;
  return ok([{ t: 'set', stream: office.stream, type: 'attachment', id: office.ports.newId(), f }]);
}
