import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AdoptedPc, BackupFacts, BackupState, RestoreCandidate } from '#shared/contract/backup.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { AdoptWay } from '../keys/portable-keys.ts';
import { adoptBackup, resumeAdoption } from './adopt-backup.ts';
import { backupFileName, BACKUPS_FOLDER, deviceBackupFolder, partNames } from './backup-layout.ts';
import { readBackupMemory, writeBackupMemory, type BackupMemory } from './backup-memory.ts';
import type { BackupParts } from './backup-parts.ts';
import { describeShelved, listShelf, removeShelved } from './backup-shelf.ts';
import { dropUnnamedFiles } from './copy-vault-files.ts';
import { findRestorable, type FoundBackup } from './find-restorable.ts';
import { readFileList } from './file-list.ts';
import { rehearseBackup } from './rehearse-backup.ts';
import { indexRows, readFrame, type RowsIndex } from './rows-file.ts';
import { listSuperfluous } from './thin-out.ts';
import { beginBackup, stickFailure, type RunningBackup } from './write-backup.ts';

/** Rows read back from a backup. */
export type ReadRows = {
  readonly frames: readonly { readonly table: string; readonly bytes: Uint8Array }[];
  readonly next: number;
  readonly done: boolean;
};

/** Backups of this PC to a second folder. One thing runs at a time. */
export type Backups = {
  readonly state: () => Promise<BackupState>;
  readonly chooseFolder: () => Promise<BackupState>;
  readonly begin: () => Promise<Result<{ readonly handle: string }, ErrorCode>>;
  readonly append: (
    handle: string,
    table: string,
    count: number,
    bytes: Uint8Array,
  ) => Promise<Result<null, ErrorCode>>;
  readonly finish: (handle: string, facts: BackupFacts) => Promise<Result<BackupState, ErrorCode>>;
  readonly abort: (handle: string) => Promise<void>;
  readonly rehearse: (id: string | null) => Promise<Result<BackupState, ErrorCode>>;
  readonly listRestorable: (ask: boolean) => Promise<Result<readonly RestoreCandidate[], ErrorCode>>;
  readonly adopt: (id: string, way: AdoptWay) => Promise<Result<AdoptedPc, ErrorCode>>;
  readonly read: (id: string, from: number) => Promise<Result<ReadRows, ErrorCode>>;
};

const DAY_MS = 86_400_000;
/** A backup a little early beats one that slips a little later every day. */
const DUE_AFTER_MS = 20 * 3_600_000;
const REHEARSE_AFTER_MS = 7 * DAY_MS;
const RETRY_AFTER_MS = 15 * 60_000;
const FRAMES_AT_ONCE = 8;
const BYTES_AT_ONCE = 8 * 1024 * 1024;

