import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import type { DiskLevel } from '#shared/contract/disk-facts.ts';
import type { DiskGate } from './disk-gate.ts';

/** Limits in bytes: below `low` no more files are fetched, below `readOnly` nothing is taken; `ballast` is given up when the disk is full, so that what began can end. */
export type DiskLimits = { readonly low: number; readonly readOnly: number; readonly ballast: number };

/** Free bytes, and what they mean. */
export type DiskFacts = { readonly freeBytes: number; readonly level: DiskLevel };

/** Watches the room on the profile's disk. */
export type DiskGuard = {
  readonly gate: DiskGate;
  /** Asks the disk now. */
  readonly look: () => Promise<DiskFacts>;
  /** Looks every few seconds from now on. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** What the guard stands on. `tell`: the level changed. `measure` gives free bytes; it comes in so that tests can have any disk. */
export type DiskGuardParts = {
  readonly folder: string;
  readonly ballastPath: string;
  readonly limits: DiskLimits;
  readonly tell: (facts: DiskFacts) => void;
  readonly measure?: (folder: string) => Promise<number>;
  readonly everyMs?: number;
};

const MIB = 1024 * 1024;
/** Leaving a level takes this much more room than entering it, so that it does not flicker. */
const EASE = 1.1;
/** An answer younger than this is as good as asking anew, while there is plenty. */
const FRESH_MS = 5000;

/** The usual limits, or those of the environment where the build is open to tests. */
export function diskLimits(env: Readonly<Record<string, string | undefined>>, openToTests: boolean): DiskLimits {
  const given = (name: string, usual: number): number => {
    const text = openToTests ? env[name] : undefined;
    return MIB * (text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : usual);
  };
  return {
    low: given('HOSOXA_DISK_LOW_MB', 2048),
    readOnly: given('HOSOXA_DISK_READ_ONLY_MB', 500),
    ballast: given('HOSOXA_BALLAST_MB', 64),
  };
}

/** Makes the guard. It begins with the level it finds at the first look. */
export function createDiskGuard({
  folder,
  ballastPath,
  limits,
  tell,
  measure = measureFree,
  everyMs = 3000,
}: DiskGuardParts): DiskGuard {
  let level: DiskLevel = 'ample';
  let lookedAt = -Infinity;
  let wasFull = false;
  let timer: NodeJS.Timeout | undefined;
  let ballasting: Promise<void> | undefined;

  function judge(freeBytes: number): DiskLevel {
    const ease = (wanted: DiskLevel): number => (level === wanted ? EASE : 1);
    if (wasFull && freeBytes >= limits.ballast * 1.5 + 2 * MIB) wasFull = false;
    if (wasFull || freeBytes < limits.readOnly * ease('read-only')) return 'read-only';
    return freeBytes < limits.low * ease('low') ? 'low' : 'ample';
  }

  async function look(): Promise<DiskFacts> {
    const freeBytes = await measure(folder);
    const next = judge(freeBytes);
    lookedAt = performance.now();
    if (next !== level) {
      level = next;
      tell({ freeBytes, level });
    }
    if (freeBytes < limits.readOnly / 10) await giveUpBallast();
    else if (level !== 'read-only' && freeBytes > limits.readOnly * EASE + limits.ballast * 2 + MIB)
      ballasting ??= makeBallast().finally(() => (ballasting = undefined));
    return { freeBytes, level };
  }

  async function makeBallast(): Promise<void> {
    if (limits.ballast === 0 || (await sizeOf(ballastPath)) >= limits.ballast) return;
    const next = `${ballastPath}.next`;
    try {
      const file = await open(next, 'w', 0o600);
      try {
        const block = randomBytes(MIB); // not zeros: a disk that compresses would give nothing back for them
        for (let written = 0; written < limits.ballast; written += block.length) await file.writeFile(block);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(next, ballastPath);
    } catch {
      await rm(next, { force: true }).catch(() => undefined); // no room after all: tried again when there is
    }
  }

  async function giveUpBallast(): Promise<boolean> {
    await ballasting;
    const hadSome = (await sizeOf(ballastPath)) > 0;
    await rm(ballastPath, { force: true }).catch(() => undefined);
    return hadSome;
  }

  const lookQuietly = (): void => void look().catch(() => undefined); // a disk that cannot be asked says so when it is written to

  return {
    gate: {
      async refusal() {
        const isFresh = level === 'ample' && performance.now() - lookedAt < FRESH_MS;
        if (!isFresh) await look().catch(() => undefined);
        return level === 'read-only' ? 'disk-read-only' : undefined;
      },
      async makeRoom() {
        wasFull = true;
        const hadSome = await giveUpBallast();
        await look().catch(() => undefined);
        return hadSome;
      },
    },
    look,
    start() {
      lookQuietly();
      timer ??= setInterval(lookQuietly, everyMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

async function measureFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
