import type pg from 'pg';
import { restoredEpoch } from '#shared/sync/epoch.ts';
import { closeBackupFolder, openBackupFolder } from '#server/storage/backup/backup-folder.ts';
import { BackupFault } from '#server/storage/backup/backup-fault.ts';
import {
  filesOfBackups,
  findBackup,
  writeManifest,
  type BackupManifest,
  type FoundBackup,
} from '#server/storage/backup/backup-manifest.ts';
import { copyFiles, listDamaged, type FileEntry } from '#server/storage/backup/file-copies.ts';
import { beginRestoredLife, describePresent, isServed } from '#server/storage/backup/restored-life.ts';
import { checkParts, countRows, dumpTables, loadTables } from '#server/storage/backup/table-copies.ts';
import { connectAsOwner, SERVER_CONNECTION } from '#server/storage/database.ts';
import { createFileFolder } from '#server/storage/file-folder.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { migrationNames } from '#server/storage/migrate.ts';
import { syncToDisk } from '#server/storage/sync-to-disk.ts';
import { createEpochId } from './new-life.ts';

/** Where a province lives: its database, and its files. */
export type ProvinceHome = { readonly url: string; readonly files: FilePlace };

/** A backup that was made, opened or restored. `rows`: by table; `lost`: files whose bytes are not there or not theirs. */
export type BackupReport = {
  readonly folder: string;
  readonly at: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  readonly copied: number;
  readonly lost: readonly FileEntry[];
};

/**
 * Makes a backup in a folder of backups: all tables as they were at one moment, and every file of that moment. May run beside working servers.
 * `withFiles` off: tables only, for a state set aside on the same disk.
 */
export async function createBackup(
  { url, files }: ProvinceHome,
  root: string,
  now: () => number,
  withFiles = true,
): Promise<BackupReport> {
  const part = await openBackupFolder(root, now());
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const at = now();
    const tables = await dumpTables(client, part);
    const entries = await listFiles(client);
    const { rows } = await client.query<{ public_key: string }>('select public_key from province_key');
    await client.query('commit');
    const copying = withFiles
      ? await copyFiles(files, createFileFolder(filesOfBackups(root)), entries)
      : { copied: 0, lost: [] };
    const manifest = {
      at,
      provinceKey: rows[0]?.public_key ?? '',
      level: migrationNames.at(-1) ?? '',
      tables,
      files: { count: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) },
    };
    await syncToDisk(await writeManifest(part, manifest), 'r+');
    const folder = await closeBackupFolder(part);
    return { folder, at, rows: rowsOf(manifest), files: entries.length, ...copying };
  });
}

/** The backup in this folder, or the newest of a folder of backups, with every packed byte of its tables looked at. Throws `BackupFault`. */
export async function inspectBackup(path: string): Promise<FoundBackup> {
  const found = await findBackup(path);
  await checkParts(found.folder, found.manifest.tables);
  return found;
}

/** Rehearses: loads a backup into `url` (an empty database of its own), counts, and reads every file. Throws `BackupFault`. */
export async function rehearseBackup(found: FoundBackup, url: string): Promise<BackupReport> {
  return withClient(url, async (client) => {
    await inTransaction(client, () => loadTables(client, found.folder, found.manifest.tables));
    await checkCounts(client, found.manifest);
    const lost = await listDamaged(createFileFolder(found.files), await listFiles(client));
    return toReport(found, { copied: 0, lost });
  });
}

/**
 * Puts a backup in place of what is there. Either all of it or nothing; what was there is set aside first (`asideRoot`), and files stay.
 * Afterwards every stream lives anew: the PCs notice and bring back what the backup does not have. Throws `BackupFault`.
 */
export async function restoreBackup(
  { url, files }: ProvinceHome,
  found: FoundBackup,
  options: { readonly replace: boolean; readonly asideRoot: string; readonly now: () => number },
): Promise<BackupReport & { readonly aside: string | undefined }> {
  const { folder, manifest } = found;
  return withClient(url, async (client) => {
    if (await isServed(client, SERVER_CONNECTION)) throw new BackupFault('in-use', '');
    const present = await describePresent(client);
    if (!present.isEmpty && !options.replace) throw new BackupFault('not-empty', '');
    if (!present.isEmpty && present.provinceKey !== manifest.provinceKey) throw new BackupFault('other-province', '');
    const aside = present.isEmpty
      ? undefined
      : (await createBackup({ url, files }, options.asideRoot, options.now, false)).folder;
    const copying = await inTransaction(client, async () => {
      await loadTables(client, folder, manifest.tables);
      await checkCounts(client, manifest);
      const copied = await copyFiles(createFileFolder(found.files), files, await listFiles(client));
      await beginRestoredLife(client, {
        epochOf: ({ epoch, seq }) => restoredEpoch(createEpochId(), epoch, seq),
        lastDevice: present.lastDevice,
        now: options.now(),
        lost: copied.lost,
      });
      return copied;
    });
    return { ...toReport(found, copying), aside };
  });
}

async function checkCounts(client: pg.Client, { tables }: BackupManifest): Promise<void> {
  const counts = await countRows(client, tables);
  const wrong = tables.find(({ name, rows }) => counts[name] !== rows);
  if (wrong !== undefined) throw new BackupFault('damaged', `tables/${wrong.name}`);
}

async function listFiles(client: pg.Client): Promise<FileEntry[]> {
  const { rows } = await client.query<{ commune: string; hash: string; size: string }>(
    'select commune, hash, size from file order by commune, hash',
  );
  return rows.map(({ commune, hash, size }) => ({ commune, hash, size: Number(size) }));
}

function toReport(
  { folder, manifest }: FoundBackup,
  copying: { readonly copied: number; readonly lost: readonly FileEntry[] },
): BackupReport {
  return { folder, at: manifest.at, rows: rowsOf(manifest), files: manifest.files.count, ...copying };
}

function rowsOf({ tables }: Pick<BackupManifest, 'tables'>): Record<string, number> {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectAsOwner(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  }
}
