import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AdoptedPc } from '#shared/contract/backup.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import { communeStream } from '#shared/entities.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import { LARGEST_SMALL_PART, partNames } from './backup-layout.ts';
import type { BackupPart } from './backup-manifest.ts';
import type { BackupParts } from './backup-parts.ts';
import type { AdoptWay } from '../keys/portable-keys.ts';
import { copyPart, isPartSound } from './copy-part.ts';
import type { FoundBackup } from './find-restorable.ts';
import { freeBytes, takeBackedUpFile } from './copy-vault-files.ts';
import { readFileList } from './file-list.ts';

const FROM_FILE = 'from.json';
/** Room that is left beside what is brought back. */
const SPARE_BYTES = 64 * 1024 * 1024;
const sourceSchema = z.object({ deviceFolder: z.string(), path: z.string() });

/** Where a backup lies: its own folder, and the one its files are in. */
type Source = z.infer<typeof sourceSchema>;

/**
 * Brings keys, identity, journal, log and files of a backup to a PC that has none. Everything is copied here first, and it is the copies that
 * are judged: by the manifest, and the manifest by a key of the backup, so that nobody without a passphrase of the office can put another
 * province's address or other papers on the stick. Only then does anything take its place. A damaged journal segment comes along: the journal
 * uses the good part of it.
 */
export async function adoptBackup(
  parts: BackupParts,
  { shelved, deviceFolder }: FoundBackup,
  way: AdoptWay,
): Promise<Result<AdoptedPc, ErrorCode>> {
  const state = parts.portable.state();
  if (state.ok && state.value.kind !== 'none' && state.value.kind !== 'damaged') return err('not-allowed');
  if (!shelved.read.ok) return shelved.read;
  const { manifest, isOf } = shelved.read.value;
  const from = { deviceFolder, path: shelved.path };
  const { staging } = parts.paths;
  // A PC that only lost its keys holds the papers of its own commune.
  const mine = parts.device();
  if (mine !== null && !belongsHere(mine, manifest.commune.id)) return err('backup-foreign');
  try {
    const needs = manifest.parts.reduce((sum, { name, size }) => sum + (isStaged(name) ? size : 0), 0);
    if ((await freeBytes(dirname(staging))) < needs + SPARE_BYTES) return err('disk-full');
    const damaged = await stage(staging, from, manifest.parts);
    if (damaged.includes(partNames.keys) || damaged.includes(partNames.device)) {
      await rm(staging, { recursive: true, force: true });
      return err('backup-damaged');
    }
    const keys = await parts.portable.adoptPortable(await readFile(join(staging, partNames.keys)), way, (findKey) => {
      const key = findKey(manifest.keyId);
      return key !== undefined && isOf(key);
    });
    if (!keys.ok) {
      await rm(staging, { recursive: true, force: true });
      return keys;
    }
    const taken = await takePlaces(parts, staging, from);
    if (!taken.ok) return taken;
    return ok({ keys: keys.value, damaged: damaged.length, lackingFiles: taken.value ?? manifest.files.count });
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return err(diskFailure(cause, 'backup-missing'));
  }
}

/** Whether a backup of this commune is one of a PC's own office: the one it is in, or one that was merged into it. */
function belongsHere({ commune, moves = [] }: DeviceState, of: string): boolean {
  return commune.id === of || moves.some(({ from }) => from === communeStream(of));
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

/** Everything but the rows is copied here before it is judged. */
function isStaged(name: string): boolean {
  return name !== partNames.rows;
}

/** Copies the small parts here, so that a pulled stick cannot leave half of them. Gives the names of parts that are not what the manifest says. */
async function stage(staging: string, from: Source, parts: readonly BackupPart[]): Promise<readonly string[]> {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const damaged: string[] = [];
  for (const part of parts) {
    const { name, size } = part;
    const path = join(from.path, name);
    if (!isStaged(name)) {
      if (!(await isPartSound(path, part))) damaged.push(name); // read where it lies, frame by frame
      continue;
    }
    if (size > LARGEST_SMALL_PART && (name === partNames.keys || name === partNames.device)) {
      damaged.push(name);
      continue;
    }
    const copy = await copyPart(path, join(staging, name), size, name).catch((cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return undefined; // a part that is gone is missed later, by who needs it
      throw cause;
    });
    if (copy?.size !== size || copy.sha256 !== part.sha256) damaged.push(name);
  }
  await writeFileAtomically(join(staging, FROM_FILE), JSON.stringify(from));
  return damaged;
}

/** Journal, log and files first, the identity last: it is what makes this PC an enrolled one. Gives the number of files lacking; undefined when the list of them cannot be read. */
async function takePlaces(
  parts: BackupParts,
  staged: string,
  from: Source,
): Promise<Result<number | undefined, ErrorCode>> {
  const { paths, journal } = parts;
  const here = new Set(journal.listSegments().map(({ name }) => name));
  const segments = (await readdir(join(staged, partNames.journal)).catch(() => [])).sort();
  const lacking = segments.filter((name) => !here.has(name)).map((name) => join(staged, partNames.journal, name));
  if (lacking.length > 0) {
    const adopted = await journal.adopt(lacking);
    if (!adopted.ok) return adopted;
  }
  // A PC that only lost its keys goes on with its own log, which is the newer one.
  if (parts.device() === null) await parts.takeOverLog(join(staged, partNames.audit));
  const lackingFiles = await bringFiles(parts, staged, from);
  await rename(join(staged, partNames.device), paths.device);
  await rm(staged, { recursive: true, force: true });
  await parts.afterAdopt();
  return ok(lackingFiles);
}

/** Copies the files here one by one and lets the vault take them; the number it lacks afterwards. They can still come from the province. */
async function bringFiles(
  { vault, paths }: BackupParts,
  staged: string,
  { deviceFolder }: Source,
): Promise<number | undefined> {
  const here = new Set((await vault.listFiles()).map(({ hash }) => hash));
  const files = await readFileList(staged);
  let lacking = 0;
  for (const file of files ?? []) {
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
  return files === undefined ? undefined : lacking;
}
