import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { KeySource } from '../keys/key-source.ts';
import type { OneAtATime } from '../transfers/one-at-a-time.ts';
import { openIfThere, rewrapFile } from './enciphered-file.ts';
import { sealPlainFile } from './seal-plain-file.ts';
import { listVaultHashes, vaultDraftFolder, vaultIncomingFolder, vaultPath } from './vault-layout.ts';
import type { VerifiedFiles } from './verified-files.ts';

/** Brings every file under the current key. */
export type VaultUpkeep = {
  readonly run: () => Promise<Result<null, ErrorCode>>;
  readonly progress: () => { readonly done: number; readonly total: number };
};

/** What the upkeep stands on. */
export type UpkeepParts = {
  readonly folder: string;
  readonly keys: KeySource;
  readonly files: VerifiedFiles;
  readonly put: (path: string, hash: string) => Promise<void>;
  readonly turns: OneAtATime;
};

/** Makes the upkeep. Each file is brought over by itself and durably, so that it goes on wherever it was ended. */
export function createVaultUpkeep({ folder, keys, files, put, turns }: UpkeepParts): VaultUpkeep {
  let progress = { done: 0, total: 0 };
  /** The key `progress` speaks of: it says nothing of any other. */
  let underKey: number | undefined;

  async function bringOver(path: string, hash: string): Promise<void> {
    const key = keys.current('vault');
    const opened = await openIfThere(path);
    await opened?.file.close();
    if (key === undefined || opened === undefined) return;
    if (opened.head.kind === 'enciphered') {
      await rewrapFile(path, keys, key);
      return;
    }
    if (opened.head.kind !== 'plain') return;
    const draft = join(vaultDraftFolder(folder), `seal-${hash}`);
    if (opened.bytes > 0 && (await sealPlainFile(path, draft, key)) === hash) await put(draft, hash);
    else {
      await rm(draft, { force: true });
      await files.verify(hash); // not what its name says: goes aside
    }
  }

  async function listAll(): Promise<
    readonly { readonly path: string; readonly hash: string; readonly comesIn: boolean }[]
  > {
    const incoming = vaultIncomingFolder(folder);
    const comingIn = (await readdir(incoming)).filter((name) => /^[0-9a-f]{64}$/.test(name));
    return [
      ...(await listVaultHashes(folder)).map((hash) => ({ path: vaultPath(folder, hash), hash, comesIn: false })),
      ...comingIn.map((hash) => ({ path: join(incoming, hash), hash, comesIn: true })),
    ];
  }

  return {
    async run() {
      try {
        const all = await listAll();
        underKey = keys.current('vault')?.id;
        progress = { done: 0, total: all.length };
        for (const { path, hash, comesIn } of all) {
          const key = keys.current('vault');
          if (key === undefined) return err('locked');
          if (key.id !== underKey) return await this.run(); // exchanged again meanwhile
          await turns(hash, () => (comesIn ? bringOverIncoming(path) : bringOver(path, hash)));
          progress = { done: progress.done + 1, total: all.length };
        }
        return ok(null);
      } catch (cause) {
        return err(keys.current('vault') === undefined ? 'locked' : diskFailure(cause, 'store-failed'));
      }
    },
    progress: () =>
      underKey !== undefined && underKey === keys.current('vault')?.id ? progress : { done: 0, total: 1 },
  };

  /** A half-fetched file of the first build is in clear: it is fetched anew. */
  async function bringOverIncoming(path: string): Promise<void> {
    const key = keys.current('vault');
    const opened = await openIfThere(path);
    await opened?.file.close();
    if (key === undefined || opened === undefined) return;
    if (opened.head.kind === 'plain') await rm(path, { force: true });
    else await rewrapFile(path, keys, key);
  }
}
