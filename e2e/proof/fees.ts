/** A year of party fees of a cell on two PCs, with a change of rates, bases and cells in it: every sum equals an independent count; arrears at two and three months; receipts never twice. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { CHANGE, enterCell, monthName, months, payers, YEAR, type Payer } from '#e2e/office/fee-cell.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { feesText } from '#renderer/messages/fees.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { startServer } from '#server/start-server.ts';
import { exportReasons } from '#shared/domain/rights/export-reason-table.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';

await runProof('fees', async ({ say, onEnd }) => {
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-fees-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ dataDir: join(folder, 'province') });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const today = dateOfInstant(Date.now());
  await seedProvince(server, { seed: 3, documents: 2, members: 12, outgoing: 1, today, files: 0, place }, Date.now);
  const [one, two] = await Promise.all([
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy văn phòng', false, { role: 'officer' }),
  ]);
  for (const pc of [one, two]) {
    onEnd(() => pc.discard());
    await pc.settle();
  }
  const cell = await enterCell(one);
  await one.settle();
  await two.settle();
  say(`a cell of ${payers.length} payers; students and farmers pay another sum from ${monthName(CHANGE)} on`);

  // Both PCs take money in without seeing each other's receipts: one the odd months, the other the even ones.
  for (const pc of [one, two]) await takeYear(pc, cell, pc === one ? 1 : 0);
  for (let round = 0; round < 2; round += 1) for (const pc of [one, two]) await pc.settle();
  say('a year taken in on two PCs, side by side');

  let sums = 0;
  for (const pc of [one, two]) for (const month of months) sums += await expectSheet(pc, cell, month);
  say(`${sums} sums on both PCs equal those counted by hand`);

  const receipts = await one.page.evaluate(async () => {
    const rows = await (window.officeForTests as TestHandle).office.db.feePayments.toArray();
    return rows.filter(({ removed }) => !removed).map(({ receiptNumber }) => receiptNumber);
  });
  expectEqual(new Set(receipts).size, receipts.length, 'no receipt number is given twice');
  await expectArrears(one, cell);
  const cells = await expectWorkbook(one, folder, cell, 8);
  say(`arrears are told at two months and alarm at three; the workbook of a month has ${cells} cells as the screen`);
  return `${sums} sums of ${payers.length} payers in 12 months on 2 PCs, ${receipts.length} receipts, none twice`;
});

/** Takes in what is owed of every second month, but for those who do not pay. */
async function takeYear(pc: OfficePc, cell: string, remainder: number): Promise<void> {
  const plan = months
    .filter((month) => month % 2 === remainder)
    .map((month) => ({
      month: monthName(month),
      names: payers
        .filter(({ owesFrom, unpaid }) => month >= owesFrom && !unpaid.includes(month))
        .map(({ name }) => name),
    }));
  await pc.page.evaluate(
    async ([unitId, sheets]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      for (const { month, names } of sheets) {
        const sheet = await acts.readFeeSheet(office, unitId, month);
        const payments = sheet.lines
          .filter(({ member }) => names.includes(member.name.full))
          .map(({ member, account }) => ({
            memberId: member.id,
            unitId,
            month,
            due: account.owed,
            paid: account.owed,
            paidOn: office.today(),
            way: 'cash' as const,
            receivedBy: 'Thủ quỹ',
            note: '',
          }));
        const saved = await acts.takeFees(office, payments);
        if (!saved.ok) throw new Error(saved.error.code);
      }
    },
    [cell, plan] as const,
  );
}

/** The sheet of a month, against the hand count; gives how many sums were compared. */
async function expectSheet(pc: OfficePc, cell: string, month: number): Promise<number> {
  const sheet = await pc.page.evaluate(
    async ([unitId, name]) => {
      const { office, acts } = window.officeForTests as TestHandle;
      const { lines, due, collected, owed, kept } = await acts.readFeeSheet(office, unitId, name);
      return {
        lines: lines.map(({ member, account }) => [
          member.name.full,
          account.due.kind === 'due' ? account.due.amount : account.due.kind,
          account.paid,
          account.owed,
        ]),
        due,
        collected,
        owed,
        kept,
      };
    },
    [cell, monthName(month)] as const,
  );
  const owing = payers.filter(({ owesFrom }) => month >= owesFrom);
  const lines = owing.map(({ name, owed, unpaid }) => {
    const sum = owed(month);
    return unpaid.includes(month) ? [name, sum, 0, sum] : [name, sum, sum, 0];
  });
  const total = (of: (payer: Payer) => number): number => owing.reduce((sum, payer) => sum + of(payer), 0);
  const due = total(({ owed }) => owed(month));
  const owed = total((payer) => (payer.unpaid.includes(month) ? payer.owed(month) : 0));
  const byName = (all: readonly (readonly (string | number)[])[]): unknown =>
    [...all].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  expectEqual(byName(sheet.lines), byName(lines), `${pc.name}: the lines of ${monthName(month)}`);
  expectEqual(
    [sheet.due, sheet.collected, sheet.owed, sheet.kept],
    [due, due - owed, owed, Math.round((due - owed) * 0.9)],
    `${pc.name}: the sums of ${monthName(month)}`,
  );
  return lines.length * 3 + 4;
}

