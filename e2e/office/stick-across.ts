import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { expectEqual, expectThat } from './run-proof.ts';
import { damagedCopy, FATES, type Fate } from './stick-fates.ts';
import { doWork, readHere, registerPaper, takeStick, type StickOffice, type StickPc } from './stick-office.ts';
import { lastTaken, readAtProvince } from './stick-province.ts';
import { listParcelFiles } from '#renderer/data/parcel/parcel-files.ts';
import { listPresentFiles } from '#renderer/platform/desktop-parcels.ts';
import { readStick } from '#renderer/sync/parcel/read-stick.ts';
import { must } from '#shared/base/must.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import type { SeededRandom } from '#shared/sync/simulation/seeded-random.ts';

/**
 * The PCs of the office bring each other their unsent work on sticks, with every fate in both directions, until each shows the register of both. Then one
 * of them carries the work of both to the province.
 */
export async function workAcross(office: StickOffice, random: SeededRandom): Promise<void> {
  const [clerk, colleague] = office.pcs;
  const before = new Set((await clerk.office.db.documents.toArray()).map(({ symbol }) => symbol));
  for (const { symbol } of await colleague.office.db.documents.toArray()) before.add(symbol);
  const ways = [
    [clerk, colleague],
    [colleague, clerk],
  ] as const;
  for (const [round, fate] of FATES.entries())
    for (const [from, to] of ways) {
      await doWork(from, round + FATES.length, random);
      await carryAcross(office, from, to, fate, random);
    }
  for (const [from, to] of [...ways, ...ways]) await carryAcross(office, from, to, 'read', random);
  const [ours, others] = await Promise.all([clerk, colleague].map((pc) => newPapersOf(pc, before)));
  expectEqual(others, ours, 'both show one register');
  expectEqual(ours?.length, 2 * FATES.length, 'with the papers of both');
  expectThat(
    ours,
    (papers = []) => papers.every((line) => !line.endsWith('null')),
    'and the holder numbered all of them',
  );
  for (const [from, to] of ways) {
    const { dev } = from.office.device;
    const theirs = await to.office.db.documents.filter(({ peers = [] }) => peers.includes(dev)).toArray();
    expectThat(theirs.length, (count) => count >= FATES.length, 'marked as not yet at the province');
    const named = await to.office.db.attachments
      .where('documentId')
      .anyOf(theirs.map(({ id }) => id))
      .toArray();
    const files = named.filter(({ peers = [] }) => peers.includes(dev)).map(({ hash }) => hash);
    expectThat(files.length, (count) => count >= FATES.length, 'with their files');
    expectEqual((await to.vault.listPresent(files)).length, files.length, `which are on ${to.name}`);
  }
  await carryBoth(office, colleague, clerk);
  await bringAwaited(office, clerk, colleague);
}

/** A file that is at the province, and that a PC without a line waits for, comes to it from the colleague's PC that has it. */
async function bringAwaited(office: StickOffice, from: StickPc, to: StickPc): Promise<void> {
  await registerPaper(from, 'cho-tep/CV', 5000);
  for (const pc of [from, to]) await carryUp(office, pc);
  const paper = must(
    await to.office.db.documents.filter(({ symbol }) => symbol === 'cho-tep/CV').first(),
    'the paper came by the province',
  );
  const [file] = await to.office.db.attachments.where('documentId').equals(paper.id).toArray();
  const hash = must(file, 'its file').hash;
  expectEqual(await to.vault.listPresent([hash]), [], 'its file has not come: nobody had asked for it');
  for (const [writer, reader] of [
    [to, from],
    [from, to],
  ] as const) {
    const folder = await mkdtemp(join(office.work, 'stick-'));
    await takeStick(writer, folder);
    const written = await writeParcel(writer.office, writer.desktop, { to: reader.office.device.dev, label: 'USB-2' });
    if (!written.ok) throw new Error(`${writer.name}: ${written.error.code}`);
    const { parcels } = await readHere(reader, folder);
    expectEqual(
      parcels.map(({ outcome }) => outcome),
      ['whole'],
      `${reader.name} reads what ${writer.name} wrote`,
    );
  }
  expectEqual(await to.vault.listPresent([hash]), [hash], `a file ${to.name} waited for came from ${from.name}`);
  const { awaited } = await listParcelFiles(to.office, (hashes) => listPresentFiles(to.desktop, hashes));
  expectEqual(awaited, [], 'and nothing is asked of the province any more');
}

