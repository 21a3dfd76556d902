import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAsApp, openAsOwner, type Database } from '#server/storage/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#server/storage/embedded-postgres.ts';
import { createFileFolder } from '#server/storage/file-folder.ts';
import { migrate } from '#server/storage/migrate.ts';
import { createNodeLocks } from '#server/storage/node-locks.ts';
import { createFileService } from './file-service.ts';

let postgres: EmbeddedPostgres;
let owner: Database;
let app: Database;
const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-upload-'));

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(join(dataDir, 'database'));
  owner = openAsOwner(postgres.url);
  await migrate(owner);
  app = openAsApp(postgres.url);
  await owner.insertInto('commune').values({ id: 'na-lau', name: 'xã Nà Lầu', province: 'p' }).execute();
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the end of an upload', () => {
  it('always asks the courier to look, for a dispatch of the same moment cannot be seen from here', async () => {
    const root = join(dataDir, 'files');
    const locks = createNodeLocks(postgres.url, 'test');
    const place = createFileFolder(root);
    const files = createFileService({ db: app, place, locks, now: () => 0, onKept: () => undefined });
    const bytes = Buffer.from('nobody was sent this yet');
    const hash = createHash('sha256').update(bytes).digest('hex');
    mkdirSync(join(root, 'incoming/na-lau'), { recursive: true });
    writeFileSync(join(root, 'incoming/na-lau', hash), bytes);
    expect(await files.finish({ dev: 1, commune: 'na-lau' }, hash, bytes.length)).toEqual({ ok: true, value: null });
    const tasks = await owner.selectFrom('courier_task').select(['commune', 'kind', 'id']).execute();
    expect(tasks).toEqual([{ commune: 'na-lau', kind: 'file', id: hash }]);
    await locks.close();
  });
});
