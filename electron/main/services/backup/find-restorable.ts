import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RestoreCandidate } from '#shared/contract/backup.ts';
import { BACKUPS_FOLDER, backupIdSchema, deviceFolderSchema, LARGEST_SMALL_PART, partNames } from './backup-layout.ts';
import type { BackupParts } from './backup-parts.ts';
import { describeShelved, listShelf, type ShelvedBackup } from './backup-shelf.ts';
import { readSmallFile } from './read-small-file.ts';

/** A backup that may be restored, and where it lies. */
export type FoundBackup = {
  readonly candidate: RestoreCandidate;
  readonly deviceFolder: string;
  readonly shelved: ShelvedBackup;
};

/** Backups within a folder a person chose: the folder backups go to, the one within it, a PC's, or a single backup. Newest first. */
export async function findRestorable(parts: BackupParts, chosen: string): Promise<readonly FoundBackup[]> {
  const found: FoundBackup[] = [];
  for (const deviceFolder of await listDeviceFolders(chosen))
    for (const shelved of await listShelf(deviceFolder))
      found.push({ candidate: await describeCandidate(parts, shelved), deviceFolder, shelved });
  return found.sort((a, b) => b.candidate.at - a.candidate.at);
}

async function listDeviceFolders(chosen: string): Promise<readonly string[]> {
  if (backupIdSchema.safeParse(basename(chosen)).success) return [dirname(chosen)];
  if (deviceFolderSchema.safeParse(basename(chosen)).success) return [chosen];
  const root = (await isFolder(join(chosen, BACKUPS_FOLDER))) ? join(chosen, BACKUPS_FOLDER) : chosen;
  const names = await readdir(root).catch(() => []);
  return names.filter((name) => deviceFolderSchema.safeParse(name).success).map((name) => join(root, name));
}

async function describeCandidate(parts: BackupParts, shelved: ShelvedBackup): Promise<RestoreCandidate> {
  const entry = describeShelved(shelved);
  if (entry === undefined || !shelved.read.ok) {
    const standing = !shelved.read.ok && shelved.read.error === 'backup-newer' ? 'newer' : 'damaged';
    const none = { at: timeOfId(shelved.id), counts: {}, unsent: 0, bytes: 0, files: 0, skipped: 0, rehearsed: null };
    return { id: shelved.id, ...none, commune: '', device: '', dev: 0, standing, people: [] };
  }
  const { manifest, isOf } = shelved.read.value;
  const { commune, device, dev } = manifest;
  const key = parts.keys.find('backup', manifest.keyId);
  const people = await listPeople(parts, shelved.path);
  const isWhole = await hasAllParts(shelved);
  return {
    ...entry,
    rehearsed: isWhole ? entry.rehearsed : { at: entry.rehearsed?.at ?? entry.at, ok: false },
    commune: commune.name,
    device,
    dev,
    standing: people.length === 0 ? 'damaged' : key !== undefined && isOf(key) ? 'own' : 'other',
    people,
  };
}

async function listPeople({ portable }: BackupParts, path: string): Promise<RestoreCandidate['people']> {
  const bytes = await readSmallFile(join(path, partNames.keys), LARGEST_SMALL_PART);
  try {
    return bytes === undefined ? [] : portable.listPeople(bytes);
  } catch {
    return []; // without keys nobody opens it
  }
}

async function hasAllParts({ path, read }: ShelvedBackup): Promise<boolean> {
  for (const { name, size } of read.ok ? read.value.manifest.parts : [])
    if ((await stat(join(path, name)).catch(() => undefined))?.size !== size) return false;
  return true;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

function timeOfId(id: string): number {
  const [day, time] = id.slice(0, 19).split('T');
  return Date.parse(`${day ?? ''}T${(time ?? '').replaceAll('-', ':')}Z`) || 0;
}
