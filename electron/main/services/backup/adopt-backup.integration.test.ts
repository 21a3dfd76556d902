import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { err } from '#shared/base/result.ts';
import { AN, createTestPc, PASSPHRASE, setUp, value, type TestPc } from '../keys/test-pc.ts';
import type { Keys } from '../keys/open-keys.ts';
import { createBackups, type Backups } from './backups.ts';
import { createFakePc, sampleDevice, type FakePc } from './fake-backup-parts.ts';

const NEW_PASSPHRASE = 'cái quạt nâu leo mái ngói';

let work: string;
let stick: string;
let holders: TestPc[];
let code: string;
let id: string;

/** A PC of real keys, vault and backups in a folder of its own. */
async function createPc(name: string, isNew: boolean): Promise<{ pc: FakePc; backups: Backups; keys: Keys }> {
  const holder = createTestPc();
  holders.push(holder);
  const keys = await holder.start();
  if (!isNew) code = await setUp(keys);
  const pc = await createFakePc(join(work, name), isNew, keys);
  pc.chosen = stick;
  return { pc, backups: await createBackups(pc.parts), keys };
}

beforeEach(async () => {
  holders = [];
  work = await mkdtemp(join(tmpdir(), 'hosoxa-adopt-'));
  stick = join(work, 'stick');
  await mkdir(stick);
  const { backups } = await createPc('old', false);
  await backups.chooseFolder();
  const { handle } = await value(backups.begin());
  const rows = new Uint8Array(Buffer.from(JSON.stringify([{ id: 1, text: 'one row' }])));
  await value(backups.append(handle, 'documents', 1, rows));
  const { entries } = await value(
    backups.finish(handle, { at: 1_790_000_000_000, counts: { documents: 1 }, unsent: 0 }),
  );
  id = must(entries[0], 'a backup').id;
});
afterEach(async () => {
  for (const holder of holders) holder.remove();
  await rm(work, { recursive: true, force: true });
});

