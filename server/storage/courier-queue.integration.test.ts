import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimTask, finishTask, queueTasks, type CourierTask } from './courier-queue.ts';
import { asCourier, inCommune, openAsApp, openAsOwner, type Database } from './database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';

let postgres: EmbeddedPostgres;
let owner: Database;
let app: Database;
const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-queue-'));

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(dataDir);
  owner = openAsOwner(postgres.url);
  await migrate(owner);
  app = openAsApp(postgres.url);
  for (const id of ['a', 'b', 'c']) await owner.insertInto('commune').values({ id, name: id, province: 'p' }).execute();
});
beforeEach(() => owner.deleteFrom('courier_task').execute());
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the courier's queue", () => {
  it('holds a task that waits once, however often it is asked for', async () => {
    for (let i = 0; i < 3; i += 1) await ask('a', 'x', 'y', 'x');
    await ask('b', 'x');
    expect(await waiting()).toEqual(['a/x', 'a/y', 'b/x']);
  });

  it('takes a change made while its task is being done as a task of its own, and nobody waits', async () => {
    await ask('a', 'x');
    await asCourier(app, async (trx) => {
      const claimed = await claimTask(trx, 0, '');
      if (claimed === undefined) throw new Error('nothing to do');
      await ask('a', 'x'); // held but not finished
      await finishTask(trx, claimed);
      await ask('a', 'x'); // finished, not yet known to others: what was added above stands
    });
    expect(await waiting()).toEqual(['a/x']);
  });

  it('gives out no task that somebody asks for at this moment before what was changed is there', async () => {
    await ask('a', 'x');
    await inCommune(app, 'a', async (trx) => {
      await queueTasks(trx, 'a', [task('x')]);
      expect(await claim('')).toBeUndefined();
    });
    expect(await claim('')).toMatchObject({ commune: 'a', id: 'x' });
  });

  it('lets communes take turns, so that the heap of one holds up nobody', async () => {
    await ask('a', ...Array.from({ length: 500 }, (_, i) => `heap-${String(i)}`));
    await ask('c', 'later', 'last');
    await ask('b', 'other');
    const served: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const claimed = await claim(served.at(-1) ?? '');
      served.push(claimed?.commune ?? '');
    }
    expect(served).toEqual(['a', 'b', 'c', 'a', 'c', 'a']);
  });
});

function task(id: string): Pick<CourierTask, 'kind' | 'id'> {
  return { kind: 'dispatch', id };
}

function ask(commune: string, ...ids: readonly string[]): Promise<void> {
  return inCommune(app, commune, (trx) => queueTasks(trx, commune, ids.map(task)));
}

/** Takes the next task and does it. */
function claim(after: string): Promise<CourierTask | undefined> {
  return asCourier(app, async (trx) => {
    const claimed = await claimTask(trx, 0, after);
    if (claimed !== undefined) await finishTask(trx, claimed);
    return claimed;
  });
}

async function waiting(): Promise<string[]> {
  const rows = await owner.selectFrom('courier_task').select(['commune', 'id']).orderBy('n').execute();
  return rows.map(({ commune, id }) => `${commune}/${id}`);
}
