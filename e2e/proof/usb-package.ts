/**
 * Offline work goes to the province and back, and from PC to PC, by sticks only: lost, doubled, reordered, cut and changed at seeded bytes, pulled while written, forged, foreign.
 * In the end the province holds, cell by cell, what a twin of it holds that was sent the same work over the line; so does every PC. The line comes back
 * between writing and reading.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  byRecord,
  doWork,
  OFFICE,
  openStickOffice,
  readHere,
  shadowsOf,
  takeStick,
  type StickOffice,
  type StickPc,
} from '#e2e/office/stick-office.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { carry, FATES, saysMissing } from '#e2e/office/stick-fates.ts';
import { workAcross } from '#e2e/office/stick-across.ts';
import { readAtProvince } from '#e2e/office/stick-province.ts';
import { refuseForged } from '#e2e/office/stick-refusals.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import { must } from '#shared/base/must.ts';
import { createSeededRandom, type SeededRandom } from '#shared/sync/simulation/seeded-random.ts';
import { startServer } from '#server/start-server.ts';

const SEED = 20_261_130;
/** Stands in a secret paper, and nowhere else. */
const SECRET = 'BÍ MẬT QUÂN SỰ 7261';

await runProof('usb-package', async ({ say, onEnd }) => {
  const began = Date.now();
  const random = createSeededRandom(SEED);
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-usb-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  await chmod(work, 0o711); // the province's database lies below
  const office = await openStickOffice(work, onEnd, random, () => Promise.resolve());
  const { pcs, province, twinServer } = office;
  say(`an office of two PCs, its province, and a twin of it that the line leads to: ${seconds(began)}`);

  await keepSecret(pcs[1]);
  const orders = pcs.map(() => shuffle([...FATES], random));
  for (let round = 0; round < FATES.length; round += 1)
    for (const [i, pc] of pcs.entries()) {
      await doWork(pc, round, random);
      await carry(office, pc, must(orders[i]?.[round], 'a fate'), random);
    }
  say(`${String(FATES.length)} fates of packages, each met by both PCs: ${seconds(began)}`);
  await workAcross(office, random);
  say(`the same fates from PC to PC, and what both did in one package to the province: ${seconds(began)}`);
  for (let calm = 0; calm < 2; calm += 1)
    for (const pc of pcs)
      expectThat(await carry(office, pc, 'read', random), saysMissing, 'the number that never came is named');

  const ours = await province.recordsOf(OFFICE);
  expectEqual(ours, await twinServer.recordsOf(OFFICE), 'the province holds what the same work over the line made');
  expectThat(ours.filter(({ c }) => Object.keys(c).length > 0).length, (count) => count > 0, 'some of it in conflict');
  expectThat(JSON.stringify(ours), (text) => !text.includes(SECRET), 'no secret paper came with it');
  const files = (await province.filesOf(OFFICE)).map(({ hash }) => hash);
  for (const pc of pcs) await expectLevel(pc, byRecord(ours), files);
  say(
    `${String(ours.length)} records equal the twin’s cell by cell, on both PCs too; ${String(files.length)} files everywhere`,
  );

  const refused = await refuseForged(office);
  say(`${String(refused)} forged, foreign and turned-round packages named, without effect: ${seconds(began)}`);

  await letLineComeBack(office, random, onEnd);
  say(`the line came back between writing and reading, and nothing counted twice: ${seconds(began)}`);
  return `${String(ours.length)} records, ${String(files.length)} files, ${String(refused)} refusals in ${seconds(began)}`;
});

/** A secret paper is registered on a PC: it goes nowhere. */
async function keepSecret({ office }: StickPc): Promise<void> {
  const saved = await registerDocument(office, fakePaper('1-M/TU', { abstract: SECRET, secrecy: 'secret' }), []);
  if (!saved.ok) throw new Error(saved.error.code);
}

async function expectLevel(pc: StickPc, records: Record<string, unknown>, files: readonly string[]): Promise<void> {
  expectEqual(await shadowsOf(pc), records, `${pc.name} holds what the province holds`);
  const waiting = await pc.office.db.outbox.where('kind').equals('waiting').count();
  const secrets = (await pc.office.db.outbox.where('kind').equals('waiting').toArray()).filter(
    ({ op }) => op.stream !== pc.office.stream,
  );
  expectEqual(waiting - secrets.length, 0, `${pc.name} has nothing left to send`);
  expectEqual((await pc.vault.listPresent(files)).length, files.length, `every file is on ${pc.name}`);
}

/** A package is written, the line comes back and takes the same; then the package is read, and an answer older than the line is read by its PC. */
async function letLineComeBack(
  office: StickOffice,
  random: SeededRandom,
  onEnd: (clean: () => Promise<unknown>) => void,
): Promise<void> {
  const { pcs, work, dataDir, port, province, twinServer } = office;
  const [clerk] = pcs;
  const stick = await mkdtemp(join(work, 'stick-'));
  await doWork(clerk, 1, random);
  await takeStick(clerk, stick);
  const written = await writeParcel(clerk.office, clerk.desktop, { to: 0, label: 'USB-1' });
  expectThat(written, ({ ok }) => ok, 'a package is written');
  await twinServer.stop();
  await province.stop();
  const back = await startServer({ dataDir, port });
  onEnd(() => back.stop());
  await clerk.engine.runOnce();
  const online = await back.recordsOf(OFFICE);
  const said = await readAtProvince(dataDir, stick, { answer: true });
  expectThat(said, ({ isDone }) => isDone, 'the package is read after the line took the same');
  expectEqual(await back.recordsOf(OFFICE), online, 'and nothing counts twice');
  await doWork(clerk, 2, random);
  await clerk.engine.runOnce();
  const later = byRecord(await back.recordsOf(OFFICE));
  const { parcels } = await readHere(clerk, stick);
  expectEqual(
    parcels.map(({ outcome }) => outcome),
    ['whole'],
    'an answer older than the line is read',
  );
  expectEqual(await shadowsOf(clerk), later, 'and undoes nothing');
  await clerk.engine.runOnce();
  expectEqual(await shadowsOf(clerk), byRecord(await back.recordsOf(OFFICE)), 'the line goes on from there');
}

function shuffle<T>(list: T[], random: SeededRandom): readonly T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
