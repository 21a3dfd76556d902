/** A PC works while it and the province are killed (kill -9) again and again, and the province comes back from an older backup: whatever the PC calls "at the province" the province produces by hash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleApp } from '#build/bundle/bundle-app.ts';
import { expectProduced, readClaims, type Claims } from '#e2e/office/claimed-receipts.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { databasePid, endServer, spawnServer } from '#e2e/office/server-process.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { createRandom } from '#e2e/sample/random.ts';
import { enrolSamplePc, type SamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { backupProvince, restoreProvince } from '#server/province-backup.ts';
import { startServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const SEED = 'receipts';
/** Who dies, round after round; before the round of the restore the province falls back to its backup. */
const victims = ['server', 'client', 'server', 'both'] as const;
const BACKUP_BEFORE = 1;
const RESTORE_BEFORE = 2;
const PATIENCE_MS = 20_000;
const LEFT_OFFLINE = 3;

await runProof('receipts', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-receipts-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'province');
  const backups = join(folder, 'backups');
  const [place] = samplePlaces;
  const random = createRandom(SEED);
  await bundleApp(['server']);
  const office = await foundOffice(dataDir, onEnd);
  const { port, colleague, papers } = office;
  let { pc } = office;
  onEnd(() => pc.discard());
  let server = await spawnServer(dataDir, port);
  onEnd(() => endServer(server, dataDir));

  const sums = { looks: 0, claims: 0, records: 0, files: 0, fromTrail: 0, onlyHere: 0 };
  const judge = async (claims: Claims): Promise<void> => {
    sums.fromTrail += await expectProduced(dataDir, place.id, claims);
    sums.looks += 1;
    sums.claims += claims.atProvince;
    sums.records += claims.records.length;
    sums.files += claims.files.length;
    sums.onlyHere += claims.onlyHere + claims.taken;
  };
  let isRestored = false;
  for (const [round, victim] of victims.entries()) {
    if (round === BACKUP_BEFORE) await backupProvince({ dataDir, folder: backups });
    if (round === RESTORE_BEFORE) {
      await endServer(server, dataDir);
      await restoreProvince({ dataDir, folder: backups, replace: true });
      server = await spawnServer(dataDir, port);
      isRestored = true;
      await untilNoticed(pc);
      await judge(await readClaims(pc));
      say('the province is back from its backup, and the PC has noticed');
    }
    void workForEver(pc, round).catch(() => undefined); // it ends with the page
    await wait(500 + Math.floor(random.next() * 700));
    if (!isRestored) await edit(colleague, papers, round);
    if (victim === 'server' || victim === 'both') await killServer(server, dataDir);
    if (victim === 'server') await stopWork(pc);
    // What is claimed while the province is dead is claimed of what it had before.
    if (victim === 'server') {
      const claims = await readClaims(pc);
      server = await spawnServer(dataDir, port);
      await judge(claims);
      continue;
    }
    await killProgram(pc);
    if (victim === 'both') server = await spawnServer(dataDir, port);
    pc = await OfficePc.open(pc.name, pc.profile);
    await pc.unlock();
    await judge(await readClaims(pc));
  }
  await pc.settle();
  const settled = await readClaims(pc);
  await judge(settled);
  expectEqual([settled.onlyHere, settled.taken], [0, 0], 'papers that are not at the province in the end');
  expectEqual(await guard(pc), { records: 0, files: 0, unsent: 0 }, 'what is only here in the end');
  say(`${String(settled.atProvince)} papers at the province, all of them shown by hash`);

  await endServer(server, dataDir);
  await makePapersOffline(pc, LEFT_OFFLINE);
  const counted = { records: 2 * LEFT_OFFLINE, files: LEFT_OFFLINE, unsent: 2 * LEFT_OFFLINE };
  expectEqual(await guard(pc), counted, 'what is only here after papers made without a line');
  const offline = await readClaims(pc);
  expectEqual(offline.onlyHere, LEFT_OFFLINE, 'papers said to be only here');
  server = await spawnServer(dataDir, port);
  await judge(offline);
  await pc.settle();
  expectEqual(await guard(pc), { records: 0, files: 0, unsent: 0 }, 'what is only here when the line is back');
  const last = await readClaims(pc);
  await judge(last);
  expectEqual(last.atProvince, settled.atProvince + LEFT_OFFLINE, 'papers at the province in the end');
  expectThat(sums, ({ files, onlyHere }) => files > 20 && onlyHere > 0, 'there was something to be wrong about');
  return `${String(victims.length)} kills, 1 restore, ${String(sums.looks)} looks: ${String(sums.records)} records (${String(sums.fromTrail)} since changed) and ${String(sums.files)} files claimed, all produced by hash; ${String(sums.onlyHere)} times "not (yet)" said`;
});

type Office = {
  readonly port: number;
  readonly pc: OfficePc;
  readonly colleague: SamplePc;
  readonly papers: readonly string[];
};