describe('a PC taken over from a backup with its real keys', () => {
  it('opens with the printed code, which gives a new passphrase, and reads the rows; the log says both', async () => {
    const { pc, backups, keys } = await createPc('new', true);
    await value(backups.listRestorable(true));
    const way = { personId: AN, passphrase: NEW_PASSPHRASE, code };
    const wrong = code.replace(/^./, (letter) => (letter === '0' ? '1' : '0'));
    expect(await backups.adopt(id, { ...way, code: wrong })).toEqual(err('wrong-recovery-code'));
    expect(pc.device).toBeNull();
    const adopted = await value(backups.adopt(id, way));
    expect(adopted).toMatchObject({ keys: { personId: AN }, damaged: 0, lackingFiles: 0 });
    expect(pc.device?.dev).toBe(7);
    expect((await value(backups.read(id, 0))).frames).toHaveLength(1);
    expect(pc.notes.map(({ kind, by }) => [kind, by])).toEqual([
      ['recovered', AN],
      ['backup-restored', AN],
    ]);
    for (const { hash } of await pc.vault.listFiles()) expect((await pc.vault.findVerified(hash)).ok).toBe(true);
    keys.ring.lock('asked');
    expect(await keys.ring.unlock(AN, PASSPHRASE)).toEqual(err('wrong-passphrase'));
    await value(keys.ring.unlock(AN, NEW_PASSPHRASE));
  });

  it('says how much of the backup was damaged or not there', async () => {
    const folder = join(stick, 'HoSoXa-SaoLuu', '7-na-lau');
    await writeFile(join(folder, id, 'journal', '000001.seg'), 'ops, damaged');
    await rm(join(folder, id, 'audit', 'audit-000001.jsonl'));
    const bodies = (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const gone = must(bodies[0], 'a file');
    await rm(join(gone.parentPath, gone.name));
    const { backups } = await createPc('new', true);
    await value(backups.listRestorable(true));
    const way = { personId: AN, passphrase: PASSPHRASE, code: null };
    expect(await value(backups.adopt(id, way))).toMatchObject({ damaged: 2, lackingFiles: 1 });
  });

  it('is not made of a backup in which somebody without its keys has put another province, sums and all', async () => {
    const folder = join(stick, 'HoSoXa-SaoLuu', '7-na-lau', id);
    const device = (await readFile(join(folder, 'device.json'), 'utf8')).replace('127.0.0.1:1', '127.0.0.1:9');
    await writeFile(join(folder, 'device.json'), device);
    const sealed = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
      body: { parts: { name: string; size: number; sha256: string }[] };
      mac: string;
    };
    const part = must(
      sealed.body.parts.find(({ name }) => name === 'device.json'),
      'a part',
    );
    Object.assign(part, { size: device.length, sha256: createHash('sha256').update(device).digest('hex') });
    const sum = createHash('sha256').update(JSON.stringify(sealed.body)).digest('hex');
    const forged = `${JSON.stringify({ body: sealed.body, sum, mac: sealed.mac })}\n`;
    await writeFile(join(folder, 'manifest.json'), forged);
    const { pc, backups, keys } = await createPc('new', true);
    expect(await value(backups.listRestorable(true))).toMatchObject([{ id, standing: 'other' }]);
    for (const way of [
      { personId: AN, passphrase: PASSPHRASE, code: null },
      { personId: AN, passphrase: NEW_PASSPHRASE, code },
    ])
      expect(await backups.adopt(id, way)).toEqual(err('backup-damaged'));
    expect([pc.device, keys.ring.state()]).toEqual([null, { ok: true, value: { kind: 'none' } }]);
    expect(await readdir(join(pc.root, 'journal'))).toEqual([]);
  });

  it('does not read a file without end, swallow a huge part, or fill the disk with what a strange stick holds', async () => {
    const folder = join(stick, 'HoSoXa-SaoLuu', '7-na-lau', id);
    const { pc, backups, keys } = await createPc('new', true);
    const way = { personId: AN, passphrase: PASSPHRASE, code: null };
    const sealed = await readFile(join(folder, 'manifest.json'), 'utf8');
    const withSize = async (name: string, size: number): Promise<void> => {
      const body = (JSON.parse(sealed) as { body: { parts: { name: string; size: number }[] }; mac: string }).body;
      Object.assign(
        must(
          body.parts.find((part) => part.name === name),
          'a part',
        ),
        { size },
      );
      const sum = createHash('sha256').update(JSON.stringify(body)).digest('hex');
      const { mac } = JSON.parse(sealed) as { mac: string };
      await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ body, sum, mac })}\n`);
    };
    await withSize('journal/000001.seg', 1e15);
    await value(backups.listRestorable(true));
    expect(await backups.adopt(id, way)).toEqual(err('disk-full'));
    await withSize('device.json', 64 * 1024 * 1024);
    await truncate(join(folder, 'device.json'), 64 * 1024 * 1024);
    await value(backups.listRestorable(true));
    expect(await backups.adopt(id, way)).toEqual(err('backup-damaged'));
    await rm(join(folder, 'device.json'));
    await symlink('/dev/zero', join(folder, 'device.json'));
    await writeFile(join(folder, 'manifest.json'), sealed);
    await value(backups.listRestorable(true));
    expect(await backups.adopt(id, way)).toEqual(err('backup-damaged'));
    await rm(join(folder, 'manifest.json'));
    await symlink('/dev/zero', join(folder, 'manifest.json'));
    expect(await value(backups.listRestorable(true))).toMatchObject([{ standing: 'damaged' }]);
    expect([pc.device, keys.ring.state()]).toEqual([null, { ok: true, value: { kind: 'none' } }]);
    expect(existsSync(pc.parts.paths.staging)).toBe(false);
  });

  it('never puts another commune’s books into a PC that only lost its keys', async () => {
    const { pc, backups } = await createPc('new', true);
    pc.device = { ...sampleDevice, commune: { id: 'po-khau', name: 'Po Khau', province: 'Cao Bang' } };
    await value(backups.listRestorable(true));
    expect(await backups.adopt(id, { personId: AN, passphrase: PASSPHRASE, code: null })).toEqual(
      err('backup-foreign'),
    );
  });
});
