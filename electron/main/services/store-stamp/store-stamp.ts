import { access, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { StoreFacts } from '#shared/contract/disk-facts.ts';
import { writeFileAtomically } from '../disk/atomic-file.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import type { SetAside } from '../disk/set-aside.ts';
import { findStamp, type BuildFacts, type Stamp } from './stamp-file.ts';

/** What main knows of the page's store without opening it. */
export type StoreStamp = {
  readonly facts: () => StoreFacts;
  /** The page has a store open. */
  readonly noteOpened: (storeId: string, records: number) => Promise<Result<null, ErrorCode>>;
  /** The store is to be set aside before the next window opens. */
  readonly setAsideNext: () => Promise<Result<null, ErrorCode>>;
};

/** What the stamp stands on: the profile, where set-aside things go, this program. `report`: told of what failed but does not matter. */
export type StampParts = {
  readonly root: string;
  readonly path: string;
  readonly setAsideFolder: string;
  readonly setAside: SetAside;
  readonly mine: BuildFacts;
  readonly now: () => number;
  readonly report: (place: string, cause?: unknown) => void;
};

/** The profile belongs to a newer build; nothing was touched. */
export class NewerProfileError extends Error {
  override readonly name = 'NewerProfileError';
}

const KEPT_STORE = /^store-\d+$/;
const KEPT_COPY = /^store-before-electron-\d+$/;

/**
 * Looks at the page's store before any window opens: sets it aside if that was asked for, keeps a copy before a new Electron first touches it,
 * and notes when it is gone although there was one.
 */
export async function openStoreStamp(parts: StampParts): Promise<StoreStamp> {
  const { root, path, mine, report } = parts;
  const found = findStamp(path, mine);
  if (found.kind === 'newer') throw new NewerProfileError('profile of a newer build');
  if (found.kind === 'damaged') await keepDamagedStamp(parts);
  const before: Stamp | undefined = found.kind === 'stamp' ? found.stamp : undefined;
  const store = join(root, 'IndexedDB');
  const marker = join(root, 'set-store-aside');

  let lost = before?.lost ?? null;
  if (await isThere(marker)) {
    if (await isThere(store)) await setStoreAside(parts, store);
    await rm(marker, { force: true });
    lost = 'set-aside';
  } else if (before !== undefined && before.electronMajor < mine.electronMajor) {
    await copyStore(parts, store, before.electronMajor).catch((cause: unknown) => {
      report('store-copy', cause); // no room, say: the journal has everything anyway
    });
  }
  const hadStore = found.kind === 'damaged' || (before !== undefined && before.storeId !== null);
  if (hadStore && lost === null && !(await hasStore(store))) lost = 'missing';

  let stamp: Stamp = {
    version: 1,
    build: Math.max(mine.build, before?.build ?? 0),
    electronMajor: mine.electronMajor,
    storeId: before?.storeId ?? null,
    records: before?.records ?? 0,
    lost,
  };
  const save = (): Promise<void> => writeFileAtomically(path, JSON.stringify(stamp));
  await save().catch((cause: unknown) => {
    report('store-stamp', cause); // a full disk must not keep the program from starting
  });

  return {
    facts: () => ({ storeId: stamp.storeId, records: stamp.records, lost: stamp.lost }),
    async noteOpened(storeId, records) {
      stamp = { ...stamp, storeId, records, lost: null };
      return save().then(
        () => ok(null),
        (cause: unknown) => err(diskFailure(cause, 'store-failed')),
      );
    },
    async setAsideNext() {
      try {
        await writeFile(marker, '', { mode: 0o600 });
        return ok(null);
      } catch (cause) {
        return err(diskFailure(cause, 'store-failed'));
      }
    },
  };
}

async function keepDamagedStamp({ path, setAside, report }: StampParts): Promise<void> {
  report('store-stamp-damaged');
  await readFile(path).then(
    (bytes) => setAside.keep('store.json', bytes).catch(() => false),
    () => false,
  );
}

async function setStoreAside({ setAside, setAsideFolder, now, report }: StampParts, store: string): Promise<void> {
  const kept = await setAside.move(store, `store-${String(now())}`);
  await removeOthers(setAsideFolder, KEPT_STORE, kept).catch((cause: unknown) => {
    report('store-set-aside', cause);
  });
}

async function copyStore({ setAsideFolder }: StampParts, store: string, major: number): Promise<void> {
  if (!(await isThere(store))) return;
  const kept = join(setAsideFolder, `store-before-electron-${String(major)}`);
  await rm(kept, { recursive: true, force: true });
  try {
    await cp(store, `${kept}.next`, { recursive: true });
    await rename(`${kept}.next`, kept);
  } catch (cause) {
    await rm(`${kept}.next`, { recursive: true, force: true });
    throw cause;
  }
  await removeOthers(setAsideFolder, KEPT_COPY, kept);
}

/** A store can be rebuilt, so only the newest one is kept. */
async function removeOthers(folder: string, names: RegExp, kept: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => names.test(name) && join(folder, name) !== kept);
  for (const name of others) await rm(join(folder, name), { recursive: true, force: true });
}

/** Whether Chromium has a database of our page there. */
async function hasStore(store: string): Promise<boolean> {
  return readdir(store).then(
    (names) => names.some((name) => name.startsWith('app_') && name.endsWith('.leveldb')),
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
