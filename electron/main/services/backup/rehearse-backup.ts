import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { backupFilePath, partNames } from './backup-layout.ts';
import type { BackupManifest } from './backup-manifest.ts';
import type { BackupParts } from './backup-parts.ts';
import { writeRehearsal, type Rehearsal, type ShelvedBackup } from './backup-shelf.ts';
import { isPartSound } from './copy-part.ts';
import { takeBackedUpFile } from './copy-vault-files.ts';
import { readFileList, type BackedUpFile } from './file-list.ts';
import { indexRows } from './rows-file.ts';

/** How many files of a backup are deciphered and hashed at a rehearsal; of all others it is seen that they are there. */
const SAMPLE = 12;

/** Opens a backup as a restore would, counts everything in it, and notes the outcome beside it. Changes nothing else. */
export async function rehearseBackup(
  parts: BackupParts,
  deviceFolder: string,
  { path, read }: ShelvedBackup,
): Promise<Result<Rehearsal, ErrorCode>> {
  if (!read.ok) return read;
  const { manifest, isOf } = read.value;
  if (parts.keys.current('backup') === undefined) return err('locked');
  const key = parts.keys.find('backup', manifest.keyId);
  if (key === undefined || !isOf(key)) return err('backup-foreign');

  const damaged: string[] = [];
  for (const part of manifest.parts) if (!(await isPartSound(join(path, part.name), part))) damaged.push(part.name);
  const rows = await countRows(join(path, partNames.rows), key);
  if (!agrees(rows, manifest) && !damaged.includes(partNames.rows)) damaged.push(partNames.rows);
  if (!damaged.includes(partNames.keys) && !(await hasPeople(parts, path))) damaged.push(partNames.keys);
  const files = await checkFiles(parts, deviceFolder, path);
  const isComplete = damaged.length === 0 && files.missing === 0;
  const rehearsal: Rehearsal = {
    at: Math.round(parts.now()),
    ok: isComplete,
    damaged,
    goodFrames: rows.goodFrames,
    counts: rows.counts,
    filesChecked: files.checked,
    filesMissing: files.missing,
  };
  await writeRehearsal(path, rehearsal).catch(() => undefined); // a stick that takes no more writes was still read
  return ok(rehearsal);
}

type CountedRows = {
  readonly goodFrames: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly isWhole: boolean;
};

async function countRows(path: string, key: Uint8Array): Promise<CountedRows> {
  const counts: Record<string, number> = {};
  let goodFrames = 0;
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return { goodFrames, counts, isWhole: false };
  try {
    const index = await indexRows(file, key, async (frame, place) => {
      await setImmediate(); // the window stays alive
      if (!place.isLast && !holdsRows(frame.bytes, frame.count)) return;
      goodFrames += 1;
      if (!place.isLast) counts[frame.table] = (counts[frame.table] ?? 0) + frame.count;
    });
    return { goodFrames, counts, isWhole: index?.isWhole === true };
  } finally {
    await file.close();
  }
}

function holdsRows(bytes: Uint8Array, count: number): boolean {
  try {
    const rows: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(rows) && rows.length === count;
  } catch {
    return false;
  }
}

function agrees({ goodFrames, counts, isWhole }: CountedRows, manifest: BackupManifest): boolean {
  const tables = new Set([...Object.keys(manifest.counts), ...Object.keys(counts)]);
  return (
    isWhole &&
    goodFrames === manifest.frames &&
    [...tables].every((table) => (manifest.counts[table] ?? 0) === (counts[table] ?? 0))
  );
}

async function hasPeople({ portable }: BackupParts, path: string): Promise<boolean> {
  try {
    return portable.listPeople(await readFile(join(path, partNames.keys))).length > 0;
  } catch {
    return false; // not keys
  }
}

async function checkFiles(
  { vault, paths }: BackupParts,
  deviceFolder: string,
  path: string,
): Promise<{ readonly checked: number; readonly missing: number }> {
  const files = (await readFileList(path)) ?? [];
  const there: BackedUpFile[] = [];
  for (const file of files)
    if ((await stat(backupFilePath(deviceFolder, file)).catch(() => undefined))?.size === file.size) there.push(file);
  const step = Math.max(1, Math.floor(there.length / SAMPLE));
  const sample = there.filter((_file, i) => i % step === 0).slice(0, SAMPLE);
  let missing = files.length - there.length;
  await mkdir(paths.staging, { recursive: true, mode: 0o700 });
  for (const file of sample) {
    const copy = join(paths.staging, file.hash);
    await takeBackedUpFile(deviceFolder, file, copy);
    if (!(await vault.verifyCopy(copy, file.hash))) missing += 1;
    await rm(copy, { force: true });
  }
  await rm(paths.staging, { recursive: true, force: true });
  return { checked: sample.length, missing };
}
