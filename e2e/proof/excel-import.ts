/** Lists as offices have them are taken in by the real program: every fault named by row and column, whole or nothing when killed, and taken back to the byte. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dirtyList, dirtyRows, knownMembers, rowOf, told } from '#e2e/office/dirty-list.ts';
import { ImportScreen, waitUntil } from '#e2e/office/import-screen.ts';
import { killProgram } from '#e2e/office/kill-program.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { plainWorkbook } from '#e2e/office/sheet-file.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText as text } from '#renderer/messages/imports.ts';
import { startServer } from '#server/start-server.ts';
import type { ProblemKind } from '#shared/domain/import/import-problem.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';

const LONG = 20_000;
/** Faults planted deep in the long list: its row, its column, what stands there, and what must be said. */
const planted = [
  [4711, 'D', '31/06/1971', 'impossible-date'],
  [12_345, 'F', '03/02/2010', 'official-before-admitted'],
  [19_999, 'B', '', 'name-missing'],
] as const;
const KILL_AFTER = 400;

await runProof('excel-import', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-excel-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = toPlainDate('2026-11-20');
  await seedProvince(
    server,
    { seed: 'excel', documents: 2, members: 20, outgoing: 1, today, files: 0, place },
    Date.now,
  );
  const [first, other] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy văn phòng', false, { role: 'officer' }),
  ]);
  let pc = first;
  onEnd(() => pc.discard());
  onEnd(() => other.discard());
  await pc.settle();
  const unit = await enterKnown(pc);
  for (const each of [pc, other]) await each.settle();
  const before = await seen(pc);
  expectEqual(await seen(other), before, 'both PCs begin alike');
  let screen = new ImportScreen(pc);

  const dirty = join(folder, 'danh-sach-ban.xlsx');
  await writeFile(dirty, await dirtyList(unit));
  await screen.check(dirty);
  expectTold(await screen.readProblemRows(), 'on the screen');
  expectTold(await screen.saveProblems(join(folder, 'loi.xlsx')), 'in the saved table');
  expectThat(
    await screen.write.isDisabled(),
    (isDisabled) => isDisabled,
    'nothing can be written while faults are left',
  );
  say(`${told.length} faults in ${dirtyRows} rows, each named by row and column on the screen and in the saved table`);

  await putRight(pc, screen);
  await screen.write.click();
  const [left, changed] = [11, 2];
  const made = dirtyRows - left - changed;
  await pc.page.getByText(text.write.done(formatCount(made), formatCount(changed))).waitFor();
  for (const each of [pc, other]) await each.settle();
  const after = await seen(pc);
  expectEqual(await seen(other), after, 'the other PC shows what was taken in');
  expectEqual(countOf(after) - countOf(before), made, 'as many members as were written');
  await screen.undoNewest();
  expectEqual(await seen(pc), before, 'taken back: this PC is as before');
  for (const each of [pc, other]) await each.settle();
  for (const each of [pc, other])
    expectEqual(await seen(each), before, `taken back and sent: ${each.name} is as before`);
  say(`put right, written, sent, taken back: both PCs are as before to the byte`);

  const long = join(folder, 'danh-sach-dai.xlsx');
  await writeFile(long, plainWorkbook(longRows(unit)));
  await screen.check(long);
  const found = await screen.saveProblems(join(folder, 'loi-dai.xlsx'));
  expectEqual(
    [...found.keys()],
    planted.map(([row]) => row),
    'the rows at fault among twenty thousand',
  );
  for (const [row, letter, , kind] of planted)
    expectThat(
      found.get(row) ?? '',
      (said) => said.includes(`${letter}${String(row)}: ${words(kind)}`),
      `row ${String(row)}`,
    );
  await screen.leaveErrors();
  await screen.write.click();
  await waitUntil(async () => (await unseenCount(pc)) >= KILL_AFTER, 'the writing is under way');
  await killProgram(pc);
  pc = await OfficePc.open(first.name, first.profile);
  await pc.unlock();
  const half = await unseenCount(pc);
  expectThat(half, (count) => count >= KILL_AFTER && count < LONG - planted.length, 'killed in the middle');
  expectEqual(await seen(pc), before, 'after the kill nothing of it is to be seen');
  for (const each of [pc, other]) await each.settle();
  for (const each of [pc, other])
    expectEqual(await seen(each), before, `half of it sent: ${each.name} shows nothing of it`);
  screen = new ImportScreen(pc);
  await screen.show();
  await screen.button(text.broken.undo).click();
  await pc.page.getByText(text.write.stopped).waitFor();
  expectEqual(await unseenCount(pc), 0, 'nothing of it is left');
  for (const each of [pc, other]) await each.settle();
  for (const each of [pc, other]) expectEqual(await seen(each), before, `given up: ${each.name} is as before`);
  say(
    `${formatCount(LONG)} rows checked; killed after ${formatCount(half)} were written: none of them to be seen on any PC`,
  );
  return `${told.length + planted.length} faults named by row and column, ${formatCount(LONG)} rows, 1 kill, 2 PCs as before to the byte`;
});

/** How a fault is told, up to what it names. */
function words(kind: ProblemKind): string {
  const say: (detail: string) => string = text.problems[kind];
  return say('|').split('|')[0]?.trim() ?? '';
}

