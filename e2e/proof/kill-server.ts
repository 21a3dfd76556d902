// Server and PostgreSQL are killed (kill -9) again and again in the middle of pushes and uploads: what was acknowledged is there, once, with its number and its files.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { databasePid, endServer, spawnServer, untilWell } from '#e2e/office/server-process.ts';
import { enrolSamplePc, type SamplePc } from '#e2e/sample/sample-pc.ts';
import { filesFolderOf } from '#server/province-backup.ts';
import { startServer } from '#server/start-server.ts';
import { openAsOwner } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { storedPath } from '#server/storage/file-folder.ts';
import { must } from '#shared/base/must.ts';
import type { Row } from '#shared/sync/record.ts';
import { setToWork, type BusyPc } from './kill-server-office.ts';

const ROUNDS = 20;
const COMMUNES = ['na-lau', 'po-khau'] as const;

/** Who dies in a round. */
const victims = ['server', 'database', 'both', 'database'] as const;

await runProof('kill-server', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-kill-server-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  await bundleApp(['server']);
  const { port, pcs } = await foundProvince(dataDir);
  onEnd(() => Promise.all(pcs.map(({ pc }) => pc.close())));

  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const busy = pcs.map(({ pc, head, holdsBook }) => setToWork(pc, head, holdsBook));
  onEnd(() => Promise.resolve(busy.map((pc) => pc.giveUp())));
  const midway = { pushes: 0, uploads: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    await wait(120 + Math.random() * 250);
    const victim = must(victims[round % victims.length], 'a victim');
    const before = databasePid(dataDir);
    const { pushes, uploads } = atThisMoment(busy);
    if (pushes > 0) midway.pushes += 1;
    if (uploads > 0) midway.uploads += 1;
    if (victim !== 'server') process.kill(before, 'SIGKILL');
    if (victim !== 'database') {
      server.kill('SIGKILL');
      server = await spawnServer(dataDir, port);
    }
    await untilWell(port, () => victim === 'server' || databasePid(dataDir) !== before);
  }
  await Promise.all(busy.map((pc) => pc.finish()));
  const ops = busy.reduce((sum, { acknowledged }) => sum + acknowledged.ops, 0);
  say(`${ROUNDS} kills, ${midway.pushes} of them in the middle of pushes, ${midway.uploads} in the middle of uploads`);
  expectThat(Math.min(midway.pushes, midway.uploads), (count) => count >= ROUNDS / 2, 'kills met work under way');
  expectThat(ops, (count) => count > ROUNDS * 8, 'acknowledged ops');

  await checkRecords(pcs, busy);
  await checkTrail(dataDir);
  const files = await checkFiles(dataDir, pcs, busy);
  const numbers = busy.reduce((sum, { acknowledged }) => sum + acknowledged.numbers.size, 0);
  return `${ROUNDS} kills: 0 of ${ops} acknowledged ops lost, 0 doubled, ${numbers} numbers unique, ${files} files whole`;
});

type OfficePc = {
  readonly pc: SamplePc;
  readonly commune: string;
  readonly head: string;
  readonly holdsBook: boolean;
};

/** Two communes with two PCs each and a head who acts; the first PC of each holds the book. */
async function foundProvince(dataDir: string): Promise<{ port: number; pcs: readonly OfficePc[] }> {
  const server = await startServer({ dataDir });
  const pcs: OfficePc[] = [];
  const name = { full: 'Nông Thị Hoa', family: 'Nông', middle: 'Thị', given: 'Hoa' };
  const f = { name, post: '', role: 'office-head', unitId: null, order: 1, active: true };
  for (const commune of COMMUNES) {
    await server.createCommune({ id: commune, name: `xã ${commune}`, province: 'tỉnh Cao Bằng' });
    const head = uuidv7();
    for (const holdsBook of [true, false]) {
      const pc = await enrolSamplePc(server.url, await server.createCode(commune), 'Máy thử', Date.now);
      if (holdsBook) await pc.send([{ t: 'set', type: 'staff', id: head, f }], head);
      pcs.push({ pc, commune, head, holdsBook });
    }
  }
  await server.stop();
  return { port: server.port, pcs };
}

