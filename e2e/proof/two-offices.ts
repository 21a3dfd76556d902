/** Two PCs of one commune and one of another work offline, then converge: conflicts listed on both, settled once, files everywhere, nothing across. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficePc } from '#e2e/office/office-pc.ts';
import {
  dumpRecords,
  editDocuments,
  listOpenConflicts,
  makePapers,
  presentFiles,
  settleAll,
} from '#e2e/office/office-work.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const SHARED_RECORDS = 40;
const PAPERS = 15;
const EDITS = 200;

await runProof('two-offices', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-province-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const [ours, theirs] = samplePlaces;
  const today = toPlainDate('2026-11-20');
  const seed = (place: typeof ours): Promise<unknown> =>
    seedProvince(server, { seed: 7, documents: 220, members: 60, today, files: 2, place }, Date.now);
  const [office, stranger] = await Promise.all([
    seed(ours).then(() =>
      Promise.all([
        OfficePc.join(server, ours.id, 'Máy văn thư', true),
        OfficePc.join(server, ours.id, 'Máy Ban Xây dựng Đảng', false, { role: 'office-head' }),
      ]),
    ),
    seed(theirs).then(() => OfficePc.join(server, theirs.id, 'Máy xã khác', true)),
  ]);
  const [clerk, officer] = office;
  const pcs = [...office, stranger];
  onEnd(() => Promise.all(pcs.map((pc) => pc.discard())));
  await Promise.all(pcs.map((pc) => pc.settle()));
  say('two communes of 220 papers and 60 members; three PCs joined through their screens and hold their commune');

  const { port } = server;
  await server.stop();
  say('the province is down');
  const before = Date.now();
  const edits = { total: EDITS - PAPERS, shared: SHARED_RECORDS };
  await Promise.all(
    pcs.map(async (pc, i) => {
      await editDocuments(pc, { ...edits, mark: `máy ${i + 1}`, startAt: i === 1 ? edits.total : 0 });
      await makePapers(pc, PAPERS, `two-offices/${i}`);
    }),
  );
  say(
    `${EDITS} edits on each PC while offline, ${PAPERS} of them papers with PDFs, ${SHARED_RECORDS} on the same fields: ${seconds(before)}`,
  );
  // A try that runs at this moment has not been refused yet; the next one is.
  await clerk.page.getByRole('contentinfo').getByText('Ngoại tuyến').first().waitFor({ timeout: 10_000 });

  const returned = Date.now();
  server = await startServer({ dataDir, port });
  // Numbers for the officer's papers need two more exchanges: to the clerk's PC, which holds the book, and back.
  for (let round = 0; round < 3; round += 1) await Promise.all(pcs.map((pc) => pc.settle()));
  say(`the province is back and the PCs are at rest: ${seconds(returned)}`);

  const [atClerk, atOfficer, atStranger] = await Promise.all([
    dumpRecords(clerk),
    dumpRecords(officer),
    dumpRecords(stranger),
  ]);
  expectEqual(atClerk, atOfficer, 'both PCs of the commune hold the same');
  const truth = await server.recordsOf(ours.id);
  expectEqual(Object.keys(atClerk).length, truth.length, 'as many records as the province');
  expectThat(
    Object.keys(atStranger),
    (keys) => keys.every((key) => !(key in atClerk)),
    'the other commune sees none of it',
  );
  const numbers = truth.flatMap((record) => (record.type === 'document' ? [record.f['arrivalNumber']?.v ?? null] : []));
  expectThat(
    numbers,
    (all) => !all.includes(null) && new Set(all).size === all.length,
    'every paper has a number, none twice',
  );
  say(
    `${truth.length} records the same on both PCs and at the province; ${numbers.length} numbers, none twice; nothing crossed to the other commune`,
  );

  const [asked, askedToo] = await Promise.all([listOpenConflicts(clerk), listOpenConflicts(officer)]);
  expectEqual(asked, askedToo, 'both PCs list the same conflicts');
  expectEqual(asked.length, SHARED_RECORDS, 'every crossed edit is listed');
  say(`${asked.length} conflicts, listed on both PCs`);

  await clerk.page.evaluate(() => {
    window.location.hash = '#/sync';
  });
  await clerk.page
    .getByRole('button', { name: /^Giữ giá trị này/ })
    .first()
    .click();
  await settleAll(clerk);
  await clerk.settle();
  await officer.settle();
  expectEqual(await listOpenConflicts(clerk), [], 'settled here');
  expectEqual(await listOpenConflicts(officer), [], 'settled on the other PC too');
  expectEqual(await dumpRecords(clerk), await dumpRecords(officer), 'with the same values');
  say('settled once by its screen and its repository, gone on both PCs');

  const files = (await server.filesOf(ours.id)).map(({ hash }) => hash).sort();
  expectEqual(files.length, 2 * PAPERS + 2, 'every file is at the province');
  for (const pc of [clerk, officer])
    expectEqual((await presentFiles(pc, files)).sort(), files, `every file is on ${pc.name}`);
  say(`${files.length} files with their hashes at the province and on both PCs`);
  return `${pcs.length * EDITS} edits, ${asked.length} conflicts, ${files.length} files, converged in ${seconds(returned)}`;
});

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
