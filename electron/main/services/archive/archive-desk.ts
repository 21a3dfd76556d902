import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ArchivePackage } from '#shared/domain/dossier/archive-package.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import type { ArchiveProgress, PackageForm, WrittenPackage } from '#shared/contract/archive.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { Vault } from '../vault/vault.ts';
import { layOutPackage } from './lay-out-package.ts';
import { BadReadBack, writePackage } from './write-package.ts';

/** Checks a package somewhere else: what came from outside is not read in the main process. */
export type CheckElsewhere = (
  path: string,
  options: {
    readonly statedHash?: string;
    readonly tell: (done: number, total: number) => void;
    readonly signal: AbortSignal;
  },
) => Promise<PackageReport>;

/** What the desk stands on. `ask…`: the system's dialogues; undefined when the person thinks better of it. */
export type ArchiveParts = {
  readonly vault: Pick<Vault, 'findVerified' | 'stream'>;
  readonly check: CheckElsewhere;
  readonly askFolder: (purpose: 'write' | 'check') => Promise<string | undefined>;
  readonly askFile: () => Promise<string | undefined>;
  readonly now: () => number;
  readonly version: string;
  readonly note: (kind: 'package-made' | 'package-checked', dossierId: string, detail: string) => void;
};

/** Hand-over packages of this PC: made, and checked. One thing at a time. */
export type ArchiveDesk = {
  /** Null when the person cancelled. */
  readonly write: (
    dossierId: string,
    order: ArchivePackage,
    form: PackageForm,
  ) => Promise<Result<WrittenPackage | null, ErrorCode>>;
  readonly check: (form: PackageForm, statedHash: string | null) => Promise<Result<PackageReport | null, ErrorCode>>;
  readonly progress: () => ArchiveProgress;
  readonly cancel: () => void;
};

const idle: ArchiveProgress = { stage: 'idle', done: 0, total: 0 };

/** Opens the desk. */
export function createArchiveDesk(parts: ArchiveParts): ArchiveDesk {
  let progress = idle;
  let running: AbortController | undefined;

  async function alone<T>(
    otherwise: ErrorCode,
    run: (signal: AbortSignal) => Promise<Result<T | null, ErrorCode>>,
  ): Promise<Result<T | null, ErrorCode>> {
    if (running !== undefined) return err('not-allowed');
    const controller = new AbortController();
    running = controller;
    try {
      return await run(controller.signal);
    } catch (cause) {
      return controller.signal.aborted ? ok(null) : err(nameFailure(cause, otherwise));
    } finally {
      running = undefined;
      progress = idle;
    }
  }

  function runCheck(path: string, statedHash: string | undefined, signal: AbortSignal): Promise<PackageReport> {
    return parts.check(path, {
      ...(statedHash === undefined ? {} : { statedHash }),
      signal,
      tell: (done, total) => {
        progress = { stage: 'checking', done, total };
      },
    });
  }

  return {
    progress: () => progress,
    cancel: () => {
      running?.abort();
    },

    write: (dossierId, order, form) =>
      alone('store-failed', async (signal) => {
        const folder = await parts.askFolder('write');
        if (folder === undefined) return ok(null);
        const sizes = await measure(order, parts.vault, signal, (done, total) => {
          progress = { stage: 'preparing', done, total };
        });
        if (!sizes.ok) return sizes;
        const stamp = { createdAt: new Date(parts.now()).toISOString(), version: parts.version };
        const plan = layOutPackage(order, sizes.value, stamp);
        let done = 0;
        const name = await writePackage(folder, order.code, form, plan, {
          openFile: ({ sha256, size }) => parts.vault.stream(sha256, 0, size - 1),
          check: (path, hash) => runCheck(path, hash, signal),
          tell: (more) => {
            done += more;
            progress = { stage: 'writing', done, total: plan.bytes };
          },
          signal,
        });
        parts.note('package-made', dossierId, plan.hash);
        return ok({ name, packageHash: plan.hash, files: plan.files.length, bytes: plan.bytes });
      }),

    check: (form, statedHash) =>
      alone('package-damaged', async (signal) => {
        const path = form === 'zip' ? await parts.askFile() : await parts.askFolder('check');
        if (path === undefined) return ok(null);
        const report = await runCheck(path, statedHash ?? undefined, signal);
        parts.note('package-checked', '', report.packageHash);
        return ok(report);
      }),
  };
}

/** Sizes of the vault's files by hash, after each was read to its end and found sound. */
async function measure(
  { documents }: ArchivePackage,
  vault: ArchiveParts['vault'],
  signal: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<Result<ReadonlyMap<string, number>, ErrorCode>> {
  const hashes = [...new Set(documents.flatMap(({ files }) => files.map(({ hash }) => hash)))];
  const sizes = new Map<string, number>();
  for (const hash of hashes) {
    signal.throwIfAborted();
    const found = await vault.findVerified(hash);
    if (!found.ok) return found;
    sizes.set(hash, found.value.size);
    tell(sizes.size, hashes.length);
  }
  return ok(sizes);
}

function nameFailure(cause: unknown, otherwise: ErrorCode): ErrorCode {
  if (cause instanceof BadReadBack) return 'package-damaged';
  if (cause instanceof Error && cause.message === 'locked') return 'locked';
  if (cause instanceof Error && cause.message === 'vault-damaged') return 'vault-damaged';
  return diskFailure(cause, otherwise);
}
