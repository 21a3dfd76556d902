import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { err, ok } from '#shared/base/result.ts';
import type { BackupState } from '#shared/contract/backup.ts';
import type { AdoptWay } from '../keys/portable-keys.ts';
import { createBackups, type Backups } from './backups.ts';
import { addFile, createFakePc, RIGHT, type FakePc } from './fake-backup-parts.ts';

let work: string;
let stick: string;
let shelf: string;
let pc: FakePc;
let backups: Backups;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'hosoxa-backups-'));
  stick = join(work, 'stick');
  shelf = join(stick, 'HoSoXa-SaoLuu', '7-na-lau');
  await mkdir(stick);
  pc = await createFakePc(join(work, 'pc'));
  pc.chosen = stick;
  backups = await createBackups(pc.parts);
  await backups.chooseFolder();
});
afterEach(() => rm(work, { recursive: true, force: true }));

const rows = (count: number, mark: string): Uint8Array =>
  new Uint8Array(
    Buffer.from(JSON.stringify(Array.from({ length: count }, (_x, i) => ({ id: i, text: `${mark} ${String(i)}` })))),
  );

async function makeBackup(): Promise<BackupState> {
  const begun = await backups.begin();
  if (!begun.ok) throw new Error(begun.error);
  const { handle } = begun.value;
  for (let i = 0; i < 20; i += 1)
    expect(await backups.append(handle, i < 15 ? 'documents' : 'members', 100, rows(100, `tờ ${String(i)}`))).toEqual(
      ok(null),
    );
  const made = await backups.finish(handle, { at: pc.clock, counts: { documents: 1500, members: 500 }, unsent: 3 });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

const as = (passphrase: string): AdoptWay => ({ personId: 'an', passphrase, code: null });

async function listBodies(): Promise<string[]> {
  const found = await readdir(join(shelf, 'files'), { recursive: true, withFileTypes: true });
  return found.flatMap((file) => (file.isFile() ? [file.name] : [])).sort();
}

async function newestId(): Promise<string> {
  return must((await backups.state()).entries[0], 'a backup').id;
}

async function readAll(from: Backups, id: string): Promise<{ table: string; count: number }[]> {
  const got: { table: string; count: number }[] = [];
  for (let next = 0; ;) {
    const read = await from.read(id, next);
    if (!read.ok) throw new Error(read.error);
    for (const { table, bytes } of read.value.frames)
      got.push({ table, count: (JSON.parse(Buffer.from(bytes).toString()) as unknown[]).length });
    if (read.value.done) return got;
    next = read.value.next;
  }
}

describe('backups', () => {
  it('are whole, counted and rehearsed, and hold no readable row', async () => {
    expect(await makeBackup()).toMatchObject({
      isFolderThere: true,
      running: null,
      failure: null,
      entries: [{ counts: { documents: 1500, members: 500 }, unsent: 3, files: 2, rehearsed: null }],
    });
    const rehearsed = await backups.rehearse(null);
    expect(rehearsed).toMatchObject({ ok: true, value: { entries: [{ rehearsed: { ok: true } }] } });
    const file = await readFile(join(shelf, await newestId(), 'rows.hsxb'));
    expect(file.includes('tờ 3')).toBe(false);
    expect(pc.notes.map(({ kind }) => kind)).toEqual(['backup-made', 'backup-rehearsed']);
  });

  it('give all rows back in order, a few frames at a time', async () => {
    await makeBackup();
    const read = await readAll(backups, await newestId());
    expect(read).toHaveLength(20);
    expect(read.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
  });

  it('are refused when the counts told are not those handed over', async () => {
    const begun = await backups.begin();
    if (!begun.ok) throw new Error(begun.error);
    await backups.append(begun.value.handle, 'documents', 10, rows(10, 'x'));
    expect(await backups.finish(begun.value.handle, { at: 1, counts: { documents: 11 }, unsent: 0 })).toEqual(
      err('bad-input'),
    );
    expect(await readdir(shelf)).toEqual([]);
  });

  it('leave the older ones good when the stick is pulled at any moment', async () => {
    await makeBackup();
    const id = await newestId();
    const begun = await backups.begin();
    if (!begun.ok) throw new Error(begun.error);
    await backups.append(begun.value.handle, 'documents', 10, rows(10, 'x'));
    await rm(
      join(
        shelf,
        must(
          (await readdir(shelf)).find((name) => name.startsWith('.')),
          'unfinished',
        ),
      ),
      { recursive: true },
    );
    const ended = await backups.finish(begun.value.handle, { at: 1, counts: { documents: 10 }, unsent: 0 });
    expect(ended).toEqual(err('backup-folder-missing'));
    expect((await backups.state()).failure?.code).toBe('backup-folder-missing');
    expect(await newestId()).toBe(id);
    expect((await backups.rehearse(null)).ok).toBe(true);
    expect((await backups.state()).failure).toBeNull();
  });

  it('say when the folder is gone, and when the PC was locked meanwhile', async () => {
    const begun = await backups.begin();
    if (!begun.ok) throw new Error(begun.error);
    pc.keys.lock();
    await expect.poll(() => readdir(shelf)).toEqual([]);
    expect(await backups.append(begun.value.handle, 'documents', 1, rows(1, 'x'))).toEqual(err('locked'));
    expect(await backups.begin()).toEqual(err('locked'));
    pc.keys.open();
    await rm(stick, { recursive: true });
    expect(await backups.begin()).toEqual(err('backup-folder-missing'));
    expect(await backups.state()).toMatchObject({ isFolderThere: false, failure: { code: 'backup-folder-missing' } });
  });

  it('copy a file once, and open it in old and new backups after its key was wrapped anew and the old one thrown away', async () => {
    await makeBackup();
    const before = await listBodies();
    pc.keys.renew();
    await pc.vault.reencipher();
    pc.clock += 60_000;
    await makeBackup();
    expect(await listBodies()).toEqual(before);
    expect(before).toHaveLength(2);
    const ids = (await backups.state()).entries.map(({ id }) => id);
    expect((await backups.rehearse(ids[0] ?? '')).ok).toBe(true);
    pc.keys.forget(1);
    expect((await backups.rehearse(ids[0] ?? '')).ok).toBe(true);
  });

  it('say which files they lack when the stick has no room for them', async () => {
    const { vault } = pc.parts;
    const listFiles = async (): ReturnType<typeof vault.listFiles> =>
      (await vault.listFiles()).map((file, place) => (place === 0 ? { ...file, size: 1e15 } : file)); // larger than any stick
    backups = await createBackups({ ...pc.parts, vault: { ...vault, listFiles } });
    const { at } = must((await makeBackup()).entries[0], 'a backup');
    expect(await backups.state()).toMatchObject({
      entries: [{ files: 1, skipped: 1 }],
      failure: { code: 'backup-no-room', at },
    });
    expect(pc.notes.at(-1)).toEqual({ kind: 'backup-made', detail: 'files 1 skipped 1' });
  });

  it('are thinned out, with the files only they named', async () => {
    const hash = await addFile(pc, 'soon thrown away');
    await makeBackup();
    await pc.vault.discard(hash);
    for (let i = 0; i < 3; i += 1) {
      pc.clock += 60_000;
      await makeBackup();
    }
    expect((await backups.state()).entries).toHaveLength(1);
    expect(await backups.rehearse(null)).toMatchObject({ ok: true, value: { rehearsed: { ok: true } } });
    pc.clock += 60_000;
    expect(await makeBackup()).toMatchObject({
      entries: [{ rehearsed: null }],
      rehearsed: { at: pc.clock - 60_000, ok: true },
    });
    expect((await listBodies()).filter((name) => name.includes(hash))).toEqual([]);
    expect((await backups.rehearse(null)).ok).toBe(true);
  });

  it('have every damaged part found by the rehearsal, and what is good still read', async () => {
    await makeBackup();
    const id = await newestId();
    const sound = join(work, 'sound');
    await cp(shelf, sound, { recursive: true });
    const names = (await readdir(sound, { recursive: true, withFileTypes: true })).flatMap((file) =>
      file.isFile() ? [join(file.parentPath, file.name).slice(sound.length + 1)] : [],
    );
    expect(names.length).toBeGreaterThanOrEqual(8);
    let found = 0;
    for (const name of names) {
      for (const damage of ['flip', 'cut', 'gone'] as const) {
        const bytes = await readFile(join(sound, name));
        const at = bytes.length - 2;
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        if (damage === 'gone') await rm(join(shelf, name));
        else await writeFile(join(shelf, name), damage === 'flip' ? bytes : bytes.subarray(0, -1));
        const rehearsed = await backups.rehearse(id);
        expect(rehearsed, `${name} ${damage}`).toEqual(err('backup-damaged'));
        found += 1;
        await rm(shelf, { recursive: true });
        await cp(sound, shelf, { recursive: true });
      }
    }
    expect(found).toBe(names.length * 3);
    const rowsFile = join(shelf, id, 'rows.hsxb');
    const bytes = await readFile(rowsFile);
    bytes.fill(7, 3000, 3400);
    await writeFile(rowsFile, bytes);
    const good = await readAll(backups, id);
    expect(good.length).toBeGreaterThan(15);
    expect(good.length).toBeLessThan(20);
  });

  it('bring keys, identity, journal, log and files to a new PC, by passphrase', async () => {
    await makeBackup();
    const other = await createFakePc(join(work, 'new'), true);
    other.chosen = stick;
    const there = await createBackups(other.parts);
    const listed = await there.listRestorable(true);
    expect(listed).toMatchObject({
      ok: true,
      value: [{ standing: 'other', commune: 'Na Lau', dev: 7, people: [{ id: 'an' }] }],
    });
    const id = await newestId();
    expect(await there.adopt(id, as('sai rồi nhé'))).toEqual(err('wrong-passphrase'));
    expect(other.device).toBeNull();
    expect(await readdir(join(other.root, 'journal'))).toEqual([]);
    expect(await there.adopt(id, as(RIGHT))).toMatchObject({ ok: true });
    for (const name of ['journal/000001.seg', 'audit/audit-000001.jsonl', 'device.json'])
      expect(await readFile(join(other.root, name)), name).toEqual(await readFile(join(pc.root, name)));
    const hashes = (await pc.vault.listFiles()).map(({ hash }) => hash);
    expect((await other.vault.listFiles()).map(({ hash }) => hash)).toEqual(hashes);
    for (const hash of hashes) expect((await other.vault.findVerified(hash)).ok).toBe(true);
    expect(await readAll(there, id)).toHaveLength(20);
    expect(await there.adopt(id, as(RIGHT))).toEqual(err('not-allowed'));
  });

  it('never put an older journal over a newer one', async () => {
    await makeBackup();
    const other = await createFakePc(join(work, 'new'), true);
    await writeFile(join(other.root, 'journal', '000001.seg'), 'newer ops');
    other.chosen = stick;
    const there = await createBackups(other.parts);
    await there.listRestorable(true);
    expect((await there.adopt(await newestId(), as(RIGHT))).ok).toBe(true);
    expect(await readFile(join(other.root, 'journal', '000001.seg'), 'utf8')).toBe('newer ops');
  });

  it('name what is foreign, newer, damaged or missing', async () => {
    await makeBackup();
    const id = await newestId();
    const manifest = join(shelf, id, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    expect(await backups.rehearse('2020-01-01T00-00-00Z')).toEqual(err('backup-missing'));
    await writeFile(manifest, text.replace('"version":1', '"version":2'));
    expect(await backups.listRestorable(false)).toMatchObject({ ok: true, value: [{ standing: 'newer' }] });
    expect(await backups.rehearse(id)).toEqual(err('backup-newer'));
    expect(await backups.read(id, 0)).toEqual(err('backup-newer'));
    await writeFile(manifest, text.replace('"unsent":3', '"unsent":4'));
    expect(await backups.listRestorable(false)).toMatchObject({ ok: true, value: [{ standing: 'damaged' }] });
    await writeFile(manifest, text);
    const stranger = await createFakePc(join(work, 'stranger'));
    const theirs = await createBackups({
      ...stranger.parts,
      keys: (await import('../keys/fixed-key-source.ts')).createFixedKeySource('stranger'),
    });
    stranger.chosen = stick;
    expect(await theirs.listRestorable(true)).toMatchObject({ ok: true, value: [{ standing: 'other' }] });
    expect(await theirs.read(id, 0)).toEqual(err('backup-foreign'));
    await theirs.chooseFolder();
    expect(await theirs.rehearse(id)).toEqual(err('backup-foreign'));
    expect(await readdir(shelf)).toContain(id);
  });
});
