// A province comes back from a backup of before two communes were merged, and is told of the merger again: what was written before it, in between and after it is there once, in the one office.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MergingOffices, papersOf, register, rewrite, sync, type MergingPc } from '#e2e/office/merging-offices.ts';
import { expectEqual, runProof } from '#e2e/office/run-proof.ts';
import { listAttention } from '#renderer/data/review/list-attention.ts';
import { listConflicts } from '#renderer/data/review/list-conflicts.ts';
import { must } from '#shared/base/must.ts';

await runProof('merged-restored', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-merged-restored-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const offices = await MergingOffices.found(folder, onEnd);
  const [a1, a2] = [await offices.join('xa-cu', 'A1', true), await offices.join('xa-cu', 'A2', false)];
  const [b1, b2] = [await offices.join('po-khau', 'B1', true), await offices.join('po-khau', 'B2', false)];
  const first = await register(a1, '1-CV/A');
  await register(a1, '2-CV/A');
  await register(b1, '1-CV/B');
  await sync(a1, b1, a2, b2);
  await offices.backUp();

  // Behind the backup: work of both offices, the merger, and work in the one office. A2 is away all the time.
  await rewrite(a2, first, 'Máy A2 sửa khi xa mạng');
  await register(a1, '3-CV/A');
  await register(b1, '2-CV/B');
  await sync(a1, b1);
  expectEqual(await offices.server.mergeCommune('xa-cu', 'po-khau'), 'merged', 'the communes are merged');
  expectEqual(await offices.comeBack(a1), 'po-khau', 'A1 belongs to the new office');
  await sync(b1, b2);
  await rewrite(b1, first, 'Máy B1 sửa sau khi nhập');
  await register(b1, '3-CV/B');
  await register(a1, '4-CV/A');
  await sync(b1, a1, b1, a1, b2);
  const before = await papersOf(b1);
  expectEqual(before, await papersOf(a1), 'both show the same before the disaster');

  await offices.restore();
  const told = await a1.pc.engine.runOnce();
  expectEqual(told.ok ? 'taken' : told.error.code, 'office-elsewhere', 'A1 is sent away');
  await register(a1, '5-CV/A');
  say('the province is back from its backup of before the merger');
  await sync(b1, b2);
  expectEqual(await offices.server.mergeCommune('xa-cu', 'po-khau'), 'merged', 'the communes are merged again');

  expectEqual(await offices.comeBack(a2), 'po-khau', 'A2 belongs to the new office');
  const all: readonly MergingPc[] = [a1, a2, b1, b2];
  for (let i = 0; i < 4; i += 1) await sync(...all);
  const lists = await Promise.all(all.map(papersOf));
  for (const list of lists) expectEqual(list, must(lists[0], 'some PCs'), 'every PC shows the same');
  const numbersOf = (list: readonly string[]): string[] => list.map((line) => must(line.split(':')[0], 'a number'));
  expectEqual(
    numbersOf(must(lists[0], 'some PCs')),
    [...numbersOf(before), '5-CV/A số 6'],
    'every paper once, with its number',
  );
  for (const at of all) {
    const { name } = at.disk;
    expectEqual(await listAttention(at.pc.office), [], `nothing needs a person at ${name} but questions`);
    expectEqual(await at.pc.office.db.outbox.count(), 0, `nothing is left at ${name}`);
    // What was decided in the lost days is asked again: the value from before them stands beside it (ADR 0016).
    const asked = (await listConflicts(at.pc.office)).flatMap(({ title, fields }) =>
      fields.map(({ field, now, others }) => [
        `${title} ${field}`,
        ...[now, ...others].map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value))).sort(),
      ]),
    );
    expectEqual(
      asked.sort(),
      [
        ['1-CV/A abstract', 'Máy A2 sửa khi xa mạng', 'Máy B1 sửa sau khi nhập', 'V/v 1-CV/A'],
        ['4-CV/A arrivalNumber', '5', 'null'],
      ],
      `questions at ${name}`,
    );
    await offices.checkServer('po-khau', at);
  }
  expectEqual(await offices.server.recordsOf('xa-cu'), [], 'nothing is left in the old stream');
  return `4 PCs, ${String(lists[0]?.length)} papers in one office, nothing lost, 2 questions`;
});
