import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { OfficePc } from '#e2e/office/office-pc.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { enrolSamplePc } from '#e2e/sample/sample-pc.ts';
import { booksText } from '#renderer/messages/books.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { registerText } from '#renderer/messages/register.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import type { TourReport } from './tour-report.ts';

const paper = {
  symbol: '84-KH/TU',
  issuedOn: '2026-11-19',
  issuer: 'Ban Thường vụ Tỉnh uỷ',
  typeId: 'party-plan',
  abstract:
    'Kế hoạch thực hiện chuyển đổi số trong các cơ quan đảng, Mặt trận Tổ quốc và đoàn thể xã, giai đoạn 2026–2030',
  signer: 'Lương Văn Hải',
  urgency: 'urgent',
} as const;

/** A clerk drops a paper and fills its line. */
export async function registerByHand(page: Page, folder: string, report: TourReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'ke-hoach-84.pdf');
  await writeFile(path, await generatePdf({ seed: 'tour', facts: { ...paper, issuedOn: paper.issuedOn as never } }));
  await page.getByRole('button', { name: documentsText.register }).first().click();
  await chooseFiles(page, [path]);
  await page.getByLabel(labels.symbol, { exact: true }).fill('84 kh tu');
  await page.getByLabel(labels.issuedOn, { exact: true }).fill('19112026');
  await page.getByLabel(labels.issuer, { exact: true }).fill(paper.issuer);
  await page.getByLabel(labels.abstract, { exact: true }).fill(paper.abstract);
  await page.getByLabel(labels.signer, { exact: true }).fill(paper.signer);
  await page.waitForTimeout(2500);
  await report.picture(page, 'vao-so', 'Vào sổ văn bản đến');
  await page.getByRole('button', { name: registerText.save, exact: true }).click();
  await page.waitForURL(/#\/documents(\/|$)/);
  await page.waitForTimeout(1500);
  await report.picture(page, 'da-vao-so', 'Đã vào sổ');
  const kept = await page.evaluate(async () => window.officeForTests?.office.db.localDrafts.count());
  if (kept !== 0) throw new Error('a paper that was registered came back as a draft');
}

/** Ghi bút phê on the paper that is open. */
export async function giveDirective(page: Page, report: TourReport): Promise<void> {
  await page.getByRole('button', { name: documentsText.directive }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(documentsText.directiveText)
    .fill('Giao Văn phòng chủ trì, Ban Xây dựng Đảng phối hợp. Xong trước 02/12.');
  await dialog.getByLabel(documentsText.directiveLead, { exact: true }).click();
  await page.getByRole('option').first().click();
  await page.waitForTimeout(400);
  await report.picture(page, 'but-phe', 'Bút phê');
  await dialog.getByRole('button', { name: documentsText.directiveSave }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Enters real papers one after the other, with what the form could read of them; the rest is marked for a person. */
export async function importPapers(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: documentsText.register }).first().click();
  await chooseFiles(page, paths);
  const before = await countPapers(page);
  for (let done = 1; done <= paths.length; done += 1) {
    await page
      .getByRole('button', { name: registerText.takeOutFile })
      .or(page.getByRole('button', { name: registerText.skipFile }))
      .first()
      .waitFor();
    const issuer = page.getByLabel(labels.issuer, { exact: true });
    if ((await issuer.inputValue()) === '') await issuer.fill('Chính phủ');
    const abstract = page.getByLabel(labels.abstract, { exact: true });
    if ((await abstract.inputValue()) === '') await abstract.fill(`Văn bản thật dùng để thử, tờ ${String(done)}`);
    await page.getByRole('button', { name: registerText.save, exact: true }).click();
    const deadline = Date.now() + 40_000;
    while ((await countPapers(page)) < before + done) {
      if (Date.now() > deadline) throw new Error(`paper ${String(done)} of ${String(paths.length)} was not registered`);
      await page.waitForTimeout(100);
    }
  }
}

async function countPapers(page: Page): Promise<number> {
  return page.evaluate(async () => (await window.officeForTests?.office.db.documents.count()) ?? 0);
}

/** Prints this year's book and keeps it as a file. */
export async function printRegister(pc: OfficePc, path: string, report: TourReport): Promise<void> {
  const { page } = pc;
  await pc.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.evaluate(() => (window.location.hash = '#/documents'));
  await page.getByRole('button', { name: documentsText.printBook }).first().click();
  await page.waitForTimeout(5000);
  await report.picture(page, 'in-so', 'In sổ văn bản đến');
  await page.getByRole('button', { name: booksText.savePdf }).click();
  await page.waitForTimeout(1500);
  await page.keyboard.press('Escape');
}

/** While this PC is offline, another PC of the commune changes a member's phone and date; later this PC changes the same date. */
export async function crossAnEdit(
  pc: OfficePc,
  dataDir: string,
  port: number,
  communeId: string,
): Promise<{ readonly server: RunningServer; readonly editOffline: () => Promise<void> }> {
  const id = await pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    const member = (await office.db.members.toArray()).find(({ state }) => state === 'official');
    if (member === undefined) throw new Error('no member to edit');
    await acts.saveMember(office, member.id, { joinedUnionOn: '2009-02-03' as never }, member.seq);
    return member.id;
  });
  const server = await startServer({ dataDir, port });
  const other = await enrolSamplePc(
    server.url,
    await server.createCode(communeId, { name: 'Máy Ban Xây dựng Đảng' }),
    'Máy Ban Xây dựng Đảng',
    Date.now,
  );
  const rows = await other.pull();
  const officer = rows.find(({ type, f }) => type === 'staff' && f['role']?.v === 'officer');
  // The other person saw the record as it came with the sample, before anybody edited it.
  const seen = rows.find((row) => row.id === id)?.f['name']?.s ?? 0;
  await other.send(
    [{ t: 'set', type: 'member', id, f: { joinedUnionOn: '2009-03-02', phone: '0300345678' }, base: seen }],
    officer?.id,
  );
  await other.close();
  return {
    server,
    editOffline: async () => {
      await pc.page.evaluate(async () => {
        const handle = window.officeForTests;
        if (handle === undefined) throw new Error('the app is not open to tests');
        const { office, acts } = handle;
        for (const row of (await office.db.documents.toArray()).slice(-6))
          await acts.saveDocument(office, row.id, { note: 'Đã báo lại bằng điện thoại' }, row.seq);
      });
    },
  };
}

async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: registerText.pick }).first().waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...paths]);
  await page.waitForTimeout(1500);
}
