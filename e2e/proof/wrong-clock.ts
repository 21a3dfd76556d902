/** PCs whose clocks are wrong by hours and by ten years both ways work offline and online, say so, and merge with a right one in true order. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { dumpRecords, makePapers } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { dateOfInstant, toPlainDate } from '#shared/base/plain-date.ts';

const HOUR_MS = 3_600_000;
const TEN_YEARS_MS = 3653 * 24 * HOUR_MS;
const CROSSED = 8;
/** A stamp counts at least this much later to be told apart on any machine. */
const APART_MS = 30;

await runProof('wrong-clock', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const sample = { seed: 5, documents: 40, members: 5, files: 0, today: toPlainDate('2026-11-20'), place };
  await seedProvince(server, sample, Date.now);

  const joinAt = (name: string, aheadMs: number, holdsRegister = false): Promise<OfficePc> =>
    OfficePc.join(server, place.id, name, holdsRegister, { env: clockEnv(aheadMs) });
  const [right, future, past] = await Promise.all([
    joinAt('Máy đúng giờ', 0, true),
    joinAt('Máy chạy nhanh mười năm', TEN_YEARS_MS),
    joinAt('Máy chạy chậm mười năm', -TEN_YEARS_MS),
  ]);
  const pcs = [right, future, past];
  for (const pc of pcs) onEnd(() => pc.discard());
  for (const pc of pcs) await pc.settle();
  await expectClock(right, 0);
  await expectClock(future, TEN_YEARS_MS);
  await expectClock(past, -TEN_YEARS_MS);
  await expectBanner(future, 'Đồng hồ máy chạy nhanh 10 năm so với tỉnh');
  await expectBanner(past, 'Đồng hồ máy chạy chậm 10 năm so với tỉnh');
  say('three PCs joined, two of them ten years wrong; both say so and by how much');

  for (const pc of pcs) await makePapers(pc, 1, `online/${pc.name}`);
  for (const pc of pcs) await pc.settle();
  const { port } = server;
  await server.stop();
  for (const pc of pcs) await makePapers(pc, 1, `offline/${pc.name}`);
  const writers = [right, future, past];
  const wanted = new Map<string, string>();
  const ids = await firstDocuments(right, CROSSED);
  for (const [i, id] of ids.entries()) {
    const order = [0, 1, 2].map((step) => writers[(i + step) % 3]);
    for (const pc of order) {
      if (pc === undefined) continue;
      const words = `${pc.name} ghi lần ${String(i + 1)}`;
      await writeResult(pc, id, words);
      wanted.set(id, words);
      await pc.page.waitForTimeout(APART_MS);
    }
  }
  say(
    `one paper each online, one each offline; ${String(ids.length)} papers written by all three offline, one after the other`,
  );

  server = await startServer({ dataDir, port });
  for (let round = 0; round < 3; round += 1) for (const pc of pcs) await pc.settle();
  const held = await dumpRecords(right);
  expectEqual(await dumpRecords(future), held, 'the PC ten years ahead holds the same');
  expectEqual(await dumpRecords(past), held, 'the PC ten years behind holds the same');
  await expectWinners(server, place.id, wanted);
  const papers = (await server.recordsOf(place.id)).filter(
    ({ type, f }) => type === 'document' && textOf(f['abstract']).includes('Về việc thử làm khi mất mạng'),
  );
  expectEqual(papers.length, 6, 'every paper is at the province');
  const today = dateOfInstant(Date.now());
  for (const { f } of papers) {
    const offset = Number(f['registeredOffsetMs']?.v);
    const name = pcs.find((pc) => textOf(f['abstract']).endsWith(pc.name));
    expectEqual(f['receivedOn']?.v, today, 'received on the true day');
    expectThat(
      Math.abs(Date.parse(textOf(f['registeredAt'])) - Date.now()),
      (ms) => ms < 10 * 60_000,
      'registered at the true time',
    );
    expectThat(offset + aheadOf(name, pcs), (ms) => Math.abs(ms) < 10_000, 'with the offset as it was measured');
  }
  expectEqual(
    new Set(papers.map(({ f }) => f['arrivalNumber']?.v ?? null)).size,
    papers.length,
    'each with a number of its own',
  );
  say(
    `${String(wanted.size)} crossed edits: the true last word stands in each; ${String(papers.length)} papers dated right`,
  );

  await jumpWhileOff(future, server, place.id, say, onEnd);
  return `±10 years and 5 hours; ${String(wanted.size)} crossed edits in true order, ${String(papers.length)} papers dated right`;
});