function atThisMoment(busy: readonly BusyPc[]): { pushes: number; uploads: number } {
  const all = busy.map((pc) => pc.underWay());
  return {
    pushes: all.reduce((sum, { pushes }) => sum + pushes, 0),
    uploads: all.reduce((sum, { uploads }) => sum + uploads, 0),
  };
}

/** Every paper acknowledged is there with its last note and its number, in the same words for everybody. */
async function checkRecords(pcs: readonly OfficePc[], busy: readonly BusyPc[]): Promise<void> {
  for (const [i, { pc, commune }] of pcs.entries()) {
    const rows = new Map((await pc.pull()).map((row) => [row.id, row]));
    const { notes, numbers } = must(busy[i], 'one each').acknowledged;
    const lost = [...notes].filter(([id, note]) => valueOf(rows.get(id), 'note') !== note);
    expectEqual(lost, [], `papers of ${commune} acknowledged and not there`);
    const wrong = [...numbers].filter(([id, number]) => valueOf(rows.get(id), 'arrivalNumber') !== number);
    expectEqual(wrong, [], `numbers of ${commune} given and not there`);
    const given = [...rows.values()]
      .map((row) => valueOf(row, 'arrivalNumber'))
      .filter((each) => typeof each === 'number');
    expectEqual(new Set(given).size, given.length, `numbers of ${commune} given once each`);
  }
}

function valueOf(row: Row | undefined, field: string): unknown {
  return row?.f[field]?.v;
}

/** No counter of a device was taken twice or left out, and each stream counts every op once. */
async function checkTrail(dataDir: string): Promise<void> {
  const owner = openAsOwner(must(await findRunningPostgres(dataDir), 'the database runs'));
  try {
    const { rows: doubled } = await sql`
      select device, n, count(*) from audit where device <> 0 group by 1, 2 having count(*) > 1`.execute(owner);
    expectEqual(doubled, [], 'ops applied twice');
    const { rows: holes } = await sql`
      select d.id from device d where d.last_n <> (select count(*) from audit a where a.device = d.id)`.execute(owner);
    expectEqual(holes, [], 'devices with counters taken and not applied');
    const { rows: streams } = await sql`
      select s.id from stream s where s.seq <> (select count(*) from audit a where a.stream = s.id)`.execute(owner);
    expectEqual(streams, [], 'streams that count other than their ops');
  } finally {
    await owner.destroy();
  }
}

/** Every file acknowledged is in its commune's list, and every file in a list is whole on the disk. How many there are. */
async function checkFiles(dataDir: string, pcs: readonly OfficePc[], busy: readonly BusyPc[]): Promise<number> {
  const owner = openAsOwner(must(await findRunningPostgres(dataDir), 'the database runs'));
  try {
    const listed = await owner.selectFrom('file').select(['commune', 'hash', 'size']).execute();
    for (const { commune, hash, size } of listed) {
      const bytes = await readFile(storedPath(filesFolderOf(dataDir), commune, hash));
      const found = [bytes.length, createHash('sha256').update(bytes).digest('hex')];
      expectEqual(found, [size, hash], `file ${hash} of ${commune}`);
    }
    const known = new Set(listed.map(({ commune, hash }) => `${commune}/${hash}`));
    for (const [i, { commune }] of pcs.entries()) {
      const lost = [...must(busy[i], 'one each').acknowledged.files].filter((hash) => !known.has(`${commune}/${hash}`));
      expectEqual(lost, [], `files of ${commune} acknowledged and not there`);
    }
    expectThat(listed.length, (count) => count >= pcs.length * 2, 'files sent');
    return listed.length;
  } finally {
    await owner.destroy();
  }
}
