/**
 * Offline work goes to the province and back by sticks only: lost, doubled, reordered, cut and changed at seeded bytes, pulled while written, forged, foreign.
 * In the end the province holds, cell by cell, what a twin of it holds that was sent the same work over the line; so does every PC. One PC writes and reads by
 * its screen.
 */
import 'fake-indexeddb/auto';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { createPulledStick, type PulledStick } from '#e2e/office/pulled-stick.ts';
import { lastTaken, OnlineTwin, readAtProvince, type Said } from '#e2e/office/stick-province.ts';
import { newPcOnDisk, startWindowlessPc, type StickInHand, type WindowlessPc } from '#e2e/office/windowless-pc.ts';
import { registerDocument } from '#renderer/data/documents/document-repository.ts';
import { saveRecord } from '#renderer/data/write/save-record.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { readStick, type StickReport } from '#renderer/sync/parcel/read-stick.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import { must } from '#shared/base/must.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { createSeededRandom } from '#shared/sync/simulation/seeded-random.ts';
import { parcelMessages } from '#server/messages-of-parcels.ts';
import { startServer } from '#server/start-server.ts';

const SEED = 20_261_130;
const OFFICE = 'na-lau';
const PART_BYTES = 64 * 1024;
/** What becomes of each package on its way up; every PC meets each of them, in an order of its own. */
const FATES = ['read', 'lost', 'twice', 'late', 'cut', 'changed', 'pulled'] as const;
type Fate = (typeof FATES)[number];

type Pc = WindowlessPc & {
  readonly name: string;
  readonly hand: StickInHand & { readonly stick: PulledStick };
  late: string[];
};