/** Opens this PC's backups; what an interrupted restore left is cleared. */
export async function createBackups(parts: BackupParts): Promise<Backups> {
  let memory: BackupMemory = await readBackupMemory(parts.paths.state);
  let running: 'backup' | 'rehearsal' | null = null;
  let making: RunningBackup | undefined;
  let found: readonly FoundBackup[] = [];
  let reading: { readonly path: string; readonly index: RowsIndex | undefined } | undefined;
  await resumeAdoption(parts);
  parts.keys.onChange(() => {
    if (parts.keys.current('backup') === undefined && making !== undefined && !isFinishing) void drop(making);
  });
  let isFinishing = false;
  let isAdopting = false;

  async function remember(change: Partial<BackupMemory>): Promise<void> {
    memory = { ...memory, ...change };
    await writeBackupMemory(parts.paths.state, memory);
  }

  function folder(): string | undefined {
    const device = parts.device();
    return memory.folder === null || device === null
      ? undefined
      : deviceBackupFolder(memory.folder, device.dev, device.commune.id);
  }

  async function state(): Promise<BackupState> {
    const deviceFolder = folder();
    const shelf = deviceFolder === undefined ? [] : await listShelf(deviceFolder);
    return {
      folder: memory.folder,
      isFolderThere: memory.folder !== null && (await isFolder(memory.folder)),
      running,
      entries: shelf.flatMap((backup) => describeShelved(backup) ?? []),
      rehearsed: memory.rehearsedAt === 0 ? null : { at: memory.rehearsedAt, ok: memory.rehearsedOk },
      failure: memory.failure,
      ...whenDue(memory, parts.now()),
    };
  }

  async function fail<E extends ErrorCode>(code: E): Promise<Result<never, E>> {
    parts.note({ kind: 'backup-failed', detail: code });
    await remember({ failure: { code, at: Math.round(parts.now()) } });
    return err(code);
  }

  async function drop(backup: RunningBackup): Promise<void> {
    if (making === backup) making = undefined;
    running = null;
    await backup.abort();
  }

  /** A lock ends the backup that is being written. */
  function whyNoHandle(): ErrorCode {
    return parts.keys.current('backup') === undefined ? 'locked' : 'bad-input';
  }

  function findBackup(id: string): FoundBackup | undefined {
    return found.find(({ candidate }) => candidate.id === id);
  }

  async function look(chosen: string): Promise<readonly RestoreCandidate[]> {
    found = await findRestorable(parts, chosen);
    return found.map(({ candidate }) => candidate);
  }

  async function rehearse(id: string | null): Promise<Result<BackupState, ErrorCode>> {
    const deviceFolder = folder();
    if (deviceFolder === undefined || !(await isFolder(memory.folder ?? ''))) return fail('backup-folder-missing');
    const backup = (await listShelf(deviceFolder)).find((shelved) => id === null || shelved.id === id);
    if (backup === undefined) return fail('backup-missing');
    const rehearsed = await rehearseBackup(parts, deviceFolder, backup).catch(
      (cause: unknown) => err(diskFailure(cause, stickFailure(cause))), // the copies that are tried lie on this PC's disk
    );
    if (!rehearsed.ok) return rehearsed.error === 'locked' ? rehearsed : fail(rehearsed.error);
    const { ok: isSound, damaged, filesMissing } = rehearsed.value;
    parts.note({
      kind: 'backup-rehearsed',
      detail: isSound ? 'ok' : `damaged ${String(damaged.length + filesMissing)}`,
    });
    await remember({
      rehearsedAt: Math.round(parts.now()),
      rehearsedOk: isSound,
      ...(isSound ? { failure: null } : {}),
    });
    return isSound ? ok(await state()) : fail('backup-damaged');
  }

  return {
    state,
    async chooseFolder() {
      const chosen = await parts.chooseFolder();
      if (chosen !== undefined) await remember({ folder: chosen, failure: null, madeAt: 0 });
      return state();
    },
    async begin() {
      if (running !== null) return err('not-allowed');
      const device = parts.device();
      const deviceFolder = folder();
      if (device === null) return err('not-enrolled');
      if (deviceFolder === undefined || !(await isFolder(memory.folder ?? ''))) return fail('backup-folder-missing');
      running = 'backup';
      const begun = await beginBackup(parts, deviceFolder, device);
      if (!begun.ok) {
        running = null;
        return begun.error === 'locked' ? begun : fail(begun.error);
      }
      making = begun.value;
      return ok({ handle: begun.value.handle });
    },
    async append(handle, table, count, bytes) {
      if (making?.handle !== handle) return err(whyNoHandle());
      const backup = making;
      const appended = await backup.append({ table, count, bytes });
      if (appended.ok) return appended;
      await drop(backup);
      return fail(appended.error);
    },
    async finish(handle, facts) {
      const deviceFolder = folder();
      if (making?.handle !== handle || isFinishing || deviceFolder === undefined) return err(whyNoHandle());
      isFinishing = true;
      const finished = await making.finish(facts);
      isFinishing = false;
      making = undefined;
      running = null;
      if (!finished.ok) return fail(finished.error);
      const { at, files } = finished.value;
      await thinOut(deviceFolder);
      parts.note({ kind: 'backup-made', detail: `files ${String(files.count)} skipped ${String(files.skipped)}` });
      await remember({ madeAt: at, failure: files.skipped > 0 ? { code: 'backup-no-room', at } : null });
      return ok(await state());
    },
    async abort(handle) {
      if (making?.handle === handle && !isFinishing) await drop(making);
    },
    async rehearse(id) {
      if (running !== null) return err('not-allowed');
      running = 'rehearsal';
      const rehearsed = await rehearse(id).finally(() => (running = null));
      return rehearsed.ok ? ok({ ...rehearsed.value, running: null }) : rehearsed;
    },
    async listRestorable(ask) {
      const chosen = ask ? await parts.chooseFolder() : (memory.folder ?? undefined);
      if (chosen === undefined) return ask ? ok([]) : err('backup-folder-missing');
      if (!(await isFolder(chosen))) return err('backup-folder-missing');
      return ok(await look(chosen));
    },
    async adopt(id, way) {
      const backup = findBackup(id);
      if (backup === undefined) return err('backup-missing');
      if (isAdopting || running !== null) return err('not-allowed');
      isAdopting = true;
      const adopted = await adoptBackup(parts, backup, way).finally(() => (isAdopting = false));
      if (!adopted.ok) return adopted;
      const { damaged, lackingFiles } = adopted.value;
      const lacks = `damaged ${String(damaged)} files ${String(lackingFiles)}`;
      if (way.code !== null) parts.note({ kind: 'recovered', by: way.personId });
      parts.note({ kind: 'backup-restored', by: way.personId, detail: lacks });
      await remember({ folder: chosenFolderOf(backup.deviceFolder), failure: null });
      return adopted;
    },
    async read(id, from) {
      const backup = findBackup(id) ?? (await look(memory.folder ?? '').then(() => findBackup(id)));
      if (backup === undefined) return err('backup-missing');
      const { read, path } = backup.shelved;
      if (!read.ok) return read;
      const key = parts.keys.find('backup', read.value.manifest.keyId);
      if (key === undefined) return err(parts.keys.current('backup') === undefined ? 'locked' : 'backup-foreign');
      if (!read.value.isOf(key)) return err('backup-foreign');
      const file = await open(join(path, partNames.rows), 'r').catch(() => undefined);
      if (file === undefined) return err('backup-damaged');
      try {
        if (from === 0 || reading?.path !== path) reading = { path, index: await indexRows(file, key) };
        return reading.index === undefined ? err('backup-damaged') : ok(await readRows(file, reading.index, key, from));
      } finally {
        await file.close();
      }
    },
  };
}

