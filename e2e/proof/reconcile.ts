/** An export of the national database beside the members of an office: the report says exactly what differs, what is taken over is taken over on both PCs, and what was kept is not asked again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import {
  asked,
  nationalCase,
  type ExpectedLine,
  type KnownCell,
  type NationalCase,
} from '#e2e/office/national-list.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { KEPT_BECAUSE, ReportScreen, type ReadLine } from '#e2e/office/report-screen.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { plainWorkbook } from '#e2e/office/sheet-file.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { memberFieldLabels } from '#renderer/messages/record-fields.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { nationalSource } from '#shared/domain/reconcile/source-table.ts';
import type { FieldValue } from '#shared/sync/op.ts';

const MEMBERS = 1650;

await runProof('reconcile', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-reconcile-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = toPlainDate('2026-11-20');
  const order = { seed: 'reconcile', documents: 2, members: 0, outgoing: 1, today, files: 0, place };
  const commune = await seedProvince(server, order, Date.now);
  const cells = commune.units.flatMap(({ id, fields }): KnownCell[] =>
    fields.kind === 'cell' ? [{ id, name: fields.name }] : [],
  );
  const known = nationalCase(MEMBERS, today, cells);
  const memberIds = known.members.map(() => uuidv7());
  const sender = await enrolSamplePc(server.url, await server.createCode(place.id, {}), 'Máy mẫu', Date.now);
  const officer = commune.staff.find(({ fields }) => fields.role === 'officer')?.id ?? '';
  await sender.send(
    known.members.map((member, at) => ({
      ...{ t: 'set', type: 'member', id: memberIds[at] ?? '' },
      f: member as unknown as Readonly<Record<string, FieldValue>>,
    })),
    officer,
  );
  await sender.close();
  const [one, two] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy văn phòng', false, { role: 'officer' }),
  ]);
  onEnd(() => Promise.all([one.discard(), two.discard()]));
  await Promise.all([one.settle(), two.settle()]);
  say(`${formatCount(MEMBERS)} members on two PCs`);

  const file = join(folder, 'csdl-quoc-gia.xlsx');
  await writeFile(file, plainWorkbook(known.rows));
  const report = new ReportScreen(one, folder);
  await report.compare(file);
  expectReport(await report.save('lan-mot.xlsx'), known.expected);
  say(`the report has the ${String(known.expected.length)} lines it must have, and no other`);

  await report.decide(known);
  await report.write();
  for (let round = 0; round < 2; round += 1) for (const pc of [one, two]) await pc.settle();
  const confirmed = await confirmAll(two, one.personName);
  for (let round = 0; round < 2; round += 1) for (const pc of [two, one]) await pc.settle();
  let compared = 0;
  for (const pc of [one, two]) compared += await expectValues(pc, known, memberIds, report.keptIndex);
  say(
    `what was taken over stands on both PCs, ${String(confirmed)} of it confirmed by a second person; what was kept is as it was`,
  );

  await report.compare(file);
  const left = known.expected.filter(
    ({ group, row, field }) =>
      ['here', 'gone', 'fault'].includes(group) ||
      field === 'unitId' ||
      (row === known.rowOf(report.keptIndex) && field === 'phone'),
  );
  const again = await report.save('lan-hai.xlsx');
  const kept = again.filter(({ decision }) => decision !== '');
  expectEqual(
    kept.map(({ field, decision }) => [field, decision]),
    [[memberFieldLabels.phone, text.exported.statuses.kept(KEPT_BECAUSE)]],
    'only what was kept bears a decision',
  );
  // The second of those asked about is somebody else and has a record now: whom we had is only here.
  const name = known.members[asked[1] ?? 0]?.name.full ?? '';
  expectReport(again, [...left, { group: 'here', row: 0, name, field: '', ours: '', theirs: '' }]);
  say('compared again: it is silent about what was taken over and kept');
  return `${formatCount(MEMBERS)} members, ${String(known.expected.length)} differences found and no other, ${String(compared)} values taken over on 2 PCs, kept ones silent`;
});

/** What the report says, against what it must say: each line once, and no other. */
function expectReport(lines: readonly ReadLine[], expected: readonly ExpectedLine[]): void {
  const key = (parts: readonly (string | number)[]): string => parts.join(' | ');
  const wanted = expected.map(({ group, row, name, field, ours, theirs }) => {
    const label = field === '' ? '' : memberFieldLabels[field];
    return key([text.groups[group], row, name, label, ours, theirs]);
  });
  const found = lines.map(({ group, row, name, field, ours, theirs }) =>
    key([group, row, name, group === text.groups.fault ? '' : field, ours, theirs]),
  );
  const missing = wanted.filter((line) => !found.includes(line));
  const more = found.filter((line) => !wanted.includes(line));
  expectEqual({ missing, more }, { missing: [], more: [] }, 'the report says what it must, and nothing else');
  expectEqual(found.length, wanted.length, 'each line stands once');
  for (const { group, field, row } of lines)
    if (group === text.groups.fault)
      expectThat(field, (said) => said.startsWith(`H${String(row)}: `), 'a cell that cannot be read is named');
}

/** A second person confirms every proposal of the comparison; its reason says where the value comes from. */
async function confirmAll(pc: OfficePc, proposer: string): Promise<number> {
  const reasons = await pc.page.evaluate(async () => {
    const { office, acts } = window.officeForTests as TestHandle;
    const open = (await office.db.memberChanges.toArray()).filter(
      ({ state, removed }) => !removed && state === 'proposed',
    );
    for (const { id } of open) {
      const done = await acts.confirmChange(office, id);
      if (!done.ok) throw new Error(done.error.code);
    }
    return open.map(({ reason }) => reason);
  });
  expectThat(reasons.length, (count) => count > 0, `${proposer} proposed something`);
  expectEqual(
    [...new Set(reasons)],
    [`${nationalSource}: csdl-quoc-gia.xlsx`],
    'a proposal says where the value comes from',
  );
  return reasons.length;
}

/** Records hold what was taken over and, where ours was kept, what they held; how many values were compared. */
async function expectValues(
  pc: OfficePc,
  { members, values }: NationalCase,
  ids: readonly string[],
  keptIndex: number,
): Promise<number> {
  const rows = await pc.page.evaluate(async () => {
    const all = await (window.officeForTests as TestHandle).office.db.members.toArray();
    return all.filter(({ removed }) => !removed).map((row) => [row.id, JSON.stringify(row)] as const);
  });
  const held = new Map(rows.map(([id, row]) => [id, JSON.parse(row) as Readonly<Record<string, unknown>>]));
  let compared = 0;
  for (const [index, member] of members.entries()) {
    const { phone, ...others } = values.get(index) ?? {};
    const wanted =
      index === asked[1] ? {} : { ...others, ...(phone !== undefined && index !== keptIndex && { phone }) };
    const row = held.get(ids[index] ?? '');
    expectEqual(
      Object.fromEntries(Object.keys(member).map((field): [string, unknown] => [field, row?.[field]])),
      { ...member, ...wanted },
      `${pc.name}: ${member.name.full}`,
    );
    compared += Object.keys(wanted).length;
  }
  expectThat(held.size - members.length, (made) => made >= 8, `${pc.name}: who only they had has a record`);
  return compared;
}
