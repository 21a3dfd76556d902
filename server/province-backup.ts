import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAlone, openDatabase } from './open-database.ts';
import { openFilePlaces, type FileSettings } from './open-file-places.ts';
import {
  createBackup,
  inspectBackup,
  rehearseBackup,
  restoreBackup,
  type BackupReport,
} from './services/backup-service.ts';
import { openAsOwner } from './storage/database.ts';
import { startEmbeddedPostgres } from './storage/embedded-postgres.ts';
import { migrate } from './storage/migrate.ts';

/** Which province, and which folder of backups (or one backup in it, for restoring). */
export type BackupOrder = FileSettings & {
  readonly databaseUrl?: string | undefined;
  readonly folder: string;
  readonly now?: () => number;
};

/** Makes a backup, beside a running server or without one. */
export async function backupProvince(order: BackupOrder): Promise<BackupReport> {
  const { dataDir, databaseUrl, folder, now = Date.now } = order;
  const places = await openFilePlaces(order);
  const { url, close } = await openDatabase(dataDir, databaseUrl);
  try {
    await migrateAt(url);
    return await createBackup({ url, files: places.files }, folder, now);
  } finally {
    await close();
    places.close();
  }
}

/** Opens a backup (the newest one of a folder of backups) in a PostgreSQL of its own, reads every byte and counts. Throws `BackupFault`. */
export async function verifyBackup(folder: string): Promise<BackupReport> {
  const found = await inspectBackup(folder);
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-rehearsal-'));
  try {
    const postgres = await startEmbeddedPostgres(dataDir);
    try {
      await migrateAt(postgres.url);
      return await rehearseBackup(found, postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Restores a backup; no server may run. A province that is there is replaced only when told so, and set aside under `kept-aside`. Throws `BackupFault`. */
export async function restoreProvince(
  order: BackupOrder & { readonly replace?: boolean },
): Promise<BackupReport & { readonly aside: string | undefined }> {
  const { dataDir, databaseUrl, folder, replace = false, now = Date.now } = order;
  const found = await inspectBackup(folder);
  const places = await openFilePlaces(order);
  const { url, close } = await openAlone(dataDir, databaseUrl);
  try {
    await migrateAt(url);
    const home = { url, files: places.files };
    return await restoreBackup(home, found, { replace, asideRoot: join(dataDir, 'kept-aside'), now });
  } finally {
    await close();
    places.close();
  }
}

async function migrateAt(url: string): Promise<void> {
  const owner = openAsOwner(url);
  try {
    await migrate(owner);
  } finally {
    await owner.destroy();
  }
}
