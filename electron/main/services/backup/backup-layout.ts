import { join } from 'node:path';
import { z } from 'zod';

/** Folder made within the one a person chose, so that nothing else there is touched. */
export const BACKUPS_FOLDER = 'HoSoXa-SaoLuu';

/** Parts of a backup, by their names within its folder. */
export const partNames = {
  manifest: 'manifest.json',
  rows: 'rows.hsxb',
  keys: 'keys.json',
  device: 'device.json',
  files: 'files.json.gz',
  journal: 'journal',
  audit: 'audit',
} as const;

/** Manifest, keys, identity and rehearsal are never larger, in bytes. */
export const LARGEST_SMALL_PART = 4 * 1024 * 1024;

/** What was found at the last rehearsal; beside the parts, because it comes later than the manifest. */
export const REHEARSAL_FILE = 'rehearsal.json';

/** Id of a backup, the name of its folder: when it was made, `2026-11-22T10-15-30Z`, with `-2` … when there was one of that second. */
export const backupIdSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z(-\d{1,2})?$/);

/** Name of one PC's folder of backups. */
export const deviceFolderSchema = z.string().regex(/^\d{1,15}-[a-z0-9][a-z0-9-]{1,39}$/);

/** Folder of a PC's backups within the chosen one. */
export function deviceBackupFolder(chosen: string, dev: number, communeId: string): string {
  return join(chosen, BACKUPS_FOLDER, deviceFolderSchema.parse(`${String(dev)}-${communeId}`));
}

/** Name of a vault file's body beside the backups: its hash, and the id it was enciphered with, for the same bytes may be enciphered anew. */
export function backupFileName({ hash, fileId }: { readonly hash: string; readonly fileId: string }): string {
  return `${hash}-${fileId}`;
}

/** Where the body of a vault file lies, shared by all backups of a PC. */
export function backupFilePath(deviceFolder: string, file: { readonly hash: string; readonly fileId: string }): string {
  return join(deviceFolder, 'files', file.hash.slice(0, 2), backupFileName(file));
}

/** Id of a backup made at a time (milliseconds). `isTaken`: whether there is one of that id. */
export function newBackupId(at: number, isTaken: (id: string) => boolean): string {
  const base = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-') + 'Z';
  let id = base;
  for (let i = 2; isTaken(id) && i < 100; i += 1) id = `${base}-${String(i)}`;
  return backupIdSchema.parse(id);
}

/** Folder a backup is written into until it is whole. */
export function unfinishedName(id: string): string {
  return `.${id}.dang-ghi`;
}

/** Whether a folder's name is that of a backup that never became whole. */
export function isUnfinished(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.dang-ghi');
}
