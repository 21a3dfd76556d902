import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/base/result.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { buildNumber, findStamp } from './stamp-file.ts';
import { NewerProfileError, openStoreStamp, type StoreStamp } from './store-stamp.ts';

const ID = '01934f2a-7c3b-7a10-8b11-5d2f8e7a9c02';
const mine = { build: buildNumber('1.4.2'), electronMajor: 33 };
let root: string;
let now: number;
const path = (): string => join(root, 'store.json');
const store = (): string => join(root, 'IndexedDB');
const aside = (): string[] => (existsSync(join(root, 'set-aside')) ? readdirSync(join(root, 'set-aside')).sort() : []);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  now = 1000;
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const open = (build = mine): Promise<StoreStamp> =>
  openStoreStamp({
    root,
    path: path(),
    setAsideFolder: join(root, 'set-aside'),
    setAside: createSetAside(join(root, 'set-aside')),
    mine: build,
    now: () => now,
    report: () => undefined,
  });

function makeStore(content = 'rows'): void {
  mkdirSync(join(store(), 'app_hosoxa_0.indexeddb.leveldb'), { recursive: true });
  writeFileSync(join(store(), 'app_hosoxa_0.indexeddb.leveldb', '000003.log'), content);
}

describe('the store stamp', () => {
  it('knows of no store at first, and of the one the page opened afterwards', async () => {
    expect((await open()).facts()).toEqual({ storeId: null, records: 0, lost: null });
    const stamp = await open();
    makeStore();
    expect(await stamp.noteOpened(ID, 1234)).toEqual(ok(null));
    expect((await open()).facts()).toEqual({ storeId: ID, records: 1234, lost: null });
  });

  it('notices that the store is gone, and says so until the page has one again', async () => {
    await (await open()).noteOpened(ID, 5);
    expect((await open()).facts()).toEqual({ storeId: ID, records: 5, lost: 'missing' });
    makeStore();
    const stamp = await open();
    expect(stamp.facts().lost).toBe('missing');
    await stamp.noteOpened(ID.replace('c02', 'c03'), 0);
    expect((await open()).facts().lost).toBeNull();
  });

  it('sets the store aside when asked, keeps the newest only, and a crash in between does it once', async () => {
    for (const round of [1, 2]) {
      now = round;
      makeStore(`rows ${String(round)}`);
      const stamp = await open();
      await stamp.noteOpened(ID, 5);
      expect(await stamp.setAsideNext()).toEqual(ok(null));
      expect(existsSync(store())).toBe(true);
      expect((await open()).facts().lost).toBe('set-aside');
      expect(existsSync(store())).toBe(false);
      expect(aside()).toEqual([`store-${String(round)}`]);
    }
    expect(
      readFileSync(join(root, 'set-aside', 'store-2', 'app_hosoxa_0.indexeddb.leveldb', '000003.log'), 'utf8'),
    ).toBe('rows 2');
  });

  it('keeps a copy of the store before a new Electron first touches it, and the newest copy only', async () => {
    makeStore();
    await (await open()).noteOpened(ID, 5);
    await open({ ...mine, electronMajor: 34 });
    expect(aside()).toEqual(['store-before-electron-33']);
    await open({ ...mine, electronMajor: 34 });
    await open({ ...mine, electronMajor: 45 });
    expect(aside()).toEqual(['store-before-electron-34']);
    expect(existsSync(store())).toBe(true);
  });

  it.each([
    ['a newer build', { build: mine.build + 1 }],
    ['a newer Electron', { electronMajor: 34 }],
    ['a newer stamp', { version: 2, build: 'something new' }],
  ])('refuses a profile of %s and changes nothing', async (_what, change) => {
    await (await open()).noteOpened(ID, 5);
    makeStore();
    const text = JSON.stringify({ ...(JSON.parse(readFileSync(path(), 'utf8')) as object), ...change });
    writeFileSync(path(), text);
    expect(findStamp(path(), mine).kind).toBe('newer');
    await expect(open()).rejects.toThrow(NewerProfileError);
    expect(readFileSync(path(), 'utf8')).toBe(text);
    expect(aside()).toEqual([]);
  });

  it.each(['', '{', 'null', '[]', '{"version":1}', '{"version":1,"build":-5}', 'x'.repeat(100_000)])(
    'takes a stamp it cannot read (%#) for a store that may be gone, and keeps it aside',
    async (text) => {
      writeFileSync(path(), text);
      expect((await open()).facts()).toEqual({ storeId: null, records: 0, lost: 'missing' });
      expect(aside()).toHaveLength(1);
      rmSync(join(root, 'set-aside'), { recursive: true });
      writeFileSync(path(), text);
      makeStore();
      expect((await open()).facts().lost).toBeNull();
    },
  );

  it('counts versions', () => {
    expect(buildNumber('1.4.2')).toBe(1_004_002);
    expect(buildNumber('0.1.0-beta')).toBe(1000);
    expect(buildNumber('2.0.0')).toBeGreaterThan(buildNumber('1.99.99'));
  });
});
