import { createHash, randomUUID, type Hash } from 'node:crypto';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import { hashFile } from './file-hash.ts';
import { vaultDraftFolder, vaultIncomingFolder, vaultPath } from './vault-layout.ts';

/** A file that lies in the vault. `size` in bytes. */
export type VaultFile = { readonly path: string; readonly size: number };

/** Content-addressed files: written once under their SHA-256, never changed. */
export type Vault = {
  /** Starts a file of exactly `size` bytes; answers a handle for the calls below. */
  readonly begin: (size: number) => Promise<Result<{ readonly handle: string }, ErrorCode>>;
  readonly append: (handle: string, bytes: Uint8Array) => Promise<Result<null, ErrorCode>>;
  /** Ends a file: all bytes there, on disk, under its hash. A file that is there already is kept. */
  readonly finish: (handle: string) => Promise<Result<{ readonly hash: string; readonly size: number }, ErrorCode>>;
  readonly abort: (handle: string) => Promise<void>;
  /** Takes a whole file from the same disk into the vault, if its hash is `hash`; else removes it. */
  readonly adopt: (path: string, hash: string) => Promise<Result<null, ErrorCode>>;
  readonly find: (hash: string) => Promise<VaultFile | undefined>;
  /** Like `find`, after reading the whole file and comparing its hash (once for as long as the file does not change). */
  readonly findVerified: (hash: string) => Promise<VaultFile | undefined>;
  readonly listPresent: (hashes: readonly string[]) => Promise<readonly string[]>;
  readonly discard: (hash: string) => Promise<void>;
  /** Where a download of `hash` collects until it is whole. */
  readonly incomingPath: (hash: string) => string;
};

type Draft = {
  readonly file: FileHandle;
  readonly path: string;
  readonly size: number;
  readonly hash: Hash;
  written: number;
};

/** Opens the vault in a folder, and clears drafts an earlier run left. */
export async function openVault(folder: string): Promise<Vault> {
  const drafts = new Map<string, Draft>();
  const verified = new Map<string, string>();
  await rm(vaultDraftFolder(folder), { recursive: true, force: true });
  await mkdir(vaultDraftFolder(folder), { recursive: true, mode: 0o700 });
  await mkdir(vaultIncomingFolder(folder), { recursive: true, mode: 0o700 });

  async function abort(handle: string): Promise<void> {
    const draft = drafts.get(handle);
    drafts.delete(handle);
    await draft?.file.close();
    if (draft !== undefined) await rm(draft.path, { force: true });
  }

  async function put(path: string, hash: string): Promise<void> {
    const target = vaultPath(folder, hash);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target); // an equal file may be replaced by its equal
    await syncFolder(dirname(target));
    await syncFolder(folder);
  }

  async function find(hash: string): Promise<VaultFile | undefined> {
    const path = vaultPath(folder, hash);
    const found = await statIfThere(path);
    return found === undefined ? undefined : { path, size: found.size };
  }

  return {
    async begin(size) {
      const handle = randomUUID();
      const path = join(vaultDraftFolder(folder), handle);
      try {
        const file = await open(path, 'wx', 0o600);
        drafts.set(handle, { file, path, size, hash: createHash('sha256'), written: 0 });
        return ok({ handle });
      } catch (cause) {
        return err(diskFailure(cause, 'store-failed'));
      }
    },

    async append(handle, bytes) {
      const draft = drafts.get(handle);
      if (draft === undefined) return err('bad-input');
      const position = draft.written;
      if (position + bytes.length > draft.size) {
        await abort(handle);
        return err('file-too-large');
      }
      draft.written += bytes.length;
      draft.hash.update(bytes);
      try {
        await draft.file.writeFile(bytes);
        return ok(null);
      } catch (cause) {
        await abort(handle);
        return err(diskFailure(cause, 'store-failed'));
      }
    },

    async finish(handle) {
      const draft = drafts.get(handle);
      if (draft === undefined) return err('bad-input');
      if (draft.written !== draft.size) {
        await abort(handle);
        return err('file-truncated');
      }
      drafts.delete(handle);
      const hash = draft.hash.digest('hex');
      try {
        await draft.file.sync();
        await draft.file.close();
        await put(draft.path, hash);
        return ok({ hash, size: draft.size });
      } catch (cause) {
        await rm(draft.path, { force: true });
        return err(diskFailure(cause, 'store-failed'));
      }
    },

    abort,
    find,

    async adopt(path, hash) {
      if ((await hashFile(path)) !== hash) {
        await rm(path, { force: true });
        return err('file-hash-mismatch');
      }
      await put(path, hash);
      return ok(null);
    },

    async findVerified(hash) {
      const path = vaultPath(folder, hash);
      const found = await statIfThere(path);
      if (found === undefined) return undefined;
      const state = `${String(found.ino)}:${String(found.size)}:${String(found.mtimeMs)}`;
      if (verified.get(hash) !== state) {
        if ((await hashFile(path)) !== hash) return undefined;
        verified.set(hash, state);
      }
      return { path, size: found.size };
    },

    async listPresent(hashes) {
      const found = await Promise.all(hashes.map(async (hash) => ((await find(hash)) === undefined ? [] : [hash])));
      return found.flat();
    },

    async discard(hash) {
      verified.delete(hash);
      await rm(vaultPath(folder, hash), { force: true });
    },

    incomingPath: (hash) => join(vaultIncomingFolder(folder), hash),
  };
}

async function statIfThere(
  path: string,
): Promise<{ readonly size: number; readonly mtimeMs: number; readonly ino: number } | undefined> {
  try {
    return await stat(path);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}