await runProof('usb-package', async ({ say, onEnd }) => {
  const began = Date.now();
  const random = createSeededRandom(SEED);
  const work = await mkdtemp(join(tmpdir(), 'hosoxa-usb-'));
  onEnd(() => rm(work, { recursive: true, force: true }));
  await chmod(work, 0o711); // the province's database lies below
  const [dataDir, twinDir] = [join(work, 'province'), join(work, 'twin')];
  const founding = await startServer({ dataDir });
  onEnd(() => founding.stop());
  const { port } = founding;
  await founding.createCommune({ id: OFFICE, name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const join_ = async (name: string, holdsRegister: boolean): Promise<Pc> => {
    const hand = { stick: createPulledStick(), folder: '', partBytes: PART_BYTES, noted: [] };
    const folder = join(work, name);
    await mkdir(folder);
    const enrol = { serverUrl: founding.url, code: await founding.createCode(OFFICE, { name, holdsRegister }) };
    const pc = await startWindowlessPc(newPcOnDisk(folder, name), enrol, hand);
    onEnd(() => pc.close());
    return { ...pc, name, hand, late: [] };
  };
  const [clerk, colleague] = [await join_('van-thu', true), await join_('dong-nghiep', false)];
  const head = await clerk.hire('office-head');
  for (let i = 0; i < 6; i += 1) await register(clerk, `${String(i)}-CV/VPTU`, random.below(1000));
  await clerk.engine.runOnce();
  await colleague.engine.runOnce();
  colleague.office.actor = head;
  await founding.stop();
  await promisify(execFile)('cp', ['-a', dataDir, twinDir]); // whose files they are matters to PostgreSQL
  const province = await startServer({ dataDir });
  onEnd(() => province.stop());
  const twinServer = await startServer({ dataDir: twinDir, port });
  onEnd(() => twinServer.stop());
  const twin = new OnlineTwin();
  const pcs = [clerk, colleague];
  for (const pc of pcs) await twin.begin(pc);
  say(`an office of two PCs, its province, and a twin of it that the line leads to: ${seconds(began)}`);

  const orders = pcs.map(() => shuffle([...FATES], random));
  for (let round = 0; round < FATES.length; round += 1)
    for (const [i, pc] of pcs.entries()) {
      await doWork(pc, round);
      await carry(pc, must(orders[i]?.[round], 'a fate'));
    }
  for (let calm = 0; calm < 2; calm += 1) for (const pc of pcs) await carry(pc, 'read');
  say(`${String(FATES.length)} fates of packages, each met by both PCs: ${seconds(began)}`);

  const [ours, theirs] = [await province.recordsOf(OFFICE), await twinServer.recordsOf(OFFICE)];
  expectEqual(ours, theirs, 'the province holds what the same work over the line made');
  for (const pc of pcs) {
    expectEqual(await shadowsOf(pc), Object.fromEntries(ours.map(toEntry)), `${pc.name} holds what the province holds`);
    expectEqual(
      await pc.office.db.outbox.where('kind').equals('waiting').count(),
      0,
      `${pc.name} has nothing left to send`,
    );
  }
  const files = await province.filesOf(OFFICE);
  for (const pc of pcs)
    expectEqual(
      (await pc.vault.listPresent(files.map(({ hash }) => hash))).length,
      files.length,
      'every file is on every PC',
    );
  expectThat(
    ours.filter(({ c }) => Object.keys(c).length > 0).length,
    (count) => count > 0,
    'some of the work was in conflict',
  );
  say(
    `${String(ours.length)} records equal the twin’s cell by cell, on both PCs too; ${String(files.length)} files everywhere: ${seconds(began)}`,
  );
  return `${String(ours.length)} records, ${String(files.length)} files in ${seconds(began)}`;

  /** A package goes up with a fate; what the province answers comes back on the same stick. */
  async function carry(pc: Pc, fate: Fate): Promise<void> {
    pc.hand.folder = await mkdtemp(join(work, 'stick-'));
    await chooseFolder(pc);
    await twin.note(pc);
    if (fate === 'pulled') {
      pc.hand.stick.pullAfter(1 + random.below(60_000));
      const pulled = await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-1' });
      pc.hand.stick.putBack();
      expectEqual(pulled.ok ? 'written' : pulled.error.code, 'parcel-stick-gone', 'a pulled stick is named');
      expectThat(
        (await readAtProvince(dataDir, pc.hand.folder)).text,
        says('parcel-none-here'),
        'nothing half is there',
      );
    }
    const written = await writeParcel(pc.office, pc.desktop, { to: 0, label: 'USB-1' });
    if (!written.ok) throw new Error(`${pc.name}: ${written.error.code}`);
    const { folder } = pc.hand;
    if (fate === 'lost') return;
    if (fate === 'late') {
      pc.late.push(folder);
      return;
    }
    if (fate === 'cut' || fate === 'changed') {
      const copy = await mkdtemp(join(work, 'copy-'));
      await cp(folder, copy, { recursive: true });
      await damage(copy, fate);
      const said = await readAndFollow(pc, copy);
      expectThat(
        said.text,
        (text) => says('parcel-damaged')(text) || says('parcel-incomplete')(text),
        'damage is named',
      );
      expectThat(said.isDone, (isDone) => !isDone, 'and is no success');
      return;
    }
    const said = await readAndFollow(pc, folder, true);
    expectThat(said.isDone, (isDone) => isDone, `the package of ${pc.name} is read: ${said.text}`);
    if (fate === 'twice')
      expectThat((await readAndFollow(pc, folder)).text, (text) => text.includes('đã nhận từ trước'), 'twice is once');
    for (const late of pc.late.splice(0)) {
      const before = await province.recordsOf(OFFICE);
      expectThat(
        (await readAndFollow(pc, late)).isDone,
        (isDone) => isDone,
        'an older package is read after a newer one',
      );
      expectEqual(await province.recordsOf(OFFICE), before, 'and changes nothing');
    }
    const report = await readHere(pc, folder);
    expectEqual(
      report.parcels.map(({ outcome }) => outcome),
      ['whole'],
      `${pc.name} reads the answer`,
    );
    const state = await pc.desktop.call['parcel:state'](undefined);
    expectThat(state, (reply) => reply.ok && reply.value.sent[0]?.receivedAt !== null, 'the receipt came back');
    if (fate === 'twice')
      expectEqual(
        (await readHere(pc, folder)).parcels.map(({ outcome }) => outcome),
        ['again'],
        'the answer twice is once',
      );
  }

  async function readAndFollow(pc: Pc, folder: string, answer = false): Promise<Said> {
    const said = await readAtProvince(dataDir, folder, { answer });
    await twin.follow(pc, await lastTaken(dataDir, pc.office.device.dev));
    return said;
  }

  async function damage(folder: string, how: 'cut' | 'changed'): Promise<void> {
    const parts = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.hsxg')).sort();
    const path = join(folder, random.pick(parts));
    const bytes = await readFile(path);
    const at = random.below(bytes.length);
    if (how === 'changed') bytes.writeUInt8((bytes[at] ?? 0) ^ 0x20, at);
    await writeFile(path, how === 'cut' ? bytes.subarray(0, at) : bytes);
  }

  /** Papers with files, edits of what both see, edits nobody else makes. */
  async function doWork(pc: Pc, round: number): Promise<void> {
    await register(pc, `${pc.name}-${String(round)}/CV`, random.below(90_000) + 1);
    const ids = (await pc.office.db.documents.toCollection().primaryKeys()).sort();
    for (let i = 0; i < 5; i += 1) {
      const id = must(i < 2 ? ids[round % 3] : random.pick(ids), 'a paper');
      const field = i < 2 ? 'result' : random.pick(['note', 'signer'] as const);
      const row = await pc.office.db.documents.get(id);
      const saved = await saveRecord(
        pc.office,
        'document',
        id,
        { [field]: `${pc.name} ${String(round)}.${String(i)}` },
        row?.seq ?? 0,
      );
      if (!saved.ok) throw new Error(saved.error.code);
    }
  }
});

async function register(pc: WindowlessPc, symbol: string, size: number): Promise<void> {
  const bytes = Uint8Array.from({ length: size + 1 }, (_, i) => (i * 7 + symbol.length * 13 + size) & 0xff);
  const file = await pc.keep('van-ban.pdf', Buffer.concat([bytes, createHash('sha256').update(symbol).digest()]));
  const saved = await registerDocument(pc.office, fakePaper(symbol), [file]);
  if (!saved.ok) throw new Error(saved.error.code);
}

async function chooseFolder(pc: WindowlessPc): Promise<void> {
  const chosen = await pc.desktop.call['parcel:choose']({ purpose: 'write' });
  if (!chosen.ok) throw new Error(chosen.error.code);
}

async function readHere(pc: Pc, folder: string): Promise<StickReport> {
  pc.hand.folder = folder;
  await chooseFolder(pc);
  const read = await readStick(pc.office, pc.desktop);
  if (!read.ok) throw new Error(`${pc.name} could not read: ${read.error.code}`);
  return read.value;
}

async function shadowsOf({ office }: WindowlessPc): Promise<Record<string, unknown>> {
  const rows = await office.db.shadows.filter(({ stream }) => stream === office.stream).toArray();
  return Object.fromEntries(rows.map(toEntry));
}

function toEntry({
  type,
  id,
  seq,
  f,
  c,
}: {
  type: string;
  id: string;
  seq: number;
  f: object;
  c: object;
}): [string, unknown] {
  // Counters of writes are the province's own: they do not go over the wire.
  return [
    `${type} ${id}`,
    JSON.parse(JSON.stringify({ seq, f, c }, (key, value: unknown) => (key === 'n' ? undefined : value))),
  ];
}

function says(code: ErrorCode): (text: string) => boolean {
  return (text) => text.includes(parcelMessages.reason(code));
}

function shuffle<T>(list: T[], random: { readonly below: (limit: number) => number }): readonly T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
