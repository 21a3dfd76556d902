/**
 * Members between two offices of the province, both without a network at each step, clients and server killed at each step: for good, for a time,
 * withdrawn against accepted both ways, refused, by paper, and back again. All the while the province is looked at: each member has exactly one home; and
 * never do two PCs show one member as settled. At the end both sides hold the same fields, lines, events and files.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { watchHomes } from '#e2e/office/home-watch.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { presentFiles } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { endServer, spawnServer } from '#e2e/office/server-process.ts';
import {
  actOnTransfer,
  dossierAt,
  findTravellers,
  openIntroductionBook,
  outcomesAt,
  sendMember,
  settledAt,
  writeDossier,
} from '#e2e/office/transfer-work.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startServer } from '#server/start-server.ts';

const PATIENCE = 30_000;

await runProof('transfer-offline', async ({ say, onEnd }) => {
  const began = Date.now();
  const since = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-transfer-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  await bundleApp(['server']);
  const founding = await startServer({ dataDir });
  const [ours, theirs] = samplePlaces;
  const order = { documents: 2, members: 24, files: 0, today: toPlainDate('2026-11-20') };
  for (const place of [ours, theirs]) await seedProvince(founding, { ...order, seed: place.id, place }, Date.now);
  let [sender, recipient] = await Promise.all([
    OfficePc.join(founding, ours.id, 'Máy nơi đi', true, { role: 'office-head' }),
    OfficePc.join(founding, theirs.id, 'Máy nơi đến', true, { role: 'office-head' }),
  ]);
  onEnd(() => sender.discard());
  onEnd(() => recipient.discard());
  await Promise.all([sender.settle(), recipient.settle()]);
  const found = await findTravellers(sender, 6);
  const nth = (i: number): Person => must(found[i], 'the office has members');
  const [forGood, backInTime, tooLate, refused, forTime, byPaper] = [nth(0), nth(1), nth(2), nth(3), nth(4), nth(5)];
  const everybody = [forGood, backInTime, tooLate, refused, forTime, byPaper];
  const { port } = founding;
  const watch = watchHomes(
    dataDir,
    everybody.filter((each) => each !== byPaper).map(({ name }) => name),
  );
  onEnd(() => watch.stop());
  await founding.stop();
  say(`two PCs joined, ${everybody.length} members chosen: ${since()}`);

  /* Without a network: papers given out, the sender killed. */
  await openIntroductionBook(sender);
  const hash = await writeDossier(sender, forGood.id, 'Cán bộ khuyến nông');
  const send = (person: Person, kind: 'official' | 'temporary', to: string): Promise<string> =>
    sendMember(sender, person.id, { kind, recipient: to });
  const ids = {
    forGood: await send(forGood, 'official', theirs.id),
    backInTime: await send(backInTime, 'official', theirs.id),
    tooLate: await send(tooLate, 'official', theirs.id),
    refused: await send(refused, 'official', theirs.id),
    forTime: await send(forTime, 'temporary', theirs.id),
    byPaper: await send(byPaper, 'official', ''),
  };
  sender = await killAndReopen(sender);
  expectEqual(Object.keys(await outcomesAt(sender)).length, 6, 'what was given out is there after the kill');
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));
  const sent = sender.settle();
  server = await killServer(server, dataDir, port, 150);
  await sent;
  await until(recipient, 'the members who come', (all) =>
    waiting(all, ids.forGood, ids.tooLate, ids.refused, ids.forTime, ids.backInTime),
  );
  await expectOneClaim([sender, recipient], everybody, 'papers out');
  say(`papers given out offline, sender and server killed, all five delivered: ${since()}`);

  /* Both without a network: an edit and a withdrawal here, five answers there; the recipient killed, the sender first at the province. */
  await endServer(server, dataDir);
  await actOnTransfer(sender, { do: 'phone', id: forGood.id, reason: '0912000111' });
  await actOnTransfer(sender, { do: 'withdraw', id: ids.backInTime, reason: 'ở lại công tác' });
  await actOnTransfer(sender, { do: 'confirm', id: ids.byPaper });
  for (const id of [ids.forGood, ids.backInTime, ids.tooLate, ids.forTime])
    await actOnTransfer(recipient, { do: 'accept', id });
  await actOnTransfer(recipient, { do: 'refuse', id: ids.refused, reason: 'thiếu bản kiểm điểm' });
  await expectOneClaim([sender, recipient], everybody, 'answered offline');
  await killProgram(recipient);
  server = await spawnServer(dataDir, port);
  await sender.settle();
  await endServer(server, dataDir);
  await actOnTransfer(sender, { do: 'withdraw', id: ids.tooLate, reason: 'đổi ý' });
  await killProgram(sender);
  say(`both acted offline, the withdrawal of one reached the province first: ${since()}`);

  /* The recipient's answers come while the server is killed; then the sender's late withdrawal. */
  server = await spawnServer(dataDir, port);
  recipient = await reopen(recipient);
  const answered = recipient.settle();
  server = await killServer(server, dataDir, port, 100);
  await answered;
  await until(recipient, 'its answers', (all) => all[ids.forGood] === 'accepted' && all[ids.tooLate] === 'accepted');
  sender = await reopen(sender);
  const wanted = {
    forGood: 'accepted',
    backInTime: 'withdrawn',
    tooLate: 'accepted',
    refused: 'refused',
    forTime: 'accepted',
  } as const;
  for (const pc of [sender, recipient])
    await until(pc, 'what became of each', (all) =>
      Object.entries(wanted).every(([name, outcome]) => all[ids[name as keyof typeof wanted]] === outcome),
    );
  await expectOneClaim([sender, recipient], everybody, 'answers taken');
  expectEqual(await refusals(sender), ['transfer-settled'], 'the late withdrawal is said to have come too late');
  expectEqual((await dossierAt(sender, byPaper.id)).state, 'transferred', 'who went by paper is gone from here');
  say(`answers taken, clients and server killed: the home of each as it was decided: ${since()}`);

  /* Back again: the guest ended by both at once, the first one sent home; both offline, the server killed meanwhile. */
  await Promise.all([sender.settle(), recipient.settle()]);
  await expectSame(sender, recipient, forGood.id, 'the official transfer');
  expectEqual(await presentFiles(recipient, [hash]), [hash], 'the file came along');
  await endServer(server, dataDir);
  await actOnTransfer(sender, { do: 'end', id: ids.forTime });
  await actOnTransfer(recipient, { do: 'left', id: ids.forTime });
  await openIntroductionBook(recipient);
  const home = await sendMember(recipient, forGood.id, { kind: 'official', recipient: ours.id });
  server = await spawnServer(dataDir, port);
  const going = recipient.settle();
  server = await killServer(server, dataDir, port, 120);
  await going;
  await until(sender, 'who comes back', (all) => all[home] === 'waiting' && all[ids.forTime] === 'ended');
  await endServer(server, dataDir);
  await actOnTransfer(sender, { do: 'accept', id: home, into: forGood.id });
  await expectOneClaim([sender, recipient], everybody, 'accepted back offline');
  server = await spawnServer(dataDir, port);
  for (const pc of [sender, recipient])
    await until(pc, 'the way back', (all) => all[home] === 'accepted' && all[ids.forTime] === 'ended');
  await Promise.all([sender.settle(), recipient.settle()]);
  const states = await Promise.all(
    [forGood, backInTime, tooLate, refused, forTime].map(async ({ id }) => [
      (await dossierAt(sender, id)).state,
      (await dossierAt(recipient, id)).state,
    ]),
  );
  const expected = [
    ['official', 'transferred'],
    ['official', undefined],
    ['transferred', 'official'],
    ['official', undefined],
    ['official', 'transferred'],
  ];
  expectEqual(states, expected, 'where each is at the end');
  for (const person of [forGood, tooLate]) await expectSame(sender, recipient, person.id, person.name);
  await expectOneClaim([sender, recipient], everybody, 'at the end');
  await watch.stop();
  expectEqual([...watch.faults()], [], 'one home at every moment');
  expectThat(watch.looks(), (looks) => looks > 50, 'the province was looked at often enough');
  return `7 transfers, 6 kills, one home at each of ${watch.looks()} looks at the province, both sides equal: ${since()}`;

  async function until(pc: OfficePc, what: string, isSo: (all: Outcomes) => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (let all = await outcomesAt(pc); !isSo(all); all = await outcomesAt(pc)) {
      expectThat(Date.now(), (now) => now < deadline, `${pc.name} never heard ${what}: ${JSON.stringify(all)}`);
      await pc.page.evaluate(() => window.officeForTests?.sync.syncNow());
      await pc.page.waitForTimeout(150);
    }
  }
});

