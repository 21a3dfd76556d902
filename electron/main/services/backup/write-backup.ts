import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupFacts } from '#shared/contract/backup.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import { isDiskFull, systemCode } from '../disk/disk-failure.ts';
import { newBackupId, partNames, unfinishedName } from './backup-layout.ts';
import { BACKUP_VERSION, writeManifest, type BackupManifest, type BackupPart } from './backup-manifest.ts';
import type { BackupParts } from './backup-parts.ts';
import { clearUnfinished, listShelf } from './backup-shelf.ts';
import { copyPart, describePart, isPartSound, writePart } from './copy-part.ts';
import { copyVaultFiles, freeBytes } from './copy-vault-files.ts';
import { writeFileList } from './file-list.ts';
import { createRowsFile, type RowsWriter } from './rows-file.ts';
import type { RowsFrame } from './rows-cipher.ts';

/** A backup that is being written. */
export type RunningBackup = {
  readonly handle: string;
  readonly append: (frame: RowsFrame) => Promise<Result<null, ErrorCode>>;
  /** Adds everything but the rows, reads all back, and gives the backup its name. */
  readonly finish: (facts: BackupFacts) => Promise<Result<BackupManifest, ErrorCode>>;
  readonly abort: () => Promise<void>;
};

/** Less room than this is not begun with. */
const LEAST_ROOM = 16 * 1024 * 1024;

/** Begins a backup in a PC's folder. Nothing that lies there is touched until the new one is whole. */
export async function beginBackup(
  parts: BackupParts,
  deviceFolder: string,
  device: DeviceState,
): Promise<Result<RunningBackup, ErrorCode>> {
  const current = parts.keys.current('backup');
  if (current === undefined) return err('locked');
  try {
    await mkdir(deviceFolder, { recursive: true });
    await clearUnfinished(deviceFolder);
    if ((await freeBytes(deviceFolder)) < LEAST_ROOM) return err('backup-no-room');
    const taken = new Set(await readdir(deviceFolder));
    const id = newBackupId(parts.now(), (name) => taken.has(name));
    const folder = join(deviceFolder, unfinishedName(id));
    await mkdir(folder, { mode: 0o700 });
    const rows = await createRowsFile(join(folder, partNames.rows), current.key);
    return ok(runBackup(parts, { id, deviceFolder, folder, device, keyId: current.id, key: current.key, rows }));
  } catch (cause) {
    return err(stickFailure(cause));
  }
}

type Making = {
  readonly id: string;
  readonly deviceFolder: string;
  readonly folder: string;
  readonly device: DeviceState;
  readonly keyId: number;
  readonly key: Uint8Array;
  readonly rows: RowsWriter;
};

function runBackup(parts: BackupParts, making: Making): RunningBackup {
  const { folder, rows } = making;
  const counts: Record<string, number> = {};
  let isEnded = false;

  async function end(): Promise<void> {
    if (isEnded) return;
    isEnded = true;
    await rows.close().catch(() => undefined); // the stick may be gone
  }

  async function abort(): Promise<void> {
    await end();
    making.key.fill(0);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  return {
    handle: randomUUID(),
    async append(frame) {
      try {
        await rows.append(frame);
        counts[frame.table] = (counts[frame.table] ?? 0) + frame.count;
        return ok(null);
      } catch (cause) {
        await abort();
        return err(stickFailure(cause));
      }
    },
    async finish(facts) {
      try {
        if (!sameCounts(facts.counts, counts)) {
          await abort();
          return err('bad-input');
        }
        const keys = await parts.portable.exportPortable();
        if (!keys.ok) {
          await abort();
          return keys;
        }
        const frames = await rows.finish();
        await end();
        const manifest = await completeBackup(parts, making, { ...facts, frames, keys: keys.value });
        making.key.fill(0);
        return ok(manifest);
      } catch (cause) {
        await abort();
        return err(stickFailure(cause));
      }
    },
    abort,
  };
}

async function completeBackup(
  parts: BackupParts,
  { id, deviceFolder, folder, device, keyId, key }: Making,
  { frames, keys, ...facts }: BackupFacts & { readonly frames: number; readonly keys: Uint8Array },
): Promise<BackupManifest> {
  await parts.flushAudit();
  const rowsPart = await describePart(join(folder, partNames.rows), partNames.rows);
  if (rowsPart === undefined) throw Object.assign(new Error('rows are gone'), { code: 'EIO' });
  const copied = await copyVaultFiles(parts.vault, deviceFolder);
  const written: BackupPart[] = [
    rowsPart,
    await writePart(join(folder, partNames.keys), keys, partNames.keys),
    await writePart(join(folder, partNames.files), writeFileList(copied.files), partNames.files),
    await copyPart(
      parts.paths.device,
      join(folder, partNames.device),
      (await stat(parts.paths.device)).size,
      partNames.device,
    ),
  ];
  const loose = [
    ...parts.journal.listSegments().map((file) => ({ ...file, room: partNames.journal })),
    ...(await listAuditParts(parts.paths.audit)).map((file) => ({ ...file, room: partNames.audit })),
  ];
  for (const { name, path, size, room } of loose)
    written.push(await copyPart(path, join(folder, room, name), size, `${room}/${name}`));
  const manifest: BackupManifest = {
    ...facts,
    version: BACKUP_VERSION,
    id,
    dev: device.dev,
    device: device.name,
    commune: device.commune,
    appVersion: parts.appVersion,
    keyId,
    frames,
    parts: written,
    files: { count: copied.files.length, bytes: copied.bytes, skipped: copied.skipped },
  };
  for (const part of written)
    if (!(await isPartSound(join(folder, part.name), part)))
      throw Object.assign(new Error('not as written'), { code: 'EIO' });
  await writePart(join(folder, partNames.manifest), Buffer.from(writeManifest(manifest, key)), partNames.manifest);
  for (const room of ['.', partNames.journal, partNames.audit])
    await syncFolder(join(folder, room)).catch(() => undefined); // a room without files was not made
  await rename(folder, join(deviceFolder, id));
  await syncFolder(deviceFolder);
  const shelved = (await listShelf(deviceFolder)).find((backup) => backup.id === id);
  if (shelved?.read.ok !== true) throw Object.assign(new Error('not as written'), { code: 'EIO' });
  return manifest;
}

async function listAuditParts(folder: string): Promise<readonly { name: string; path: string; size: number }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^audit-[a-z0-9]+\.jsonl?$/.test(name));
  return Promise.all(
    names.map(async (name) => ({ name, path: join(folder, name), size: (await stat(join(folder, name))).size })),
  );
}

function sameCounts(told: Readonly<Record<string, number>>, counted: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(told), ...Object.keys(counted)])].every(
    (table) => (told[table] ?? 0) === (counted[table] ?? 0),
  );
}

/** A stick that was pulled answers with many codes; a full one with few. */
export function stickFailure(cause: unknown): ErrorCode {
  if (systemCode(cause) === undefined) throw cause;
  return isDiskFull(cause) ? 'backup-no-room' : 'backup-folder-missing';
}