/** After a failure it is tried again in a while; the first rehearsal follows the first backup. */
function whenDue(memory: BackupMemory, now: number): Pick<BackupState, 'nextDueAt' | 'nextRehearsalAt'> {
  const { madeAt, rehearsedAt, failure } = memory;
  const notBefore = failure === null ? 0 : failure.at + RETRY_AFTER_MS;
  const rehearsalAt = madeAt === 0 ? now + DAY_MS : rehearsedAt === 0 ? 0 : rehearsedAt + REHEARSE_AFTER_MS;
  return {
    nextDueAt: Math.max(madeAt === 0 ? 0 : madeAt + DUE_AFTER_MS, notBefore > now ? notBefore : 0),
    nextRehearsalAt: Math.max(rehearsalAt, notBefore > now ? notBefore : 0),
  };
}

/** Rows from frame `from` on; damaged frames are passed over. */
async function readRows(file: FileHandle, index: RowsIndex, key: Uint8Array, from: number): Promise<ReadRows> {
  const frames: { table: string; bytes: Uint8Array }[] = [];
  let bytes = 0;
  for (const place of index.places) {
    if (place.index < from || place.isLast) continue;
    if (frames.length === FRAMES_AT_ONCE || bytes > BYTES_AT_ONCE) return { frames, next: place.index, done: false };
    const frame = await readFrame(file, index, place, key);
    if (frame === undefined) continue;
    frames.push({ table: frame.table, bytes: frame.bytes });
    bytes += frame.bytes.length;
  }
  return { frames, next: (index.places.at(-1)?.index ?? -1) + 1, done: true };
}

/** Removes sound backups that are not to be kept, and files no backup names; damaged ones stay where they are. */
async function thinOut(deviceFolder: string): Promise<void> {
  const shelf = await listShelf(deviceFolder);
  const sound = shelf.flatMap((backup) => describeShelved(backup) ?? []);
  for (const id of listSuperfluous(sound)) await removeShelved(deviceFolder, id).catch(() => undefined); // next time
  const lists = await Promise.all((await listShelf(deviceFolder)).map(({ path }) => readFileList(path)));
  if (lists.some((list) => list === undefined)) return; // a damaged one may still name them
  await dropUnnamedFiles(deviceFolder, new Set(lists.flatMap((list) => (list ?? []).map(backupFileName)))).catch(
    () => undefined,
  );
}

function chosenFolderOf(deviceFolder: string): string {
  const at = deviceFolder.lastIndexOf(BACKUPS_FOLDER);
  return at > 0 ? deviceFolder.slice(0, at - 1) : deviceFolder;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}
