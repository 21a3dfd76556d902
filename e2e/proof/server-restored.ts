/** The province loses its disk and comes back from an older backup while a PC of the office burns: the other PCs notice and bring back everything. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { dumpRecords, makePapers } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { restoreProvince } from '#server/province-backup.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { must } from '#shared/base/must.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

const PATIENCE_MS = 25_000;
const EDITS = 60;
const PAPERS = 6;

await runProof('server-restored', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-restored-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'province');
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  const commune = await seedProvince(
    server,
    { seed: 3, documents: 160, members: 40, today, files: 2, place },
    Date.now,
  );
  const burning = await enrolSamplePc(server.url, await server.createCode(place.id), 'Máy sẽ cháy', Date.now);
  const [clerk, officer] = [
    await OfficePc.join(server, place.id, 'Máy văn thư', true),
    await OfficePc.join(server, place.id, 'Máy chuyên viên', false, { role: 'officer' }),
  ];
  for (const pc of [clerk, officer]) onEnd(() => pc.discard());
  for (const pc of [clerk, officer]) await pc.settle();
  const backup = await server.backup(join(folder, 'backups'));
  say(`an office of three PCs; backup made: ${JSON.stringify(backup)}`);

  await Promise.all([note(clerk, 0, 'văn thư'), note(officer, EDITS, 'chuyên viên')]);
  await makePapers(clerk, PAPERS, 'restored');
  const papers = commune.documents.map(({ id }) => id).sort();
  const clerkId = must(
    commune.staff.find(({ fields }) => fields.role === 'clerk'),
    'a sample commune has a clerk',
  ).id;
  const rows = new Map((await burning.pull()).map((row) => [row.id, row]));
  await burning.send(
    papers.slice(100, 100 + EDITS / 2).map((id) => ({
      t: 'set' as const,
      type: 'document',
      id,
      f: { signer: 'Người ký do máy cháy ghi' },
      base: rows.get(id)?.seq ?? 0,
    })),
    clerkId,
  );
  await burning.close();
  for (const pc of [clerk, officer]) await pc.settle();
  const before = await clerk.page.evaluate(readWork);
  expectEqual(
    { signed: before.signed, noted: before.noted, papers: before.papers },
    { signed: EDITS / 2, noted: 2 * EDITS, papers: 160 + PAPERS },
    'before the disaster the office has all work',
  );
  say(
    `${2 * EDITS} notes, ${PAPERS} new papers, ${EDITS / 2} edits of a third PC: acknowledged after the backup; the third PC burns`,
  );

  const { port } = server;
  await server.stop();
  await note(clerk, 0, 'văn thư khi mất máy chủ');
  await restoreProvince({ dataDir, folder: join(folder, 'backups'), replace: true });
  server = await startServer({ dataDir, port });
  const lost = await server.recordsOf(place.id);
  expectEqual(
    lost.filter(({ f }) => f['signer']?.v === 'Người ký do máy cháy ghi').length,
    0,
    'the backup knows nothing of it',
  );
  say(`the province is back from its backup: it knows ${lost.filter(({ type }) => type === 'document').length} papers`);

  const level = await comeLevel(clerk, officer, async () => (await server.filesOf(place.id)).length === 2 + PAPERS);
  say(`both PCs are level again after ${level.toFixed(1)} s`);
  const held = (await server.recordsOf(place.id)).filter(({ type }) => type === 'document');
  const numbers = held.flatMap(({ f }) => (typeof f['arrivalNumber']?.v === 'number' ? [f['arrivalNumber'].v] : []));
  expectEqual(held.length, 160 + PAPERS, 'every paper is at the province, none twice');
  expectEqual(new Set(numbers).size, numbers.length, 'no number twice');
  expectEqual(
    held.filter(({ f }) => f['signer']?.v === 'Người ký do máy cháy ghi').length,
    EDITS / 2,
    'what only the burnt PC had sent is back',
  );
  expectEqual(
    held.filter(({ f }) => noteOf(f).startsWith('văn thư khi mất máy chủ')).length,
    EDITS,
    'work done while the server was away arrived',
  );
  expectEqual(
    held.filter(({ f }) => noteOf(f).startsWith('chuyên viên')).length,
    EDITS,
    'acknowledged work the backup did not hold is back',
  );
  const after = await clerk.page.evaluate(readWork);
  expectThat(after.refused, (count) => count === 0, 'nothing was refused');

  await Promise.all([clerk, officer].map(waitUntilDone));
  const victim = must(papers[120], 'there are as many');
  const signed = async (): Promise<unknown> =>
    (await server.recordsOf(place.id)).find(({ id }) => id === victim)?.f['signer'];
  const genuine = await signed();
  const refused = await officer.page.evaluate(forge, { id: victim, dev: burning.device.dev, by: clerkId });
  expectEqual(
    refused,
    ['resupply-over'],
    'a PC that has said it is done forges a lost value in the name of the burnt one',
  );
  expectEqual(await signed(), genuine, 'the value at the province is as it was');
  say('both PCs have said that they are done; a forged lost value is refused and kept under "Cần xử lý"');
  return `${2 * EDITS + EDITS / 2 + PAPERS} lost acts and ${PAPERS} files brought back, ${EDITS} new ones taken, ${after.conflicts} questions, 0 refused`;
});

function noteOf(f: SyncRecord['f']): string {
  const note = f['note']?.v;
  return typeof note === 'string' ? note : '';
}

/** Waits until two PCs show the same and the files are back; the seconds it took. */
async function comeLevel(one: OfficePc, other: OfficePc, hasFiles: () => Promise<boolean>): Promise<number> {
  const started = Date.now();
  for (;;) {
    await Promise.all([one.settle(), other.settle()]);
    const [mine, theirs] = await Promise.all([dumpRecords(one), dumpRecords(other)]);
    const isLevel = isDeepStrictEqual(mine, theirs);
    if (isLevel && (await hasFiles())) return (Date.now() - started) / 1000;
    if (Date.now() - started < PATIENCE_MS) continue;
    expectEqual(theirs, mine, 'both PCs show the same');
    expectThat(isLevel, () => false, 'the files are at the province again');
  }
}

