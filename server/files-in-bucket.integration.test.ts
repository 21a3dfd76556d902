import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { restoreProvince, verifyBackup } from './province-backup.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { openBucket } from './storage/bucket.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './storage/embedded-postgres.ts';
import { startTestBucket, type TestBucket } from './test-bucket.ts';
import { TestPc } from './test-office.ts';

let home: string;
let postgres: EmbeddedPostgres;
let rented: TestBucket;
const servers: RunningServer[] = [];

const stopAll = async (): Promise<void> => {
  for (const server of servers.splice(0)) await server.stop();
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hosoxa-two-on-bucket-'));
  [postgres, rented] = await Promise.all([startEmbeddedPostgres(join(home, 'database')), startTestBucket()]);
  for (const name of ['one', 'two'])
    servers.push(await startServer({ dataDir: join(home, name), databaseUrl: postgres.url, bucket: rented.settings }));
}, 60_000);
afterAll(async () => {
  await stopAll();
  await postgres.stop();
  await rented.end();
  await rm(home, { recursive: true, force: true });
});

it('two servers on one bucket take halves of a file, and a backup brings back what the bucket lost', async () => {
  const [one, two] = servers as [RunningServer, RunningServer];
  await one.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const pc = await TestPc.join(one, 'na-lau');
  const bytes = randomBytes(700_000);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const tus = { ...pc.headers, 'tus-resumable': '1.0.0' };
  const patch = (server: RunningServer, offset: number, body: Buffer): Promise<Response> =>
    fetch(`${server.url}${httpPaths.files}/${hash}`, {
      method: 'PATCH',
      body: new Uint8Array(body),
      headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    });
  await fetch(one.url + httpPaths.files, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `hash ${Buffer.from(hash).toString('base64')}`,
    },
  });
  expect((await patch(two, 0, bytes.subarray(0, 300_000))).status).toBe(204);
  expect((await patch(one, 300_000, bytes.subarray(300_000))).status).toBe(204);
  const down = await fetch(`${two.url}${httpPaths.files}/${hash}`, { headers: { ...pc.headers, range: 'bytes=9-' } });
  expect(Buffer.from(await down.arrayBuffer()).equals(bytes.subarray(9))).toBe(true);

  const backups = join(home, 'backups');
  expect(await one.backup(backups)).toMatchObject({ files: 1, copied: 1, lost: [] });
  await stopAll();
  const bucket = openBucket(rented.settings);
  const keys: string[] = [];
  for await (const { key } of bucket.list('stored/')) keys.push(key);
  expect(keys).toEqual([`stored/na-lau/${hash.slice(0, 2)}/${hash}`]);
  await bucket.remove(keys);
  expect(await verifyBackup(backups)).toMatchObject({ files: 1, lost: [] });
  const order = { dataDir: join(home, 'one'), databaseUrl: postgres.url, bucket: rented.settings };
  expect(await restoreProvince({ ...order, folder: backups, replace: true })).toMatchObject({ copied: 1, lost: [] });
  expect(await bucket.findSize(keys[0] ?? '')).toBe(bytes.length);
  bucket.close();
}, 120_000);