/** An office with some papers, one PC with a window and one that edits beside it; the server is stopped then. */
async function foundOffice(dataDir: string, onEnd: (clean: () => Promise<unknown>) => void): Promise<Office> {
  const server = await startServer({ dataDir });
  const [place] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  const commune = await seedProvince(
    server,
    { seed: SEED, documents: 30, members: 0, today, files: 2, place },
    Date.now,
  );
  const colleague = await enrolSamplePc(server.url, await server.createCode(place.id), 'Máy thứ hai', Date.now);
  onEnd(() => colleague.close());
  const pc = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  await pc.settle();
  await server.stop();
  return { port: server.port, pc, colleague, papers: commune.documents.map(({ id }) => id) };
}

/** The other PC notes something on some papers; the clerk's name is on it, and nobody else edits that field. */
async function edit(pc: SamplePc, papers: readonly string[], round: number): Promise<void> {
  const rows = await pc.pull();
  const by = must(
    rows.find(({ type, f }) => type === 'staff' && f['role']?.v === 'clerk'),
    'the office has a clerk',
  ).id;
  const chosen = papers.slice(round * 3, round * 3 + 6);
  await pc.send(
    chosen.map((id) => ({
      t: 'set',
      type: 'document',
      id,
      f: { signer: `Ký lần ${String(round)}` },
      base: 1_000_000_000,
    })),
    by,
  );
}

async function killServer(
  server: ReturnType<typeof spawnServer> extends Promise<infer S> ? S : never,
  dataDir: string,
): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const database = databasePid(dataDir);
  server.kill('SIGKILL');
  if (database > 0) process.kill(database, 'SIGKILL');
  await gone;
}

/** Papers with a file, and edits, without a pause; the seed is the round. */
function workForEver(pc: OfficePc, round: number): Promise<void> {
  return pc.page.evaluate(
    async ({ at, blank }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts, sync } = handle;
      Object.assign(window, { isAtWork: true });
      const ids = (await office.db.documents.toCollection().primaryKeys()).sort();
      for (let i = 0; 'isAtWork' in window; i += 1) {
        const symbol = `${String(at)}.${String(i)}-BC/ĐU`;
        const bytes = new TextEncoder().encode(
          `%PDF-1.4\n${symbol}\n`.padEnd(2000 + ((at * 7919 + i * 104_729) % 60_000), 'x'),
        );
        const stored = await acts.storeFile(new File([bytes], 'a.pdf', { type: 'application/pdf' }), 1);
        if (!stored.ok) throw new Error(stored.error.code);
        const input = { ...blank, symbol, abstract: symbol, receivedOn: office.today() };
        const paper = await acts.registerDocument(office, input, [stored.value]);
        if (!paper.ok) throw new Error(paper.error.code);
        for (let edits = 0; edits < 3; edits += 1) {
          const id = ids[(at * 5 + i + edits) % ids.length] ?? '';
          await acts.saveDocument(office, id, { note: `${String(at)}.${String(i)}.${String(edits)}` }, 1_000_000_000);
        }
        sync.syncNow();
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
    { at: round, blank: fakePaper('') },
  );
}

async function stopWork(pc: OfficePc): Promise<void> {
  await pc.page.evaluate(() => {
    delete (window as { isAtWork?: boolean }).isAtWork;
  });
}

function makePapersOffline(pc: OfficePc, count: number): Promise<void> {
  return pc.page.evaluate(
    async ({ many, blank }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts } = handle;
      for (let i = 0; i < many; i += 1) {
        const bytes = new TextEncoder().encode(`%PDF-1.4\nmất mạng ${String(i)}\n`.padEnd(3000, 'y'));
        const stored = await acts.storeFile(new File([bytes], 'b.pdf', { type: 'application/pdf' }), 1);
        if (!stored.ok) throw new Error(stored.error.code);
        const input = {
          ...blank,
          symbol: `${String(i + 1)}-TB/ĐU`,
          abstract: 'Khi mất mạng',
          receivedOn: office.today(),
        };
        const paper = await acts.registerDocument(office, input, [stored.value]);
        if (!paper.ok) throw new Error(paper.error.code);
      }
    },
    { many: count, blank: fakePaper('') },
  );
}

/** What guards the dangerous acts of this PC. */
function guard(pc: OfficePc): Promise<{ records: number; files: number; unsent: number }> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { records, files, changes } = await handle.acts.readOutboxSummary(handle.office);
    return { records, files, unsent: changes };
  });
}

/** Waits until the PC knows that the province lives another life. */
async function untilNoticed(pc: OfficePc): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const hasNoticed = await pc.page.evaluate(async () => {
      const { office, sync } = window.officeForTests ?? {};
      const cookie = await office?.db.cookies.get(office.stream);
      if (cookie?.epoch.includes('~') === true) return true;
      sync?.syncNow();
      return false;
    });
    if (hasNoticed) return;
    expectThat(Date.now(), (now) => now < deadline, 'the PC notices the restored province');
    await wait(100);
  }
}