type Person = Awaited<ReturnType<typeof findTravellers>>[number];
type Outcomes = Awaited<ReturnType<typeof outcomesAt>>;

function waiting(all: Outcomes, ...ids: readonly string[]): boolean {
  return ids.every((id) => all[id] === 'waiting');
}

async function killAndReopen(pc: OfficePc): Promise<OfficePc> {
  await killProgram(pc);
  return reopen(pc);
}

async function reopen(pc: OfficePc): Promise<OfficePc> {
  const again = await OfficePc.open(pc.name, pc.profile);
  await again.unlock();
  return again;
}

/** Kills the server in the middle of what it does and starts another one on the same data. */
async function killServer(
  server: Awaited<ReturnType<typeof spawnServer>>,
  dataDir: string,
  port: number,
  afterMs: number,
): Promise<Awaited<ReturnType<typeof spawnServer>>> {
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  server.kill('SIGKILL');
  return spawnServer(dataDir, port);
}

/** Nobody is shown as settled by two PCs. */
async function expectOneClaim(pcs: readonly OfficePc[], people: readonly Person[], when: string): Promise<void> {
  const claims = await Promise.all(pcs.map(settledAt));
  const doubled = people.filter(({ name }) => claims.filter((names) => names.has(name)).length > 1);
  expectEqual(doubled, [], `nobody is settled twice, ${when}`);
}

/** Codes of what the province refused a PC. */
function refusals(pc: OfficePc): Promise<string[]> {
  return pc.page.evaluate(async () => {
    const rows = (await window.officeForTests?.office.db.outbox.where('kind').equals('rejected').toArray()) ?? [];
    return rows.map(({ state }) => (state.kind === 'rejected' ? state.reason : state.kind)).sort();
  });
}

/** Both offices hold the same of a member: every field, line, event and file. */
async function expectSame(one: OfficePc, other: OfficePc, memberId: string, what: string): Promise<void> {
  const [here, there] = [await dossierAt(one, memberId), await dossierAt(other, memberId)];
  expectEqual({ ...there, state: here.state }, here, `${what}: both sides hold the same`);
}
