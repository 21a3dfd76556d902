import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';

/** Largest file the office takes, in bytes: 200 MB. A larger paper is scanned again at office quality. */
export const FILE_MAX_BYTES = 200 * 1024 * 1024;

/** Kinds of files the office takes: what can be shown inside the program. */
export const attachmentMimeSchema = z.enum([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
export type AttachmentMime = z.infer<typeof attachmentMimeSchema>;

/** A file of a document (tệp đính kèm). The bytes lie in the vault under `hash` and never change. */
export const attachmentSchema = z.strictObject({
  /** Record it belongs to, of the kind `ownerType` says. */
  documentId: recordIdSchema,
  ownerType: z
    .enum(['document', 'outgoing', 'dossierItem', 'member', 'memberEvent', 'meeting', 'studyItem', 'memberTransfer'])
    .default('document'),
  hash: fileHashSchema,
  /** Name as it came, cleaned of path parts; only shown, never used as a path. */
  name: z.string().min(1).max(200),
  /** Bytes. */
  size: z.int().min(1).max(FILE_MAX_BYTES),
  mime: attachmentMimeSchema,
  pages: z.int().min(1).nullable(),
  addedAt: z.iso.datetime(),
});
export type AttachmentFields = z.infer<typeof attachmentSchema>;