/** Each row at fault and no other is told of, with the place and the words of its fault. */
function expectTold(found: ReadonlyMap<number, string>, where: string): void {
  expectEqual(
    [...found.keys()].sort((a, b) => a - b),
    [...new Set(told.map(({ row }) => row))],
    `the rows at fault ${where}`,
  );
  for (const { row, place, kind } of told) {
    const said = `${place}: ${words(kind)}`;
    expectThat(found.get(row) ?? '', (all) => all.includes(said), `${place} ${kind} ${where}`);
  }
}

/** Answers what is asked, puts a number right in its cell, leaves the rest of the faulty rows out. */
async function putRight(pc: OfficePc, screen: ImportScreen): Promise<void> {
  const { page } = pc;
  const ask = text.questions;
  await page
    .getByRole('tab', { name: new RegExp(`^${text.check.tabs.questions('\\d+')}$`.replace(/[()]/gu, '\\$&'), 'u') })
    .click();
  for (const name of [ask.accept, ask.accept, ask.addZeros, ask.unitMake]) await screen.button(name).first().click();
  await page.getByText(text.check.noQuestions).waitFor();
  const namesake = await screen.openRow(rowOf('Cà Thị Sinh', 1));
  await namesake.getByRole('button', { name: ask.twoPeople, exact: true }).click();
  const gone = await screen.openRow(rowOf('Hoàng Văn Đã'));
  await gone.getByRole('button', { name: text.check.leaveRow, exact: true }).last().click();
  const same = await screen.openRow(rowOf('Lý Thị Trùng'));
  await same.getByRole('button', { name: ask.samePerson('Lý Thị Trùng'), exact: true }).click();
  const card = await screen.openRow(rowOf('Phàn Văn Khác'));
  await card.getByRole('button', { name: ask.newPerson, exact: true }).click();
  await card.getByRole('textbox', { name: /^H · /u }).fill('30000013');
  await card.getByRole('textbox', { name: /^H · /u }).press('Enter');
  await screen.leaveErrors();
  await waitUntil(() => screen.write.isEnabled(), 'all is settled');
}

/** Members the list collides with; gives the name of a cell there is. */
async function enterKnown(pc: OfficePc): Promise<string> {
  const members = knownMembers.map(({ name, ...fields }) => ({
    ...blankMember,
    ...fields,
    name: splitPersonName(name),
  }));
  return pc.page.evaluate(async (sent) => {
    const { office, acts } = window.officeForTests as TestHandle;
    for (const fields of JSON.parse(sent) as never[]) {
      const added = await acts.addRecord(office, 'member', fields);
      if (!added.ok) throw new Error(added.error.code);
    }
    return (await office.db.units.toArray()).find(({ kind }) => kind === 'cell')?.name ?? '';
  }, JSON.stringify(members));
}

/** Everything of members and units that is to be seen, as text; without what only the way to the province changes. */
function seen(pc: OfficePc): Promise<string> {
  return pc.page.evaluate(async () => {
    const { db } = (window.officeForTests as TestHandle).office;
    const tables = [db.members, db.units, db.memberLines, db.memberEvents, db.memberChanges];
    const lines: string[] = [];
    for (const table of tables)
      for (const row of await table.toArray()) {
        if (row.removed || ('proposedAt' in row && row.state !== 'proposed')) continue;
        const { seq: _seq, pending: _pending, flags: _flags, ...fields } = row;
        lines.push(`${table.name} ${JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))}`);
      }
    return lines.sort().join('\n');
  });
}

function countOf(state: string): number {
  return state.split('\n').filter((line) => line.startsWith('members ')).length;
}

/** Members of an import that lie on the PC and are not to be seen: hidden, or in the outbox alone. */
function unseenCount(pc: OfficePc): Promise<number> {
  return pc.page.evaluate(async () => {
    const { db } = (window.officeForTests as TestHandle).office;
    const rows = await db.members.toArray();
    const there = new Set(rows.map(({ id }) => id));
    const made = (await db.outbox.toArray()).filter(
      ({ type, op }) => type === 'member' && op.f['importId'] !== undefined,
    );
    const waiting = new Set(made.map(({ id }) => id).filter((id) => !there.has(id)));
    return waiting.size + rows.filter(({ flags }) => flags.includes('hidden')).length;
  });
}

function longRows(unit: string): readonly (readonly string[])[] {
  const families = ['Nông', 'Hoàng', 'Lý', 'Triệu', 'Bế', 'Đàm', 'Vi', 'Lương', 'Hà', 'Chu'];
  const middles = ['Văn', 'Minh', 'Quốc', 'Xuân', 'Ngọc', 'Đức', 'Hữu'];
  const givens = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hải', 'Khánh', 'Long', 'Mạnh', 'Nam', 'Phúc', 'Quân', 'Sơn'];
  const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';
  const pad = (value: number): string => String(value).padStart(2, '0');
  const rows = Array.from({ length: LONG }, (_, at) => [
    ...[String(at + 1), `${pick(families, at)} ${pick(middles, at)} Mẫu ${pick(givens, at)}`, 'Nam'],
    `${pad(1 + (at % 28))}/${pad(1 + (at % 12))}/${String(1940 + (at % 60))}`,
    ...['03/02/2018', '03/02/2019', String(50_000_000 + at), unit],
  ]);
  const sheet = [
    ['TT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ đảng viên', 'Chi bộ'],
    ...rows,
  ];
  for (const [row, letter, value] of planted) {
    const cells = sheet[row - 1];
    if (cells !== undefined) cells[letter.charCodeAt(0) - 65] = value;
  }
  return sheet;
}
