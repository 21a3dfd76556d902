import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { openAsOwner, type Database } from './database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { createNodeLocks, type NodeLocks } from './node-locks.ts';

let postgres: EmbeddedPostgres;
let owner: Database;
let first: NodeLocks;
let second: NodeLocks;
const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-locks-'));

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(dataDir);
  owner = openAsOwner(postgres.url);
});
beforeEach(() => {
  first = createNodeLocks(postgres.url, 'first-server');
  second = createNodeLocks(postgres.url, 'second-server');
});
afterEach(async () => {
  await first.close();
  await second.close();
});
afterAll(async () => {
  await owner.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a lock', () => {
  it('keeps out another server, and another asker of the same server', async () => {
    const release = must(await first.take('na-lau/aa', { waitMs: 0 }), 'it was free');
    for (const locks of [first, second]) expect(await locks.take('na-lau/aa', { waitMs: 60 })).toBeUndefined();
    expect(await second.take('na-lau/bb', { waitMs: 0 })).toBeDefined();
    await release();
    await release();
    expect(await second.take('na-lau/aa', { waitMs: 0 })).toBeDefined();
  });

  it.each(['first', 'second'] as const)('is let go at the wish of an asker on the %s server', async (name) => {
    const heard = { wanted: false };
    const release = must(
      await first.take('na-lau/cc', { waitMs: 0, onWanted: () => (heard.wanted = true) }),
      'it was free',
    );
    const asked = (name === 'first' ? first : second).take('na-lau/cc', { waitMs: 5000 });
    while (!heard.wanted) await wait(5);
    await release();
    expect(await asked).toBeDefined();
  });

  it('is not waited for by an asker that has stopped', async () => {
    await first.take('na-lau/dd', { waitMs: 0 });
    const stop = new AbortController();
    const asked = second.take('na-lau/dd', { waitMs: 60_000, signal: stop.signal });
    stop.abort();
    expect(await asked).toBeUndefined();
  });

  it('of a server whose connection broke goes to the next, and its holder is told', async () => {
    let isLost = false;
    await first.take('na-lau/ee', { waitMs: 0, onWanted: () => (isLost = true) });
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'first-server'`.execute(
      owner,
    );
    expect(await second.take('na-lau/ee', { waitMs: 5000 })).toBeDefined();
    expect(isLost).toBe(true);
    expect(await first.take('na-lau/ff', { waitMs: 5000 })).toBeDefined();
  });
});
