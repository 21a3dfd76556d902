import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { OpenKeys } from '#shared/contract/keys.ts';
import { syncFolder, writeFileAtomically } from '../disk/atomic-file.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import { partNames } from './backup-layout.ts';
import type { BackupPart } from './backup-manifest.ts';
import type { BackupParts } from './backup-parts.ts';
import { copyPart, isPartSound } from './copy-part.ts';
import type { FoundBackup } from './find-restorable.ts';
import { takeBackedUpFile } from './copy-vault-files.ts';
import { readFileList } from './file-list.ts';

const FROM_FILE = 'from.json';
const sourceSchema = z.object({ deviceFolder: z.string(), path: z.string() });

/** Where a backup lies: its own folder, and the one its files are in. */
type Source = z.infer<typeof sourceSchema>;

/** What of a backup could not be brought back. */
export type AdoptedBackup = {
  readonly keys: OpenKeys;
  readonly damaged: readonly string[];
  readonly lackingFiles: number;
};

/**
 * Brings keys, identity, journal, log and files of a backup to a PC that has none. Everything is copied here first; the passphrase is
 * judged before anything takes its place. A damaged journal segment comes along: the journal uses the good part of it.
 */
export async function adoptBackup(
  parts: BackupParts,
  { shelved, deviceFolder }: FoundBackup,
  personId: string,
  passphrase: string,
): Promise<Result<AdoptedBackup, ErrorCode>> {
  const state = parts.portable.state();
  if (state.ok && state.value.kind !== 'none' && state.value.kind !== 'damaged') return err('not-allowed');
  if (!shelved.read.ok) return shelved.read;
  const { manifest } = shelved.read.value;
  const damaged: string[] = [];
  for (const part of manifest.parts)
    if (part.name !== partNames.rows && !(await isPartSound(join(shelved.path, part.name), part)))
      damaged.push(part.name);
  if (damaged.includes(partNames.keys) || damaged.includes(partNames.device)) return err('backup-damaged');
  try {
    const staged = await stage(parts.paths.staging, { deviceFolder, path: shelved.path }, manifest.parts);
    const keys = await parts.portable.adoptPortable(await readFile(join(staged, partNames.keys)), personId, passphrase);
    if (!keys.ok) {
      await rm(staged, { recursive: true, force: true });
      return keys;
    }
    const taken = await takePlaces(parts, staged, { deviceFolder, path: shelved.path });
    return taken.ok ? ok({ keys: keys.value, damaged, lackingFiles: taken.value }) : taken;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return err(diskFailure(cause, 'backup-missing'));
  }
}

/** Ends a restore that a power cut interrupted after the keys were in place; clears what an earlier one left. */
export async function resumeAdoption(parts: BackupParts): Promise<void> {
  const { staging } = parts.paths;
  const from = await readFile(join(staging, FROM_FILE), 'utf8').then(parseFrom, () => undefined);
  const state = parts.portable.state();
  if (from !== undefined && parts.device() === null && state.ok && state.value.kind === 'locked')
    await takePlaces(parts, staging, from);
  await rm(staging, { recursive: true, force: true });
}

function parseFrom(text: string): Source | undefined {
  try {
    const parsed = sourceSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // cut short: the keys were not in place yet
  }
}

/** Copies the small parts here, so that a pulled stick cannot leave half of them. */
async function stage(staging: string, from: Source, parts: readonly BackupPart[]): Promise<string> {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  for (const { name, size } of parts) {
    if (name === partNames.rows || name === partNames.files) continue;
    await copyPart(join(from.path, name), join(staging, name), size, name).catch((cause: unknown) => {
      if (systemCode(cause) !== 'ENOENT') throw cause; // a part that is gone is missed later, by who needs it
    });
  }
  await writeFileAtomically(join(staging, FROM_FILE), JSON.stringify(from));
  return staging;
}

/** Journal, log and files first, the identity last: it is what makes this PC an enrolled one. Gives the number of files lacking. */
async function takePlaces(parts: BackupParts, staged: string, from: Source): Promise<Result<number, ErrorCode>> {
  const { paths, journal } = parts;
  const here = new Set(journal.listSegments().map(({ name }) => name));
  const segments = (await readdir(join(staged, partNames.journal)).catch(() => [])).sort();
  const lacking = segments.filter((name) => !here.has(name)).map((name) => join(staged, partNames.journal, name));
  if (lacking.length > 0) {
    const adopted = await journal.adopt(lacking);
    if (!adopted.ok) return adopted;
  }
  await mkdir(paths.audit, { recursive: true, mode: 0o700 });
  const isLogEmpty = !(await readdir(paths.audit)).some((name) => name.endsWith('.jsonl'));
  if (isLogEmpty) {
    for (const name of await readdir(join(staged, partNames.audit)).catch(() => []))
      await rename(join(staged, partNames.audit, name), join(paths.audit, name));
    await syncFolder(paths.audit);
  }
  const lackingFiles = await bringFiles(parts, from);
  await rename(join(staged, partNames.device), paths.device);
  await rm(staged, { recursive: true, force: true });
  await parts.afterAdopt();
  return ok(lackingFiles);
}

/** Copies the files here one by one and lets the vault take them; the number it lacks afterwards. They can still come from the province. */
async function bringFiles({ vault, paths }: BackupParts, { deviceFolder, path }: Source): Promise<number> {
  const here = new Set((await vault.listFiles()).map(({ hash }) => hash));
  let lacking = 0;
  for (const file of (await readFileList(path)) ?? []) {
    if (here.has(file.hash)) continue;
    const copy = join(paths.staging, file.hash);
    try {
      await takeBackedUpFile(deviceFolder, file, copy);
      if (!(await vault.adoptEnciphered(copy, file.hash)).ok) lacking += 1;
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
      lacking += 1;
    }
  }
  return lacking;
}
