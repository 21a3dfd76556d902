import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupEntry } from '#shared/contract/backup.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { backupIdSchema, isUnfinished, LARGEST_SMALL_PART, partNames, REHEARSAL_FILE } from './backup-layout.ts';
import { parseManifest, type ReadManifest } from './backup-manifest.ts';
import { readSmallFile } from './read-small-file.ts';

const rehearsalSchema = z.object({
  at: z.int(),
  ok: z.boolean(),
  /** Names of parts that are not what they were. */
  damaged: z.array(z.string()).max(10_000),
  goodFrames: z.int(),
  counts: z.record(z.string(), z.int()),
  filesChecked: z.int(),
  filesMissing: z.int(),
});

/** What a rehearsal found. */
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/** A backup that lies there, whatever its state. */
export type ShelvedBackup = {
  readonly id: string;
  readonly path: string;
  readonly read: Result<ReadManifest, 'backup-damaged' | 'backup-newer'>;
  readonly rehearsal: Rehearsal | undefined;
};

/** Backups in a PC's folder, newest first. A folder that is gone holds none. */
export async function listShelf(deviceFolder: string): Promise<readonly ShelvedBackup[]> {
  const names = await readdir(deviceFolder).catch(() => []);
  const ids = names.filter((name) => backupIdSchema.safeParse(name).success).sort();
  return Promise.all(ids.reverse().map((id) => readShelved(deviceFolder, id)));
}

/** One backup. */
export async function readShelved(deviceFolder: string, id: string): Promise<ShelvedBackup> {
  const path = join(deviceFolder, backupIdSchema.parse(id));
  return { id, path, read: await readManifest(path), rehearsal: await readRehearsal(path) };
}

/** A backup as it is shown; undefined when its manifest cannot be read. */
export function describeShelved({ read, rehearsal }: ShelvedBackup): BackupEntry | undefined {
  if (!read.ok) return undefined;
  const { id, at, counts, unsent, parts, files } = read.value.manifest;
  const bytes = parts.reduce((sum, { size }) => sum + size, 0) + files.bytes;
  const rehearsed = rehearsal === undefined ? null : { at: rehearsal.at, ok: rehearsal.ok };
  return { id, at, counts, unsent, bytes, files: files.count, skipped: files.skipped, rehearsed };
}

/** Notes what a rehearsal found beside the backup. */
export function writeRehearsal(path: string, rehearsal: Rehearsal): Promise<void> {
  return writeFileAtomically(join(path, REHEARSAL_FILE), JSON.stringify(rehearsal));
}

/** Removes a backup; a crash in between leaves an unfinished one, never half a backup under its name. */
export async function removeShelved(deviceFolder: string, id: string): Promise<void> {
  const doomed = join(deviceFolder, `.${id}.dang-ghi`);
  await rm(doomed, { recursive: true, force: true });
  await rename(join(deviceFolder, id), doomed);
  await rm(doomed, { recursive: true, force: true });
}

/** Removes backups that never became whole. */
export async function clearUnfinished(deviceFolder: string): Promise<void> {
  for (const name of await readdir(deviceFolder).catch(() => []))
    if (isUnfinished(name)) await rm(join(deviceFolder, name), { recursive: true, force: true });
}

async function readManifest(path: string): Promise<ShelvedBackup['read']> {
  try {
    const bytes = await readSmallFile(join(path, partNames.manifest), LARGEST_SMALL_PART);
    if (bytes === undefined) return err('backup-damaged');
    const read = parseManifest(bytes);
    if (!read.ok) return read;
    for (const { name, size } of read.value.manifest.parts)
      if (name === partNames.keys && (await stat(join(path, name))).size !== size) return err('backup-damaged');
    return ok(read.value);
  } catch {
    return err('backup-damaged');
  }
}

async function readRehearsal(path: string): Promise<Rehearsal | undefined> {
  try {
    const bytes = await readSmallFile(join(path, REHEARSAL_FILE), LARGEST_SMALL_PART);
    if (bytes === undefined) return undefined;
    const parsed = rehearsalSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // never rehearsed
  }
}
