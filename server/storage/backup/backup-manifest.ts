import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { migrationNames } from '../migrate.ts';
import { BackupFault } from './backup-fault.ts';

const FORMAT = 'ho-so-xa-province-backup';
const VERSION = 1;

/** Name of a backup's list of contents: JSON in one line, and the SHA-256 of that line in a second. */
export const MANIFEST_NAME = 'manifest.json';

const tableSchema = z.object({
  name: z.string().regex(/^[a-z_]{1,40}$/),
  columns: z.array(z.string().regex(/^[a-z_]{1,40}$/)).min(1),
  rows: z.int().min(0),
  /** Bytes and SHA-256 (hex) of the packed part `tables/<name>.copy.gz`. */
  bytes: z.int().min(0),
  sha256: z.string().length(64),
});

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  /** Server milliseconds of the moment the backup shows. */
  at: z.int(),
  provinceKey: z.string(),
  /** Name of the last migration of the database it was made from. */
  level: z.string(),
  tables: z.array(tableSchema),
  /** Files of the province at that moment; they lie beside the backups, by their hashes, once for all of them. */
  files: z.object({ count: z.int(), bytes: z.int() }),
});

/** A table in a backup. */
export type TablePart = z.infer<typeof tableSchema>;

/** What a backup holds. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** A backup found: its folder, and the folder of files it shares with the others. */
export type FoundBackup = { readonly folder: string; readonly files: string; readonly manifest: BackupManifest };

/** Path of a table's part in a backup. */
export function partPath(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy.gz`);
}

/** Folder of files beside the backups of `root`. */
export function filesOfBackups(root: string): string {
  return join(root, 'files');
}

/** Writes the list of contents; the last file of a backup. */
export async function writeManifest(
  folder: string,
  content: Omit<BackupManifest, 'format' | 'version'>,
): Promise<string> {
  const line = JSON.stringify({ format: FORMAT, version: VERSION, ...content });
  const path = join(folder, MANIFEST_NAME);
  await writeFile(path, `${line}\n${hashOf(line)}\n`, { mode: 0o600 });
  return path;
}

/** The backup in this folder, or the newest one of a folder of backups. Throws `BackupFault`. */
export async function findBackup(path: string): Promise<FoundBackup> {
  const names = await readdir(path).catch(() => {
    throw new BackupFault('missing', path);
  });
  if (names.includes(MANIFEST_NAME)) return readBackup(path);
  const newest = names
    .filter((name) => /^\d{8}-\d{6}/.test(name))
    .sort()
    .at(-1);
  if (newest === undefined) throw new BackupFault(names.length === 0 ? 'missing' : 'foreign', path);
  return readBackup(join(path, newest));
}

async function readBackup(folder: string): Promise<FoundBackup> {
  const text = await readFile(join(folder, MANIFEST_NAME), 'utf8').catch(() => {
    throw new BackupFault('foreign', folder);
  });
  const [line = '', hash] = text.split('\n');
  if (!line.startsWith(`{"format":"${FORMAT}"`))
    throw new BackupFault(line.includes('hoso') || line.includes('ho-so') ? 'damaged' : 'foreign', MANIFEST_NAME);
  if (hash !== hashOf(line)) throw new BackupFault('damaged', MANIFEST_NAME);
  const manifest = parseManifest(line);
  return { folder, files: filesOfBackups(dirname(folder)), manifest };
}

/** The line is as it was written: what does not fit the schema was written by a newer server. */
function parseManifest(line: string): BackupManifest {
  const json: unknown = JSON.parse(line);
  const { version } = z.object({ version: z.int() }).parse(json);
  if (version > VERSION) throw new BackupFault('newer', String(version));
  const manifest = manifestSchema.parse(json);
  if (!migrationNames.includes(manifest.level)) throw new BackupFault('newer', manifest.level);
  return manifest;
}

function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
