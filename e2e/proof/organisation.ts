/**
 * Two PCs of an office without a network: one merges two cells and parts a third, the other, which knows nothing of it, writes people, a meeting and a rating
 * into the very same cells and merges a fourth one into one of them. Both programs are killed, and the server while it takes it all. At the end every member
 * is in exactly one living cell on both PCs and at the province, nobody and no work is lost, the tree of the day before is as it was, and a change that is
 * taken back gives everybody back.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import {
  changeTree,
  holderAt,
  listCells,
  peopleOnDay,
  shownTree,
  takeBack,
  writeIntoCells,
  type ProofCell,
} from '#e2e/office/organisation-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { endServer, spawnServer } from '#e2e/office/server-process.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startServer } from '#server/start-server.ts';

const PATIENCE = 25_000;

await runProof('organisation', async ({ say, onEnd }) => {
  const began = Date.now();
  const since = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-organisation-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  await bundleApp(['server']);
  const founding = await startServer({ dataDir });
  const [place] = samplePlaces;
  const order = { documents: 2, members: 80, files: 0, today: toPlainDate('2026-11-20') };
  await seedProvince(founding, { ...order, seed: 'organisation', place }, Date.now);
  const joinAs = (name: string): Promise<OfficePc> =>
    OfficePc.join(founding, place.id, name, false, { role: 'office-head' });
  let [here, there] = await Promise.all([joinAs('Máy Ban Xây dựng Đảng'), joinAs('Máy Văn phòng')]);
  onEnd(() => here.discard());
  onEnd(() => there.discard());
  await Promise.all([here.settle(), there.settle()]);
  const lookCode = await founding.createCode(place.id, { name: 'Máy tỉnh xem', holdsRegister: false });
  const { port, url } = founding;
  const cells = await listCells(here);
  const nth = (i: number): ProofCell => must(cells[i], 'the office has cells');
  const [a, b, c, d, e] = [nth(0), nth(1), nth(2), nth(3), nth(4)];
  const before = { homes: (await shownTree(here)).homes, people: await peopleOnDay(here, 0) };
  await founding.stop();
  say(
    `two PCs joined, ${String(Object.keys(before.homes).length)} members in ${String(cells.length)} cells: ${since()}`,
  );

  /* Without a network: here the tree changes, there it is written into as it was. */
  const merged = await changeTree(here, { kind: 'merged', from: [a.id, b.id], into: [], founds: ['Chi bộ Hợp nhất'] });
  const parted = c.members.slice(0, 2);
  const split = await changeTree(here, {
    kind: 'split',
    from: [c.id],
    into: [c.id],
    founds: ['Chi bộ Tách ra'],
    parted,
  });
  const rated = must(a.members[0], 'somebody to rate');
  const movedOne = must(e.members[0], 'somebody to move');
  const written = await writeIntoCells(there, { into: [a.id, c.id, d.id], moved: { id: movedOne, to: b.id }, rated });
  await changeTree(there, { kind: 'merged', from: [d.id], into: [b.id], founds: [] });
  [here, there] = await Promise.all([killAndReopen(here), killAndReopen(there)]);
  say(`one merged and split, the other wrote into the old cells, both killed: ${since()}`);

  /* The line returns; the server is killed while it takes it. */
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const going = here.settle();
  await new Promise((resolve) => setTimeout(resolve, 120));
  server.kill('SIGKILL');
  server = await spawnServer(dataDir, port);
  await going;
  const into = must(merged.into[0], 'the new cell');
  const second = must(split.into[1], 'the parted cell');
  const [newInA, newInC, newInD] = written.added;
  const wanted: Record<string, string> = { ...before.homes };
  for (const id of [...a.members, ...b.members, ...d.members, movedOne, must(newInA, 'added'), must(newInD, 'added')])
    wanted[id] = into;
  for (const id of parted) wanted[id] = second;
  wanted[must(newInC, 'added')] = c.id;
  for (const pc of [there, here, there]) await settleUntil(pc, wanted);
  await Promise.all([here.settle(), there.settle()]);
  for (const pc of [here, there]) {
    const { adrift, conflicts, refused } = await shownTree(pc);
    expectEqual(adrift, [], `${pc.name}: nobody hangs in an ended cell`);
    expectEqual([conflicts, refused.join()], [0, ''], `${pc.name}: nothing to ask, nothing refused`);
    expectEqual(await holderAt(pc, 'meetings', written.meeting), into, `${pc.name}: the meeting went along`);
    expectEqual(await holderAt(pc, 'ratings', written.rating), into, `${pc.name}: the rating went along`);
    expectEqual(await peopleOnDay(pc, 1), before.people, `${pc.name}: the day before is as it was`);
  }
  expectEqual(await peopleOnDay(there, 0), await peopleOnDay(here, 0), 'both PCs show the same tree today');
  say(`the server killed while it took it; everybody in one living cell on both PCs: ${since()}`);

  /* A change that was recorded wrongly is taken back. */
  await takeBack(here, split.id);
  for (const id of parted) wanted[id] = c.id;
  for (const pc of [here, there]) await settleUntil(pc, wanted);
  const province = await homesAtProvince(url, lookCode);
  expectEqual(province, wanted, 'the province has everybody where the PCs have them');
  return `${String(Object.keys(wanted).length)} members, 4 changes, 3 kills: each in one living cell on both PCs and at the province, ${since()}`;
});

async function killAndReopen(pc: OfficePc): Promise<OfficePc> {
  await killProgram(pc);
  const again = await OfficePc.open(pc.name, pc.profile);
  await again.unlock();
  return again;
}

/** Exchanges until a PC shows everybody where they should be. */
async function settleUntil(pc: OfficePc, wanted: Readonly<Record<string, string>>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const { homes } = await shownTree(pc);
    const wrong = [...new Set([...Object.keys(homes), ...Object.keys(wanted)])].filter(
      (id) => homes[id] !== wanted[id],
    );
    if (wrong.length === 0) break;
    const told = wrong.slice(0, 3).map((id) => `${id} is in ${String(homes[id])}, not ${String(wanted[id])}`);
    expectThat(
      Date.now(),
      (now) => now < deadline,
      `${pc.name}: ${String(wrong.length)} misplaced, ${told.join('; ')}`,
    );
    await pc.page.evaluate(() => window.officeForTests?.sync.syncNow());
    await pc.page.waitForTimeout(150);
  }
}

/** Who is where as the province has it, read by a PC of its own. */
async function homesAtProvince(url: string, code: string): Promise<Record<string, string>> {
  const pc = await enrolSamplePc(url, code, 'Máy tỉnh xem', Date.now);
  const records = await pc.pull();
  await pc.close();
  const gone: readonly unknown[] = ['transferred', 'left', 'deceased'];
  return Object.fromEntries(
    records
      .filter(({ type, f }) => type === 'member' && !gone.includes(f['state']?.v))
      .flatMap(({ id, f }) => {
        const unitId = f['unitId']?.v;
        return typeof unitId === 'string' ? [[id, unitId] as const] : [];
      }),
  );
}
