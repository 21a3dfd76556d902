import { copyFile, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import type { SetAside } from '../disk/set-aside.ts';
import type { KeySource } from '../keys/key-source.ts';
import { findPlainSize, hashPlain, openIfThere, openPlainReader, type ReadFailure } from './enciphered-file.ts';
import { sealPlainFile } from './seal-plain-file.ts';
import { listVaultHashes, vaultDraftFolder, vaultPath } from './vault-layout.ts';
import type { VaultFile } from './vault-file.ts';

/** Files of the vault and whether they are what their names say. */
export type VerifiedFiles = {
  /** Deciphers and hashes a file, once for as long as it does not change on disk. One that is not what it was goes aside. */
  readonly verify: (hash: string) => Promise<Result<VaultFile, ReadFailure>>;
  /** The same, whatever was found before. Undefined: the PC is locked, or the file is gone. */
  readonly check: (hash: string) => Promise<'sound' | 'changed' | undefined>;
  readonly list: () => Promise<readonly { readonly hash: string; readonly path: string; readonly size: number }[]>;
  /** Takes a copy from elsewhere in, unless a file is there. */
  readonly adoptCopy: (
    path: string,
    hash: string,
    put: (path: string, hash: string) => Promise<void>,
  ) => Promise<Result<null, ErrorCode>>;
};

/** Makes the service on the vault's folder. */
export function createVerifiedFiles(folder: string, setAside: SetAside, keys: KeySource): VerifiedFiles {
  const verified = new Map<string, string>();

  async function judge(hash: string): Promise<Result<VaultFile, ReadFailure>> {
    const path = vaultPath(folder, hash);
    const opened = await openPlainReader(path, keys);
    if (!opened.ok) return opened.error === 'vault-damaged' ? quarantine(path, hash) : opened;
    const { size } = opened.value;
    const actual = await hashPlain(opened.value);
    await opened.value.close();
    if (actual === hash) return ok({ hash, size });
    return keys.current('vault') === undefined ? err('locked') : quarantine(path, hash);
  }

  /** Removes a damaged file from its name, so that it is fetched again, and keeps it aside; one in clear is enciphered on the way. */
  async function quarantine(path: string, hash: string): Promise<Result<VaultFile, ReadFailure>> {
    const opened = await openIfThere(path);
    await opened?.file.close();
    if (opened === undefined) return err('file-missing');
    if (opened.head.kind === 'newer' || !canBeOpened(opened.head, keys)) return err('vault-damaged'); // another build's, or a key that may come back: left as it is
    if (opened.head.kind !== 'plain') await setAside.move(path, `vault-${hash}`);
    else {
      const key = keys.current('vault');
      if (key === undefined) return err('locked');
      const sealed = join(vaultDraftFolder(folder), `aside-${hash}`);
      await sealPlainFile(path, sealed, key);
      await setAside.move(sealed, `vault-${hash}`);
      await rm(path);
    }
    verified.delete(hash);
    return err('vault-damaged');
  }

  return {
    async verify(hash) {
      if (keys.current('vault') === undefined) return err('locked');
      const state = await stateOf(vaultPath(folder, hash));
      if (state === undefined) return err('file-missing');
      if (verified.get(hash) !== state) {
        const judged = await judge(hash);
        if (judged.ok) verified.set(hash, state);
        return judged;
      }
      const size = await findPlainSize(vaultPath(folder, hash));
      return size === undefined ? err('file-missing') : ok({ hash, size });
    },
    async check(hash) {
      if (keys.current('vault') === undefined) return undefined;
      const judged = await judge(hash);
      if (judged.ok) return 'sound';
      return judged.error === 'vault-damaged' ? 'changed' : undefined;
    },
    async list() {
      const hashes = await listVaultHashes(folder);
      const paths = hashes.map((hash) => ({ hash, path: vaultPath(folder, hash) }));
      const sizes = await Promise.all(paths.map(({ path }) => stat(path).catch(() => undefined)));
      return paths.flatMap((each, i) => {
        const found = sizes[i];
        return found === undefined ? [] : [{ ...each, size: found.size }];
      });
    },
    async adoptCopy(path, hash, put) {
      if ((await findPlainSize(vaultPath(folder, hash))) !== undefined) return ok(null);
      const draft = join(vaultDraftFolder(folder), `copy-${hash}`);
      try {
        await copyFile(path, draft);
        const file = await open(draft, 'r+');
        await file.sync();
        await file.close();
        await put(draft, hash);
        return ok(null);
      } catch (cause) {
        await rm(draft, { force: true });
        return err(diskFailure(cause, systemCode(cause) === 'ENOENT' ? 'file-missing' : 'store-failed'));
      }
    },
  };
}

function canBeOpened(head: NonNullable<Awaited<ReturnType<typeof openIfThere>>>['head'], keys: KeySource): boolean {
  if (head.kind !== 'enciphered') return true;
  return head.slots.some((slot) => slot !== undefined && keys.find('vault', slot.keyId) !== undefined);
}

async function stateOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${String(ino)}:${String(size)}:${String(mtimeMs)}`;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}
