import { createHash, randomUUID, type Hash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { VaultReport } from '#shared/contract/disk-facts.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { openGate, type DiskGate } from '../disk/disk-gate.ts';
import type { SetAside } from '../disk/set-aside.ts';
import type { KeySource } from '../keys/key-source.ts';
import { createOneAtATime } from '../transfers/one-at-a-time.ts';
import {
  createEncipheringWriter,
  findPlainSize,
  hashPlain,
  openPlainReader,
  type EncipheringWriter,
  type ReadFailure,
} from './enciphered-file.ts';
import { appendIncoming, dropIncoming, incomingOffset, openIncoming } from './incoming-file.ts';
import { listVaultHashes, vaultDraftFolder, vaultIncomingFolder, vaultPath, vaultReportPath } from './vault-layout.ts';
import { openVaultChecker } from './vault-checker.ts';
import type { VaultFile } from './vault-file.ts';
import { createVaultUpkeep } from './vault-upkeep.ts';
import { createVerifiedFiles } from './verified-files.ts';

/** Content-addressed files, enciphered: written once under the SHA-256 of their plain bytes, never changed. */
export type Vault = {
  /** Starts a file of exactly `size` bytes; answers a handle for the calls below. */
  readonly begin: (size: number) => Promise<Result<{ readonly handle: string }, ErrorCode>>;
  readonly append: (handle: string, bytes: Uint8Array) => Promise<Result<null, ErrorCode>>;
  /** Ends a file: all bytes there, on disk, under its hash. A file that is there already is replaced by its equal. */
  readonly finish: (handle: string) => Promise<Result<{ readonly hash: string; readonly size: number }, ErrorCode>>;
  readonly abort: (handle: string) => Promise<void>;
  /** Needs no key, and says nothing of the bytes. */
  readonly find: (hash: string) => Promise<VaultFile | undefined>;
  /** Like `find`, after the whole file was deciphered and its hash compared (once for as long as it does not change). One that is damaged goes aside. */
  readonly findVerified: (hash: string) => Promise<Result<VaultFile, ReadFailure>>;
  /** Plain bytes from `start` on, fewer at the end. */
  readonly read: (hash: string, start: number, length: number) => Promise<Result<Uint8Array, ReadFailure>>;
  /** Plain bytes from `start` to `end`, both included, piece by piece. Throws when the file turns out damaged or the PC is locked on the way. */
  readonly stream: (hash: string, start: number, end: number) => AsyncIterable<Uint8Array>;
  readonly listPresent: (hashes: readonly string[]) => Promise<readonly string[]>;
  readonly discard: (hash: string) => Promise<void>;
  /** How many bytes of a file that comes in are here. */
  readonly findIncomingOffset: (hash: string, size: number) => Promise<Result<number, ErrorCode>>;
  /** Adds bytes to a file that comes in. With the last it is verified and taken in; the new offset. */
  readonly appendIncoming: (hash: string, size: number, bytes: Uint8Array) => Promise<Result<number, ErrorCode>>;
  /** Looks over all files in the background. */
  readonly check: (known: readonly string[] | null) => void;
  readonly report: () => VaultReport;
  /** Enciphers what the first build left in clear, and wraps the keys of files anew that are not under the current key. Ends early when locked. */
  readonly reencipher: () => Promise<Result<null, ErrorCode>>;
  readonly rotation: () => { readonly done: number; readonly total: number };
  /** The files as they lie here, enciphered. `size`: on disk. */
  readonly listFiles: () => Promise<readonly { readonly hash: string; readonly path: string; readonly size: number }[]>;
  /** Whether a copy lying anywhere deciphers to the bytes its name says. */
  readonly verifyCopy: (path: string, hash: string) => Promise<boolean>;
  /** Takes an enciphered copy in (of a backup), if nothing is under its name. */
  readonly adoptEnciphered: (path: string, hash: string) => Promise<Result<null, ErrorCode>>;
  /** Ends background work. */
  readonly close: () => Promise<void>;
};

/** What the vault stands on. `report`: told of what fails in the background. */
export type VaultParts = {
  readonly folder: string;
  readonly setAside: SetAside;
  readonly keys: KeySource;
  readonly disk?: DiskGate;
  readonly now?: () => number;
  readonly report?: (cause: unknown) => void;
  /** Told of the outcome of a look over all files. */
  readonly onChecked?: (report: VaultReport) => void;
};

type Draft = {
  readonly writer: EncipheringWriter;
  readonly path: string;
  readonly size: number;
  readonly hash: Hash;
  written: number;
};

/** Opens the vault in a folder, and clears drafts an earlier run left. */
export async function openVault(parts: VaultParts): Promise<Vault> {
  const { folder, keys, disk = openGate, now = Date.now, report = () => undefined } = parts;
  const drafts = new Map<string, Draft>();
  const turns = createOneAtATime();
  await rm(vaultDraftFolder(folder), { recursive: true, force: true });
  await mkdir(vaultDraftFolder(folder), { recursive: true, mode: 0o700 });
  await mkdir(vaultIncomingFolder(folder), { recursive: true, mode: 0o700 });
  const files = createVerifiedFiles(folder, parts.setAside, keys);
  const upkeep = createVaultUpkeep({ folder, keys, files, put, turns });
  const checker = await openVaultChecker(
    {
      list: () => listVaultHashes(folder),
      isPresent: async (hash) => (await find(hash)) !== undefined,
      verify: files.check,
    },
    vaultReportPath(folder),
    now,
    report,
    parts.onChecked,
  );

  async function abort(handle: string): Promise<void> {
    const draft = drafts.get(handle);
    drafts.delete(handle);
    await draft?.writer.close();
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
    const size = await findPlainSize(vaultPath(folder, hash));
    return size === undefined ? undefined : { hash, size };
  }

  async function whyNot(): Promise<ErrorCode | undefined> {
    return keys.current('vault') === undefined ? 'locked' : disk.refusal();
  }

  return {
    async begin(size) {
      const refusal = await whyNot();
      const key = keys.current('vault');
      if (refusal !== undefined || key === undefined) return err(refusal ?? 'locked');
      const handle = randomUUID();
      const path = join(vaultDraftFolder(folder), handle);
      try {
        const writer = await createEncipheringWriter(path, size, key);
        drafts.set(handle, { writer, path, size, hash: createHash('sha256'), written: 0 });
        return ok({ handle });
      } catch (cause) {
        await rm(path, { force: true }).catch(() => undefined);
        return err(diskFailure(cause, 'store-failed'));
      }
    },

    append: (handle, bytes) =>
      turns(handle, async () => {
        const draft = drafts.get(handle);
        if (draft === undefined) return err('bad-input');
        if (draft.written + bytes.length > draft.size) {
          await abort(handle);
          return err('file-too-large');
        }
        draft.written += bytes.length;
        draft.hash.update(bytes);
        try {
          await draft.writer.append(bytes);
          return ok(null);
        } catch (cause) {
          await abort(handle).catch(report);
          return err(diskFailure(cause, 'store-failed'));
        }
      }),

    finish: (handle) =>
      turns(handle, async () => {
        const draft = drafts.get(handle);
        if (draft === undefined) return err('bad-input');
        const key = keys.current('vault');
        if (draft.written !== draft.size || key === undefined) {
          await abort(handle);
          return err(key === undefined ? 'locked' : 'file-truncated');
        }
        drafts.delete(handle);
        const hash = draft.hash.digest('hex');
        try {
          await draft.writer.finish(key);
          await turns(hash, () => put(draft.path, hash));
          return ok({ hash, size: draft.size });
        } catch (cause) {
          await draft.writer.close().catch(report);
          await rm(draft.path, { force: true });
          return err(diskFailure(cause, 'store-failed'));
        }
      }),

    abort,
    find,
    findVerified: (hash) => files.verify(hash),

    async read(hash, start, length) {
      const opened = await openPlainReader(vaultPath(folder, hash), keys);
      if (!opened.ok) return opened;
      try {
        const bytes = await opened.value.read(start, length);
        return bytes === undefined ? err('vault-damaged') : ok(bytes);
      } finally {
        await opened.value.close();
      }
    },

    stream: (hash, start, end) => streamFile(vaultPath(folder, hash), keys, start, end),

    async listPresent(hashes) {
      const found = await Promise.all(hashes.map(async (hash) => ((await find(hash)) === undefined ? [] : [hash])));
      return found.flat();
    },

    discard: (hash) => turns(hash, () => rm(vaultPath(folder, hash), { force: true })),

    findIncomingOffset: (hash, size) =>
      turns(hash, async () => {
        const key = keys.current('vault');
        if (key === undefined) return err('locked');
        try {
          return ok(incomingOffset(await openIncoming(incomingPath(hash), size, keys, key)));
        } catch (cause) {
          return err(diskFailure(cause, 'store-failed'));
        }
      }),

    appendIncoming: (hash, size, bytes) =>
      turns(hash, async () => {
        const refusal = await whyNot();
        const key = keys.current('vault');
        if (refusal !== undefined || key === undefined) return err(refusal ?? 'locked');
        const path = incomingPath(hash);
        try {
          const before = await openIncoming(path, size, keys, key);
          const offset = incomingOffset(await appendIncoming(path, before, bytes));
          if (offset < size) return ok(offset);
          const taken = await takeIn(path, hash);
          return taken.ok ? ok(offset) : taken;
        } catch (cause) {
          return err(diskFailure(cause, 'store-failed'));
        }
      }),

    check: checker.check,
    report: checker.report,
    reencipher: upkeep.run,
    rotation: upkeep.progress,

    listFiles: files.list,

    async verifyCopy(path, hash) {
      const opened = await openPlainReader(path, keys);
      if (!opened.ok) return false;
      try {
        return (await hashPlain(opened.value)) === hash;
      } finally {
        await opened.value.close();
      }
    },

    adoptEnciphered: (path, hash) => turns(hash, () => files.adoptCopy(path, hash, put)),

    async close() {
      for (const handle of [...drafts.keys()]) await abort(handle);
      await checker.settled();
    },
  };

  function incomingPath(hash: string): string {
    return join(vaultIncomingFolder(folder), hash);
  }

  async function takeIn(path: string, hash: string): Promise<Result<null, ErrorCode>> {
    const opened = await openPlainReader(path, keys);
    const actual = opened.ok ? await hashPlain(opened.value) : undefined;
    if (opened.ok) await opened.value.close();
    if (actual !== hash) {
      await dropIncoming(path);
      return err('file-hash-mismatch');
    }
    await put(path, hash);
    return ok(null);
  }
}

async function* streamFile(path: string, keys: KeySource, start: number, end: number): AsyncGenerator<Uint8Array> {
  const opened = await openPlainReader(path, keys);
  if (!opened.ok) throw new Error(opened.error);
  const PIECE = 256 * 1024;
  try {
    for (let at = start; at <= end; at += PIECE) {
      if (keys.current('vault') === undefined) throw new Error('locked');
      const bytes = await opened.value.read(at, Math.min(PIECE, end - at + 1));
      if (bytes === undefined) throw new Error('vault-damaged');
      yield bytes;
    }
  } finally {
    await opened.value.close();
  }
}
