// Two servers on one PostgreSQL and one place of files serve the same PCs, which change between them in the middle of everything; each is killed (kill -9) once. No op twice, none lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { checkFiles, checkRecords, checkTrail, foundOffices, type ServedPc } from '#e2e/office/busy-offices.ts';
import { setToWork, type BusyPc } from '#e2e/office/busy-pc.ts';
import { TwoNodes } from '#e2e/office/two-nodes.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { openSwitchedLine, type SwitchedLine } from '#e2e/office/switched-line.ts';
import { carryFileAcross, outwaitLock, sendTwiceAtOnce } from '#e2e/office/two-nodes-work.ts';
import { startServer } from '#server/start-server.ts';
import { startEmbeddedPostgres } from '#server/storage/embedded-postgres.ts';
import { TestPc } from '#server/test-office.ts';
import { must } from '#shared/base/must.ts';
import { recordKey } from '#shared/sync/record.ts';

const ROUNDS = 36;
/** Rounds in which the node that serves more PCs is killed. */
const KILLS: readonly number[] = [12, 24];
const BATCHES_AT_ONCE = 8;

await runProof('two-nodes', async ({ say, onEnd }) => {
  const home = await mkdtemp(join(tmpdir(), 'hosoxa-two-nodes-'));
  onEnd(() => rm(home, { recursive: true, force: true }));
  await bundleApp(['server']);
  const postgres = await startEmbeddedPostgres(join(home, 'database'));
  onEnd(postgres.stop);
  const filesFolder = join(home, 'files');

  const founding = await startServer({ dataDir: join(home, 'founding'), databaseUrl: postgres.url, filesFolder });
  const lines: SwitchedLine[] = [];
  for (let i = 0; i < 4; i += 1) lines.push(await openSwitchedLine(founding.port));
  onEnd(() => Promise.all(lines.map((line) => line.close())));
  const pcs = await foundOffices(founding, (index) => must(lines[index], 'four lines').url);
  onEnd(() => Promise.all(pcs.map(({ pc }) => pc.close())));
  await founding.createCommune({ id: 'lung-ho', name: 'xã Lũng Hồ', province: 'tỉnh Cao Bằng' });
  const joined: TestPc[] = [];
  for (const commune of ['lung-ho', 'lung-ho', 'po-khau']) joined.push(await TestPc.join(founding, commune));
  await founding.stop();

  const nodes = await TwoNodes.start(home, { databaseUrl: postgres.url, filesFolder });
  onEnd(() => nodes.end());
  const served = joined.map((pc, i) => pc.copy(nodes.urls[i % 2 === 0 ? 0 : 1]));
  const waiting = served.slice(0, 2);
  const doubled = must(served[2], 'three joined');
  await sendTwiceAtOnce(doubled, nodes.urls, BATCHES_AT_ONCE);
  await carryFileAcross(doubled, nodes.urls);
  say(
    `${BATCHES_AT_ONCE} batches sent to both at once and taken once each; a file begun at one node ended at the other`,
  );

  for (const [i, line] of lines.entries()) line.turnTo(nodes.portOf(i));
  const busy = pcs.map(({ pc, head, holdsBook }) => setToWork(pc, head, holdsBook));
  onEnd(() => Promise.resolve(busy.map((pc) => pc.giveUp())));
  const changes = await changeNodes(nodes, lines, busy);
  const lockMs = await outwaitLock(waiting, postgres.url, nodes.urls);
  await Promise.all(busy.map((pc) => pc.finish()));
  say(`${changes.all} changes of node, ${changes.inPush} in the middle of a push, ${changes.inUpload} of an upload`);
  say(
    `a stream held by somebody: both nodes said they were busy after ${String(Math.round(lockMs / 1000))} s and stayed well`,
  );
  expectThat(Math.min(changes.inPush, changes.inUpload), (count) => count >= ROUNDS / 3, 'changes met work under way');

  const ops = busy.reduce((sum, { acknowledged }) => sum + acknowledged.ops, 0);
  expectThat(ops, (count) => count > ROUNDS * 4, 'acknowledged ops');
  await checkRecords(pcs, busy);
  await checkTrail(postgres.url);
  const files = await checkFiles({ url: postgres.url, filesFolder }, pcs, busy);
  await checkSameFromBoth(nodes, lines, pcs);
  return `${changes.all} changes of node, ${KILLS.length} killed: 0 of ${ops} acknowledged ops lost, 0 doubled, ${files} files whole, both nodes tell the same`;
});

type Changes = { all: number; inPush: number; inUpload: number };

/** Turns one PC after the other to the other node, at any moment; twice the fuller node is killed and everybody goes to the other. */
async function changeNodes(nodes: TwoNodes, lines: readonly SwitchedLine[], busy: readonly BusyPc[]): Promise<Changes> {
  const changes: Changes = { all: 0, inPush: 0, inUpload: 0 };
  const turn = (index: number): void => {
    const line = must(lines[index], 'a line each');
    const { pushes, uploads } = must(busy[index], 'a PC each').underWay();
    changes.all += 1;
    if (pushes > 0) changes.inPush += 1;
    if (uploads > 0) changes.inUpload += 1;
    line.turnTo(nodes.otherThan(line.port()));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await wait(60 + Math.random() * 140);
    if (!KILLS.includes(round)) turn(Math.floor(Math.random() * lines.length));
    else {
      const victim = must(lines[0], 'a line').port();
      await nodes.kill(victim, async () => {
        for (const [i, line] of lines.entries()) if (line.port() === victim) turn(i);
        await wait(400);
      });
    }
  }
  return changes;
}

/** Every PC is told the same by both nodes. */
async function checkSameFromBoth(
  nodes: TwoNodes,
  lines: readonly SwitchedLine[],
  pcs: readonly ServedPc[],
): Promise<void> {
  for (const [i, { pc, commune }] of pcs.entries()) {
    const line = must(lines[i], 'a line each');
    const told = new Map((await pc.pull()).map((row) => [recordKey(row.type, row.id), row]));
    line.turnTo(nodes.otherThan(line.port()));
    const again = new Map((await pc.pull()).map((row) => [recordKey(row.type, row.id), row]));
    expectEqual(again, told, `records of ${commune} from the other node`);
  }
}
