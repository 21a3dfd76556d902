// Two communes become one while PCs are away: unsent work, numbers, a conflict, a file, a batch in a colleague's hand and a package on a stick follow to the new office, once, on every PC.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fillLibrary,
  MergingOffices,
  numberLines,
  papersOf,
  register,
  retitleStudy,
  rewrite,
  sync,
  timesBegunAnew,
  type MergingPc,
} from '#e2e/office/merging-offices.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { must } from '#shared/base/must.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';

/** Study items of the old commune. A program's first page has 300 rows. */
const LIBRARY = 400;

await runProof('merged-communes', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-merged-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const offices = await MergingOffices.found(folder, onEnd);
  const { server } = offices;
  const [a1, a2, a3] = [
    await offices.join('xa-cu', 'A1', true),
    await offices.join('xa-cu', 'A2', false),
    await offices.join('xa-cu', 'A3', false),
  ];
  const a4 = await offices.join('xa-cu', 'A4', false);
  const [b1, b2] = [await offices.join('po-khau', 'B1', true), await offices.join('po-khau', 'B2', false)];
  const old: string[] = [];
  for (const symbol of ['1-CV/A', '2-CV/A', '3-CV/A']) old.push(await register(a1, symbol));
  // More than a page: what a PC brings along beyond that is not fetched again.
  await fillLibrary(a1, LIBRARY);
  for (const symbol of ['1-CV/B', '2-CV/B']) await register(b1, symbol);
  await sync(a1, b1, a2, a3, a4, b2);
  const [first, second, third] = [0, 1, 2].map((i) => must(old[i], 'three papers')) as [string, string, string];

  // Without a line: each writes as it always does.
  await rewrite(a1, first, 'Máy A1 sửa');
  const numbered = await register(a1, '4-CV/A');
  await rewrite(a2, first, 'Máy A2 sửa');
  await rewrite(a2, second, 'Máy A2 sửa khi xa mạng');
  const facts = { symbol: '5-CV/HU', issuedOn: toPartialDate('2026-11-20'), issuer: 'Huyện đội', typeId: 'state-plan' };
  const pdf = await generatePdf({
    seed: 'merged',
    facts: { ...facts, abstract: 'Kế hoạch mẫu', signer: 'Lê Văn Mẫu', urgency: 'normal' } as never,
  });
  const file = await a2.pc.keep('Kế hoạch mẫu.pdf', pdf);
  const withFile = await register(a2, '5-CV/A', [file]);
  await rewrite(a3, third, 'Máy A3 sửa, A2 mang hộ');
  const carried = await register(a3, '6-CV/A');
  const onStick = await register(a4, '8-CV/A');
  await offices.writeStick(a4);
  await offices.meet(a2, a3);
  expectEqual(
    (await papersOf(a2)).some((line) => line.includes('A2 mang hộ')),
    true,
    'A2 holds what A3 wrote',
  );

  expectEqual(await server.mergeCommune('xa-cu', 'po-khau'), 'merged', 'the communes are merged');
  expectEqual(await server.mergeCommune('xa-cu', 'po-khau'), 'merged', 'again is the same');
  expectEqual(await server.mergeCommune('po-khau', 'xa-cu'), 'circle', 'not the other way');
  say('merged while four PCs of the old commune were away');
  await offices.readStick(a4);
  await sync(b1);
  expectThat(await b1.pc.office.db.documents.get(onStick), (row) => row !== undefined, 'a package of before is taken');

  // A PC that never heard of it goes on saving; one comes back, and goes over by itself.
  for (const symbol of ['3-CV/B', '4-CV/B']) await register(b1, symbol);
  await sync(b1, b2);
  expectEqual(await offices.comeBack(a1), 'po-khau', 'A1 belongs to the new office');
  await offices.checkServer('po-khau', a1);
  expectEqual((await papersOf(a1)).length, 9, 'A1 holds the papers of both');

  // Another is told, writes on before its page has begun again, and is killed there.
  expectEqual((await a2.pc.engine.runOnce()).ok, false, 'A2 is told');
  await rewrite(a2, second, 'Máy A2 sửa tiếp lúc đang chuyển');
  await offices.killAndReopen(a2);
  await sync(a2, b1, a2);
  await offices.checkServer('po-khau', a2);
  expectThat(await papersOf(b1), (lines) => lines.some((line) => line.includes('A2 mang hộ')), 'A3’s work came by A2');
  expectEqual(
    (await b1.pc.office.db.documents.get(second))?.abstract,
    'Máy A2 sửa tiếp lúc đang chuyển',
    'no base lost',
  );

  // Who was longest away comes last: what was carried for it is not taken twice. Then a store is lost, whose journal speaks of the old commune.
  await offices.comeBack(a3);
  // What it brought along and did not fetch is edited as seen: no question.
  await retitleStudy(a3, LIBRARY);
  // One that has no line at all follows by what the province wrote onto its stick.
  expectEqual(await offices.followByStick(a4), 'po-khau', 'A4 belongs to the new office');
  expectThat(
    await papersOf(a4),
    (lines) => ['1-CV/B', '8-CV/A'].every((symbol) => lines.some((line) => line.startsWith(symbol))),
    'A4 shows papers of both by its stick',
  );
  expectEqual(await a4.pc.office.db.outbox.count(), 0, 'and knows that its own are at the province');
  expectEqual(await timesBegunAnew(a4), 0, 'with the copy it brought along');
  for (const at of [a1, a2, a3, a4])
    expectEqual(await timesBegunAnew(at), 0, `${at.disk.name} took its copy along and did not fetch it again`);
  await offices.loseStore(a1);
  const fresh = await register(a1, '7-CV/A');
  const all: readonly MergingPc[] = [a1, a2, a3, a4, b1, b2];
  for (let i = 0; i < 3; i += 1) await sync(...all);

  const lists = await Promise.all(all.map(papersOf));
  for (const list of lists) expectEqual(list, must(lists[0], 'some PCs'), 'every PC shows the same');
  expectEqual(lists[0]?.length, 12, 'every paper once');
  for (const { pc } of all)
    expectEqual(await pc.office.db.outbox.count(), 0, `nothing is left at ${pc.office.device.name}`);
  const conflicts = await Promise.all(all.map(({ pc }) => listConflicts(pc.office)));
  for (const list of conflicts)
    expectEqual(
      list.map(({ id }) => id),
      [first],
      'the one question of two colleagues is asked',
    );
  const numberOf = async (id: string): Promise<unknown> => (await b2.pc.office.db.documents.get(id))?.arrivalNumber;
  expectEqual(await numberOf(numbered), 4, 'a number of the old book stays as it was printed');
  const given = await Promise.all([withFile, carried, fresh].map(numberOf));
  expectThat(
    given,
    (each) => new Set(each).size === 3 && each.every((n) => Number(n) > 4),
    'new numbers are new to both',
  );
  // Sổ số tells numbers of both offices apart; 4 was given by the other as it went on behind both, and by A1 that was away.
  const former = 'Đảng uỷ xã Cũ';
  const first7 = ['1 ', `1 ${former}`, '2 ', `2 ${former}`, '3 ', '4 ', `4 ${former}`];
  for (const at of [a2, b2]) expectEqual((await numberLines(at)).slice(0, 7), first7, 'lines of the number book');
  expectEqual(await server.filesOf('xa-cu'), [], 'no file is left behind');
  for (const { pc } of [a1, b1]) expectThat(await pc.vault.findVerified(file.hash), ({ ok }) => ok, 'the file opens');
  expectEqual(await server.recordsOf('xa-cu'), [], 'nothing is left in the old stream');
  for (const at of [a2, b1]) await offices.checkServer('po-khau', at);
  return `6 PCs, ${String(lists[0]?.length)} papers, ${String((await server.recordsOf('po-khau')).length)} records in one office`;
});
