// Server and PostgreSQL are killed (kill -9) again and again in the middle of pushes and uploads: what was acknowledged is there, once, with its number and its files.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { checkFiles, checkRecords, checkTrail, foundOffices } from '#e2e/office/busy-offices.ts';
import { setToWork, type BusyPc } from '#e2e/office/busy-pc.ts';
import { expectThat, runProof } from '#e2e/office/run-proof.ts';
import { databasePid, endServer, spawnServer, untilWell } from '#e2e/office/server-process.ts';
import { filesFolderOf } from '#server/open-file-places.ts';
import { startServer } from '#server/start-server.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { must } from '#shared/base/must.ts';

const ROUNDS = 20;

/** Who dies in a round. */
const victims = ['server', 'database', 'both', 'database'] as const;

await runProof('kill-server', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-kill-server-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  await bundleApp(['server']);
  const founding = await startServer({ dataDir });
  const pcs = await foundOffices(founding, () => founding.url);
  await founding.stop();
  const { port } = founding;
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
  const url = must(await findRunningPostgres(dataDir), 'the database runs');
  await checkTrail(url);
  const files = await checkFiles({ url, filesFolder: filesFolderOf(dataDir) }, pcs, busy);
  const numbers = busy.reduce((sum, { acknowledged }) => sum + acknowledged.numbers.size, 0);
  return `${ROUNDS} kills: 0 of ${ops} acknowledged ops lost, 0 doubled, ${numbers} numbers unique, ${files} files whole`;
});

function atThisMoment(busy: readonly BusyPc[]): { pushes: number; uploads: number } {
  const all = busy.map((pc) => pc.underWay());
  return {
    pushes: all.reduce((sum, { pushes }) => sum + pushes, 0),
    uploads: all.reduce((sum, { uploads }) => sum + uploads, 0),
  };
}