/** Waits until the PC has told the province that it has nothing left to bring back. */
async function waitUntilDone(pc: OfficePc): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await pc.page.evaluate(hasSaidDone))) {
    expectThat(Date.now(), (now) => now < deadline, `${pc.name} says that it is done`);
    await pc.settle();
  }
}

async function hasSaidDone(): Promise<boolean> {
  const { office, sync } = window.officeForTests ?? {};
  if (office === undefined) throw new Error('the app is not open to tests');
  const [said, cookie] = await Promise.all([
    office.db.localMeta.get(`whole:${office.stream}`),
    office.db.cookies.get(office.stream),
  ]);
  if (said?.value === cookie?.epoch) return true;
  sync?.syncNow();
  return false;
}

/** Lets a PC believe that it had found a value missing, as a broken or malicious one would; why each such change was refused. */
async function forge({ id, dev, by }: { id: string; dev: number; by: string }): Promise<readonly string[]> {
  const { office, sync } = window.officeForTests ?? {};
  if (office === undefined || sync === undefined) throw new Error('the app is not open to tests');
  const { stream, db } = office;
  const epoch = (await db.cookies.get(stream))?.epoch ?? '';
  const h = Date.now() * 1024;
  const f = { signer: 'Người bị mạo tên' };
  const part = { type: 'document', id, f, base: 0, h, by, origin: { signer: { dev, h, by } } };
  await db.localMeta.put({ key: `lost:${stream}:document:${id}:forged:0`, value: { stream, epoch, part } });
  await sync.runOnce(); // one may be under way that has looked already
  await sync.runOnce();
  const rows = await db.outbox.where('kind').equals('rejected').toArray();
  return rows.map(({ state }) => (state.kind === 'rejected' ? state.reason : ''));
}

/** Notes on EDITS papers from `start` on. */
async function note(pc: OfficePc, start: number, mark: string): Promise<void> {
  await pc.page.evaluate(
    async ({ from, count, text }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts } = handle;
      const ids = (await office.db.documents.toCollection().primaryKeys()).sort().slice(from, from + count);
      for (const [i, id] of ids.entries()) {
        const row = await office.db.documents.get(id);
        const saved = await acts.saveDocument(office, id, { note: `${text} ${String(i)}` }, row?.seq ?? 0);
        if (!saved.ok) throw new Error(`edit refused: ${saved.error.code}`);
      }
    },
    { from: start, count: EDITS, text: mark },
  );
}

async function readWork(): Promise<{
  signed: number;
  noted: number;
  papers: number;
  conflicts: number;
  refused: number;
}> {
  const handle = window.officeForTests;
  if (handle === undefined) throw new Error('the app is not open to tests');
  const { office, acts } = handle;
  const rows = await office.db.documents.toArray();
  return {
    signed: rows.filter(({ signer }) => signer === 'Người ký do máy cháy ghi').length,
    noted: rows.filter((row) => row.note.startsWith('văn thư') || row.note.startsWith('chuyên viên')).length,
    papers: rows.length,
    conflicts: (await acts.listConflicts(office)).length,
    refused: await office.db.outbox.where('kind').equals('rejected').count(),
  };
}