/** The clock of a PC is put to another wrong time while it is off and offline: it works, and at the next contact all is well again. */
async function jumpWhileOff(
  pc: OfficePc,
  server: RunningServer,
  communeId: string,
  say: (line: string) => void,
  onEnd: (clean: () => Promise<unknown>) => void,
): Promise<void> {
  await pc.close();
  const jumped = await OfficePc.open(pc.name, pc.profile, clockEnv(5 * HOUR_MS));
  onEnd(() => jumped.close());
  await jumped.unlock();
  await jumped.settle();
  await expectClock(jumped, 5 * HOUR_MS);
  await expectBanner(jumped, 'Đồng hồ máy chạy nhanh 5 giờ so với tỉnh');
  const [id] = await firstDocuments(jumped, 1);
  if (id === undefined) throw new Error('no document');
  await writeResult(jumped, id, 'sau khi đồng hồ nhảy');
  await jumped.settle();
  await expectWinners(server, communeId, new Map([[id, 'sau khi đồng hồ nhảy']]));
  say('put to five hours ahead while it was off: measured anew, said anew, its edit counts');
}

function textOf(cell: { readonly v: unknown } | undefined): string {
  return typeof cell?.v === 'string' ? cell.v : '';
}

function clockEnv(aheadMs: number): Record<string, string> {
  return aheadMs === 0 ? {} : { HOSOXA_CLOCK_AHEAD_MS: String(aheadMs) };
}

function aheadOf(pc: OfficePc | undefined, pcs: readonly OfficePc[]): number {
  return [0, TEN_YEARS_MS, -TEN_YEARS_MS][pc === undefined ? 0 : pcs.indexOf(pc)] ?? 0;
}

/** The PC's own clock is wrong by so much, in the program and in the page, and the office's time is right. */
async function expectClock(pc: OfficePc, aheadMs: number): Promise<void> {
  const near = (ms: number): boolean => Math.abs(ms) < 20_000;
  const main = await pc.app.evaluate(() => Date.now());
  expectThat(main - Date.now() - aheadMs, near, `${pc.name}: the program's clock is wrong as it should be`);
  const seen = await pc.page.evaluate(() => ({
    page: Date.now(),
    office: window.officeForTests?.office.nowMs() ?? 0,
  }));
  expectThat(seen.page - Date.now() - aheadMs, near, `${pc.name}: the page's clock is wrong as it should be`);
  expectThat(seen.office - Date.now(), near, `${pc.name}: the books go by the right time`);
}

async function expectBanner(pc: OfficePc, words: string): Promise<void> {
  await pc.page.evaluate(() => (window.location.hash = '#/this-pc/health'));
  const banners = pc.page.getByRole('region', { name: 'Thông báo của máy' });
  await banners.waitFor();
  for (let look = 0; look < 5; look += 1) {
    if ((await banners.textContent())?.includes(words) === true) return;
    const more = banners.getByTitle('Xem thông báo khác');
    if (await more.isVisible()) await more.click();
    await pc.page.waitForTimeout(300);
  }
  throw new Error(`${pc.name} does not say: ${words}, but: ${(await banners.textContent()) ?? ''}`);
}

function firstDocuments(pc: OfficePc, count: number): Promise<string[]> {
  return pc.page.evaluate(async (wanted) => {
    const keys = await window.officeForTests?.office.db.documents.toCollection().primaryKeys();
    return [...(keys ?? [])].sort().slice(0, wanted);
  }, count);
}

async function writeResult(pc: OfficePc, id: string, words: string): Promise<void> {
  await pc.page.evaluate(
    async ({ docId, result }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const row = await handle.office.db.documents.get(docId);
      const saved = await handle.acts.saveDocument(handle.office, docId, { result }, row?.seq ?? 0);
      if (!saved.ok) throw new Error(`edit refused: ${saved.error.code}`);
    },
    { docId: id, result: words },
  );
}

async function expectWinners(
  server: RunningServer,
  communeId: string,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const records = await server.recordsOf(communeId);
  for (const [id, words] of wanted)
    expectEqual(records.find((record) => record.id === id)?.f['result']?.v ?? null, words, 'the true last word stands');
}
