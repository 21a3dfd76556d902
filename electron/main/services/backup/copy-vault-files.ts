import { copyFile, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../disk/atomic-file.ts';
import { systemCode } from '../disk/disk-failure.ts';
import { backupFilePath } from './backup-layout.ts';
import type { BackupVault } from './backup-parts.ts';
import type { BackedUpFile } from './file-list.ts';
import { parseVaultHead, VAULT_HEADER_BYTES } from '../vault/vault-format.ts';
import { copyPart, describePart } from './copy-part.ts';

/** Files that lie beside the backups now. `skipped`: there was no room for them. */
export type CopiedFiles = {
  readonly files: readonly BackedUpFile[];
  readonly bytes: number;
  readonly skipped: number;
};

const FILE_NAME = /^[0-9a-f]{64}-[0-9a-f]{32}$/;

/** Room left on the stick for the backup itself. */
const SPARE_BYTES = 32 * 1024 * 1024;

/**
 * Copies vault files that are not beside the backups yet, as they are: enciphered. A file that vanishes meanwhile is left out, and so is
 * one that is not enciphered yet (of the first build): the next backup has it.
 */
export async function copyVaultFiles(vault: BackupVault, deviceFolder: string): Promise<CopiedFiles> {
  const files: BackedUpFile[] = [];
  let bytes = 0;
  let skipped = 0;
  for (const { hash, path, size } of await vault.listFiles()) {
    const front = await readFront(path);
    const fileId = front === undefined ? undefined : findFileId(front);
    if (front === undefined || fileId === undefined) continue;
    const file: BackedUpFile = { hash, size, fileId, front: front.toString('base64') };
    const target = backupFilePath(deviceFolder, file);
    if ((await stat(target).catch(() => undefined))?.size !== size) {
      if ((await freeBytes(deviceFolder)) < size + SPARE_BYTES) {
        skipped += 1;
        continue;
      }
      if (!(await copyWhole(path, target, size))) continue;
    }
    files.push(file);
    bytes += size;
  }
  return { files, bytes, skipped };
}

/** Copies a backed-up file to a place on this PC, with the front it had at the time of the backup. */
export async function takeBackedUpFile(deviceFolder: string, file: BackedUpFile, to: string): Promise<void> {
  const path = backupFilePath(deviceFolder, file);
  const facts = await stat(path);
  if (!facts.isFile() || facts.size !== file.size) throw Object.assign(new Error('another file'), { code: 'ENOENT' });
  await copyFile(path, to);
  const copy = await open(to, 'r+');
  try {
    await copy.write(Buffer.from(file.front, 'base64'), 0, undefined, 0);
    await copy.sync();
  } finally {
    await copy.close();
  }
}

/** Removes files no backup of the folder names any more. `named`: by `backupFileName`. */
export async function dropUnnamedFiles(deviceFolder: string, named: ReadonlySet<string>): Promise<void> {
  for (const shelf of await readdir(join(deviceFolder, 'files')).catch(() => [])) {
    for (const name of await readdir(join(deviceFolder, 'files', shelf)).catch(() => []))
      if (FILE_NAME.test(name) && !named.has(name)) await rm(join(deviceFolder, 'files', shelf, name));
  }
}

/** Free bytes where a folder lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function copyWhole(path: string, target: string, size: number): Promise<boolean> {
  const next = `${target}.next`;
  await rm(next, { force: true });
  try {
    const part = await copyPart(path, next, size, 'file');
    const there = await describePart(next, 'file');
    if (part.size !== size || there?.sha256 !== part.sha256)
      throw Object.assign(new Error('not as written'), { code: 'EIO' });
    await rename(next, target);
    await syncFolder(dirname(target));
    return true;
  } catch (cause) {
    await rm(next, { force: true }).catch(() => undefined);
    if (systemCode(cause) === 'ENOENT' && !(await exists(path))) return false; // discarded meanwhile
    throw cause;
  }
}

function findFileId(front: Buffer): string | undefined {
  const head = parseVaultHead(front);
  const slot = head.kind === 'enciphered' ? (head.slots[0] ?? head.slots[1]) : undefined;
  return slot === undefined ? undefined : Buffer.from(slot.fileId).toString('hex');
}

async function readFront(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(VAULT_HEADER_BYTES), 0, VAULT_HEADER_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined; // as good as not there
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
