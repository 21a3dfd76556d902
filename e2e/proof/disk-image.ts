/** A PC's disk is copied and both copies work offline: the second to come back is noticed, gets a number of its own, and nothing is lost or doubled. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { dumpRecords, editDocuments, makePapers } from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const EDITS_BEFORE = 10;
const EDITS = 25;
const PAPERS = 3;
const PATIENCE = 30_000;

await runProof('disk-image', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [place] = samplePlaces;
  const seed = { seed: 7, documents: 60, members: 5, today: toPlainDate('2026-11-20'), files: 0, place };
  await seedProvince(server, seed, Date.now);

  const first = await OfficePc.join(server, place.id, 'Máy văn thư', true);
  onEnd(() => rm(first.profile, { recursive: true, force: true }));
  await first.settle();
  await editDocuments(first, { total: EDITS_BEFORE, shared: 0, mark: 'trước khi chép', startAt: 0 });
  await first.settle();
  await first.close();
  const copied = await mkdtemp(join(tmpdir(), 'hosoxa-copy-'));
  onEnd(() => rm(copied, { recursive: true, force: true }));
  await cp(first.profile, copied, {
    recursive: true,
    filter: (path) => !basename(path).startsWith('Singleton'),
  });
  const before = (await server.recordsOf(place.id)).length;
  say(`one PC joined, made ${EDITS_BEFORE} edits the province has, and was copied`);

  const { port } = server;
  await server.stop();
  const pcs = [await OfficePc.open('Máy gốc', first.profile), await OfficePc.open('Máy chép', copied)] as const;
  for (const pc of pcs) onEnd(() => pc.close());
  await Promise.all(pcs.map((pc) => pc.unlock()));
  const numbersBefore = await deviceNumbers(pcs);
  expectEqual(numbersBefore[0], numbersBefore[1], 'both are the same PC to the province');
  for (const [i, pc] of pcs.entries()) {
    // Each on documents of its own, so that every edit must be found as it was made.
    await editDocuments(pc, { total: EDITS, shared: 0, mark: pc.name, startAt: EDITS_BEFORE + i * EDITS });
    await makePapers(pc, PAPERS, `disk-image/${i}`);
  }
  say(`both work offline as PC ${numbersBefore[0]}: ${EDITS} edits and ${PAPERS} papers with PDFs each`);

  server = await startServer({ dataDir, port });
  const [original, copy] = pcs;
  await original.settle();
  const returned = Date.now();
  await copy.page.evaluate(() => {
    window.officeForTests?.sync.syncNow();
  });
  await copy.page.getByRole('heading', { name: 'Mở khoá' }).waitFor({ timeout: PATIENCE });
  await copy.unlock();
  const numbersAfter = await deviceNumbers(pcs);
  expectEqual(numbersAfter[0], numbersBefore[0], 'the first to come back keeps its number');
  expectThat(numbersAfter[1], (dev) => dev > numbersBefore[1], 'the second has a new one');
  say(`the copy was noticed and is PC ${numbersAfter[1]} now`);

  for (let round = 0; round < 2; round += 1) for (const pc of pcs) await pc.settle();
  const truth = await server.recordsOf(place.id);
  const documents = truth.filter(({ type }) => type === 'document');
  const texts = documents.flatMap(({ f }) => ['note', 'signer'].map((field) => f[field]?.v));
  for (const { name } of pcs) {
    const wanted = Array.from({ length: EDITS }, (_, i) => `${name}, sửa lần ${i + 1}`);
    expectEqual(
      wanted.filter((text) => !texts.includes(text)),
      [],
      `edits of ${name} lost`,
    );
    const papers = Array.from(
      { length: PAPERS },
      (_, i) =>
        documents.filter(({ f }) => f['abstract']?.v === `Về việc thử làm khi mất mạng, tờ ${i + 1} của ${name}`)
          .length,
    );
    expectEqual(papers, Array<number>(PAPERS).fill(1), `papers of ${name}, each there once`);
  }
  const numbers = documents.map(({ f }) => f['arrivalNumber']?.v ?? null);
  expectThat(
    numbers,
    (all) => new Set(all.filter((n) => n !== null)).size === all.filter((n) => n !== null).length,
    'no number twice',
  );
  const files = await server.filesOf(place.id);
  expectEqual(files.length, 2 * PAPERS, 'every file is at the province');
  const made = truth.length - before;
  // Every paper: itself and its attachment; and the copy, which is a PC of its own now.
  expectEqual(made, 2 * PAPERS * 2 + 1, 'records made, none doubled');
  const [atOriginal, atCopy] = await Promise.all(pcs.map(dumpRecords));
  expectEqual(atOriginal, atCopy, 'both PCs hold the same');
  expectEqual(Object.keys(atOriginal ?? {}).length, truth.length, 'as many records as the province');
  say(
    `${2 * EDITS} edits and ${2 * PAPERS} papers: 0 lost, 0 doubled; ${truth.length} records the same on both PCs and at the province`,
  );
  return `PC ${numbersAfter[0]} and its copy, now PC ${numbersAfter[1]}: 0 of ${2 * (EDITS + PAPERS)} changes lost, 0 doubled, converged in ${((Date.now() - returned) / 1000).toFixed(1)} s`;
});

async function deviceNumbers([one, other]: readonly [OfficePc, OfficePc]): Promise<[number, number]> {
  return [await deviceNumber(one), await deviceNumber(other)];
}

function deviceNumber(pc: OfficePc): Promise<number> {
  return pc.page.evaluate(() => window.officeForTests?.office.device.dev ?? 0);
}
