import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import type { Office } from '../office.ts';

/** A file of the library whose text has not been taken out yet. */
export type TextlessFile = { readonly hash: string; readonly mime: AttachmentMime };

/** Files of all items, and of the papers they are, whose texts are not in the store. */
export async function listTextlessFiles({ db }: Office): Promise<readonly TextlessFile[]> {
  const items = await db.studyItems.filter(({ removed }) => !removed).toArray();
  const owners = items.flatMap(({ id, documentId }) => (documentId === null ? [id] : [id, documentId]));
  const files = (await db.attachments.where('documentId').anyOf(owners).toArray()).filter(({ removed }) => !removed);
  const known = new Set(await db.localTexts.toCollection().primaryKeys());
  const wanted = new Map(files.filter(({ hash }) => !known.has(hash)).map(({ hash, mime }) => [hash, mime]));
  return [...wanted].map(([hash, mime]) => ({ hash, mime }));
}

/** Keeps the text of a file to be searched; made anew whenever the store is. */
export async function saveText(office: Office, hash: string, text: string): Promise<void> {
  await office.db.localTexts.put({ hash, text });
  office.search.textsChanged();
}