/** A PC's package goes to the province, and the answer back. */
async function carryUp({ work, dataDir, twin }: StickOffice, pc: StickPc): Promise<void> {
  const folder = await mkdtemp(join(work, 'stick-'));
  await twin.note(pc);
  await takeStick(pc, folder);
  const written = await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-2' });
  if (!written.ok) throw new Error(`${pc.name}: ${written.error.code}`);
  await readAtProvince(dataDir, folder, { answer: true });
  await twin.follow(pc, await lastTaken(dataDir, pc.office.device.dev));
  await readHere(pc, folder);
}

/** A package goes from PC to PC with a fate. */
async function carryAcross(
  { work, twin }: StickOffice,
  from: StickPc,
  to: StickPc,
  fate: Fate,
  random: SeededRandom,
): Promise<void> {
  const folder = await mkdtemp(join(work, 'stick-'));
  await twin.note(from);
  await takeStick(from, folder);
  if (fate === 'pulled') await pull(from, to, 1 + random.below(20_000));
  const written = await writeParcel(from.office, from.desktop, { to: to.office.device.dev, label: 'USB-2' });
  if (!written.ok) throw new Error(`${from.name}: ${written.error.code}`);
  if (fate === 'lost') return;
  if (fate === 'late') {
    from.late.push(folder);
    return;
  }
  if (fate === 'cut' || fate === 'changed') {
    const { parcels, faults } = await readHere(to, await damagedCopy(work, folder, fate, random));
    const codes = [...parcels.map(({ outcome }) => outcome), ...faults.map(({ code }) => code)];
    expectThat(codes, (all) => all.includes('parcel-damaged'), `${to.name} names the damage`);
    return;
  }
  await expectRead(to, folder, 'whole');
  if (fate === 'twice') await expectRead(to, folder, 'again');
  for (const late of from.late.splice(0)) {
    const before = await heldOf(to);
    await expectRead(to, late, 'whole');
    expectEqual(await heldOf(to), before, 'an older package that is read after a newer one changes nothing');
  }
}

async function expectRead(pc: StickPc, folder: string, outcome: 'whole' | 'again'): Promise<void> {
  const { parcels, faults } = await readHere(pc, folder);
  const read = parcels.map((each) => ({ outcome: each.outcome, leftOut: each.leftOut, hasOps: each.ops > 0 }));
  expectEqual(read, [{ outcome, leftOut: 0, hasOps: true }], `${pc.name} reads what a colleague wrote`);
  expectEqual(faults, [], 'and all of it');
}

async function pull(from: StickPc, to: StickPc, bytes: number): Promise<void> {
  from.hand.stick.pullAfter(bytes);
  const pulled = await writeParcel(from.office, from.desktop, { to: to.office.device.dev, label: 'USB-2' });
  from.hand.stick.putBack();
  expectEqual(pulled.ok ? 'written' : pulled.error.code, 'parcel-stick-gone', 'a pulled stick is named');
  await takeStick(to, from.hand.folder);
  const read = await readStick(to.office, to.desktop);
  expectEqual(read.ok ? 'read' : read.error.code, 'parcel-none-here', 'nothing half is there');
}

/** The work of both goes up in the package of one; the twin is sent it by both, in the order in which the province took it. */
async function carryBoth({ work, dataDir, twin }: StickOffice, carrier: StickPc, other: StickPc): Promise<void> {
  const folder = await mkdtemp(join(work, 'stick-'));
  await Promise.all([twin.note(carrier), twin.note(other)]);
  await takeStick(carrier, folder);
  const written = await writeParcel(carrier.office, carrier.desktop, { to: 0, label: 'USB-2' });
  if (!written.ok) throw new Error(`${carrier.name}: ${written.error.code}`);
  const said = await readAtProvince(dataDir, folder, { answer: true });
  expectThat(said, ({ isDone, text }) => isDone && text.includes('mang hộ máy khác'), 'the province takes both');
  for (const pc of [other, carrier]) await twin.follow(pc, await lastTaken(dataDir, pc.office.device.dev));
  const { parcels } = await readHere(carrier, folder);
  expectEqual(
    parcels.map(({ outcome }) => outcome),
    ['whole'],
    'the answer is read',
  );
  expectEqual(await heldOf(carrier), [], `${carrier.name} holds nothing of colleagues any more: the province has it`);
}

/** What a PC holds of colleagues ahead of the province. */
function heldOf({ office }: StickPc): Promise<unknown> {
  return office.db.peerOps.toArray();
}

/** Papers that were registered since, with their numbers. */
async function newPapersOf({ office }: StickPc, before: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await office.db.documents.filter(({ symbol }) => !before.has(symbol)).toArray();
  return rows.map(({ symbol, arrivalNumber }) => `${symbol} ${String(arrivalNumber)}`).sort();
}
