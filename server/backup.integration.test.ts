import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { restoredAt } from '#shared/sync/epoch.ts';
import { runBackupCommand } from './backup-commands.ts';
import { filesFolderOf } from './open-file-places.ts';
import { restoreProvince, verifyBackup } from './province-backup.ts';
import { startServer } from './start-server.ts';
import { newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

const room = mkdtempSync(join(tmpdir(), 'hosoxa-backup-test-'));
const backups = join(room, 'backups');
const bytes = randomBytes(70_000);
const hash = createHash('sha256').update(bytes).digest('hex');

let province: TestProvince;
let pc: TestPc;
let made: string;
beforeAll(async () => {
  province = await startTestProvince();
  pc = await TestPc.join(province.server, 'na-lau');
  for (let i = 0; i < 30; i += 1) pc.change(newDocument({ note: `tờ ${i} "\\\t\n` }));
  await pc.sync();
  await upload(pc);
  made = (await province.server.backup(backups)).folder;
});
afterAll(async () => {
  await province.end();
  rmSync(room, { recursive: true, force: true });
});

const upload = async (from: TestPc): Promise<void> => {
  const tus = { ...from.headers, 'tus-resumable': '1.0.0' };
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`;
  const { url } = province.server;
  await fetch(url + httpPaths.files, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await fetch(`${url}${httpPaths.files}/${hash}`, { method: 'PATCH', headers, body: bytes });
  expect(sent.status).toBe(204);
};

/** A copy of the backup, spoiled. */
const spoiled = (name: string, spoil: (folder: string) => void): string => {
  const root = join(room, name);
  cpSync(backups, root, { recursive: true });
  spoil(
    join(
      root,
      readdirSync(root)
        .filter((entry) => /^\d/.test(entry))
        .sort()
        .at(-1) ?? '',
    ),
  );
  return root;
};

/** Each commune stands in the directory of the exchange. */
const OFFICES = 2;

const flipBit = (path: string, at: number): void => {
  const content = readFileSync(path);
  content.writeUInt8(content.readUInt8(at) ^ 4, at);
  writeFileSync(path, content);
};

describe('a backup of the province', () => {
  it('made beside the working server opens, and every row and file is counted', async () => {
    const report = await verifyBackup(backups);
    expect(report.folder).toBe(made);
    expect(report.rows).toMatchObject({
      commune: 2,
      device: 1,
      record: OFFICES + 2 + 1 + 1 + 30,
      file: 1,
      province_key: 1,
    });
    expect(report.lost).toEqual([]);
    expect(readdirSync(backups).sort()).toEqual([made.split('/').at(-1), 'files']);
  });

  it('brings a whole province to an empty folder, where its PCs go on after starting their copies anew', async () => {
    const dataDir = join(room, 'elsewhere');
    const before = await province.server.recordsOf('na-lau');
    const { lost, aside } = await restoreProvince({ dataDir, folder: backups });
    expect([lost, aside]).toEqual([[], undefined]);
    const server = await startServer({ dataDir });
    try {
      expect(await server.recordsOf('na-lau')).toEqual(before);
      expect(await server.filesOf('na-lau')).toEqual([{ hash, size: bytes.length }]);
      const there = await TestPc.join(server, 'na-lau');
      expect(there.dev).toBe(pc.dev + 1001);
      const again = pc.at(server);
      await expect(again.exchange(again.request())).rejects.toThrow('session-expired');
      await again.openSession();
      const { streams } = await again.exchange(again.request());
      expect(streams[0]?.resync).toBe(true);
      expect(streams[0]?.epoch.split('~')[1]).toBe(pc.cookie.epoch);
      expect(restoredAt(streams[0]?.epoch ?? '')).toBe(pc.cookie.base);
      again.change(newDocument());
      expect((await again.sync()).outcomes.map(({ kind }) => kind)).toEqual(['ok']);
      const file = await again.get(`${httpPaths.files}/${hash}`);
      expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('replaces a province only when told so, and sets aside what was there; never one of another province', async () => {
    const dataDir = join(room, 'elsewhere');
    const refused = await runBackupCommand(['restore', backups], { dataDir });
    expect([refused.isDone, refused.text]).toEqual([false, expect.stringContaining('thêm --replace')]);
    const { aside } = await restoreProvince({ dataDir, folder: backups, replace: true });
    expect((await verifyBackup(aside ?? '')).rows).toMatchObject({ device: 2, record: OFFICES + 2 + 2 + 1 + 31 });
    const foreign = join(room, 'foreign-province');
    await (
      await startServer({ dataDir: foreign }).then(async (server) => {
        await server.createCommune({ id: 'xa-la', name: 'xã Lạ', province: 'tỉnh Lạ' });
        return server;
      })
    ).stop();
    const other = await runBackupCommand(['restore', backups, '--replace'], { dataDir: foreign });
    expect([other.isDone, other.text]).toEqual([false, expect.stringContaining('của một tỉnh khác')]);
  });

  it('truncated, changed, foreign, newer or missing is named for what it is and changes nothing', async () => {
    const table = (folder: string, name: string): string => join(folder, 'tables', `${name}.copy.gz`);
    const manifest = (folder: string): string => join(folder, 'manifest.json');
    const rewrite = (folder: string, change: (text: string) => string): void => {
      const line = change(readFileSync(manifest(folder), 'utf8').split('\n')[0] ?? '');
      writeFileSync(manifest(folder), `${line}\n${createHash('sha256').update(line).digest('hex')}\n`);
    };
    const cases: [string, string][] = [
      [spoiled('cut', (folder) => truncateSync(table(folder, 'record'), 200)), 'phần tables/record'],
      [spoiled('flipped', (folder) => flipBit(table(folder, 'device'), 30)), 'phần tables/device'],
      [spoiled('longer', (folder) => appendFileSync(table(folder, 'audit'), 'x')), 'phần tables/audit'],
      [spoiled('gone', (folder) => rmSync(table(folder, 'file'))), 'phần tables/file'],
      [spoiled('flipped-list', (folder) => flipBit(manifest(folder), 200)), 'phần manifest.json'],
      [spoiled('cut-list', (folder) => truncateSync(manifest(folder), 300)), 'phần manifest.json'],
      [spoiled('no-list', (folder) => rmSync(manifest(folder))), 'không phải là bản sao lưu'],
      [spoiled('other-list', (folder) => writeFileSync(manifest(folder), '{"a":1}\n')), 'không phải là bản sao lưu'],
      [
        spoiled('newer', (folder) => rewrite(folder, (text) => text.replace('"version":1', '"version":2'))),
        'phiên bản máy chủ mới hơn',
      ],
      [
        spoiled('newer-level', (folder) =>
          rewrite(folder, (text) => text.replace(/"level":"[^"]*"/, '"level":"0099-x"')),
        ),
        'phiên bản máy chủ mới hơn',
      ],
      [
        spoiled('swapped', (folder) => rewrite(folder, (text) => text.replace('"rows":36', '"rows":35'))),
        'phần tables/record',
      ],
      [join(room, 'nowhere'), 'Không có bản sao lưu'],
      [filesFolderOf(province.dataDir), 'không phải là bản sao lưu'],
    ];
    const dataDir = join(room, 'untouched');
    for (const [folder, words] of cases) {
      const { isDone, text } = await runBackupCommand(['restore', folder], { dataDir });
      expect([folder, isDone, text]).toEqual([folder, false, expect.stringContaining(words)]);
    }
    const server = await startServer({ dataDir });
    expect(await server.recordsOf('na-lau')).toEqual([]);
    await server.stop();
    const rehearsed = await runBackupCommand(['verify', join(room, 'swapped')], { dataDir });
    expect([rehearsed.isDone, rehearsed.text]).toEqual([false, expect.stringContaining('phần tables/record')]);
  });

  it('with a file missing or changed says so, and the province asks its PCs for it again', async () => {
    const root = spoiled('bad-file', (folder) =>
      flipBit(join(folder, '..', 'files', 'stored', 'na-lau', hash.slice(0, 2), hash), 500),
    );
    const rehearsed = await runBackupCommand(['verify', root], { dataDir: '' });
    expect([rehearsed.isDone, rehearsed.text]).toEqual([false, expect.stringContaining(`na-lau/${hash}`)]);
    const dataDir = join(room, 'without-file');
    expect((await restoreProvince({ dataDir, folder: root })).lost).toEqual([
      { commune: 'na-lau', hash, size: bytes.length },
    ]);
    const server = await startServer({ dataDir });
    expect(await server.filesOf('na-lau')).toEqual([]);
    await server.stop();
  });

  it('is not restored under a working server', async () => {
    await expect(restoreProvince({ dataDir: province.dataDir, folder: backups, replace: true })).rejects.toThrow(
      'folder in use',
    );
  });
});