/** Looked at in January after the year: nobody owes but those who do, two months warn, three alarm. The rule itself takes the month of today. */
async function expectArrears(pc: OfficePc, cell: string): Promise<void> {
  const { findArrears } = await import('#shared/domain/fee/fee-due.ts');
  const rows = await pc.page.evaluate(async (unitId) => {
    const { office } = window.officeForTests as TestHandle;
    const members = (await office.db.members.toArray()).filter((member) => member.unitId === unitId);
    const payments = (await office.db.feePayments.toArray()).filter(({ removed }) => !removed);
    return members.map(({ id, name }) => ({
      name: name.full,
      payments: payments
        .filter(({ memberId }) => memberId === id)
        .map(({ month, paid, due }) => ({ month, paid, due })),
    }));
  }, cell);
  for (const { name, payments } of rows) {
    const payer = payers.find((each) => each.name === name);
    if (payer === undefined) continue;
    const arrears = findArrears(
      `${String(YEAR + 1)}-01`,
      (month) => {
        const at = Number(month.slice(5));
        return at < payer.owesFrom
          ? { kind: 'none' }
          : { kind: 'due', amount: payer.owed(at), category: payer.category };
      },
      payments,
      { warnAfter: 2, alarmAfter: 3 },
    );
    expectEqual(arrears.months, payer.unpaid.map(monthName), `${name}: months owed`);
    const level = payer.unpaid.length >= 3 ? 'alarm' : payer.unpaid.length === 2 ? 'warn' : 'none';
    expectEqual(arrears.level, level, `${name}: how it is told`);
  }
}

/** The month through its screen: the workbook that is saved says what the hand count says. */
async function expectWorkbook(pc: OfficePc, folder: string, cell: string, month: number): Promise<number> {
  const { page } = pc;
  const file = join(folder, 'fees.xlsx');
  await pc.app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  }, file);
  await page.evaluate(() => {
    window.location.hash = '#/fees';
  });
  const cellName = await page.evaluate(
    async (id) => (await (window.officeForTests as TestHandle).office.db.units.get(id))?.name,
    cell,
  );
  await page.getByRole('combobox', { name: feesText.cell }).click();
  await page.getByRole('option', { name: cellName ?? '' }).click();
  const shown = `${String(month).padStart(2, '0')}/${String(YEAR)}`;
  await page.getByRole('textbox', { name: feesText.month, exact: true }).fill(shown);
  await page.getByText(feesText.subtitle(cellName ?? '', shown)).waitFor();
  await page.getByRole('button', { name: feesText.excel }).click();
  const ask = page.getByRole('dialog', { name: exportingText.title(feesText.sheet.name, 'xlsx') });
  await ask.getByText(exportReasons.superior).click();
  await ask.getByRole('button', { name: exportingText.save }).click();
  const bytes = await waitForFile(file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const cells = (book.worksheets[0]?.getSheetValues() ?? []).flatMap((row) =>
    Array.isArray(row) ? row.map(String) : [],
  );
  let compared = 0;
  for (const { name, owed, unpaid } of payers.filter(({ owesFrom }) => month >= owesFrom)) {
    expectThat(cells, (all) => all.includes(name), `${name} stands in the workbook`);
    const wanted = owed(month).toLocaleString('vi-VN');
    const at = cells.indexOf(name);
    expectEqual(
      cells.slice(at + 2, at + 5),
      unpaid.includes(month) ? [wanted, '0', wanted] : [wanted, wanted, '0'],
      `${name}: sums in the workbook`,
    );
    compared += 4;
  }
  return compared;
}

async function waitForFile(file: string): Promise<Uint8Array> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes !== undefined && bytes.length > 0) return new Uint8Array(bytes);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${file} was not saved`);
}
