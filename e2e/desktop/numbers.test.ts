import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuePapers, listRefused } from '#e2e/office/numbering-work.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

/** Where pictures of the screen go when somebody wants to look at them. */
const shots = process.env['HOSOXA_SHOTS'];

let folder: string;
let server: RunningServer;
let pc: OfficePc;
let axe: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-numbers-'));
  server = await startServer({ dataDir: folder });
  const today = toPlainDate('2026-11-22');
  const commune = await seedProvince(server, { seed: 'numbers', documents: 40, members: 0, today, files: 0 }, Date.now);
  pc = await OfficePc.join(server, commune.place.id, 'Máy văn thư', true, { role: 'office-head' });
  pc.page.setDefaultTimeout(15_000);
  await pc.settle();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function look(name: string): Promise<void> {
  await pc.page.evaluate(axe);
  const { violations } = await pc.page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  );
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  if (shots !== undefined) await pc.page.screenshot({ path: join(shots, `${name}.png`) });
  expect({ name, faults }).toEqual({ name, faults: [] });
}

describe('the number ledger', () => {
  it('is found by Ctrl K, and an office makes a book, takes its paper book over, keeps and explains numbers by keyboard', async () => {
    const { page } = pc;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('mo so so');
    await page.getByText('Mở Sổ số').click();
    await page.getByRole('heading', { level: 1, name: 'Sổ số' }).waitFor();
    await look('numbers');

    await page.getByRole('tab', { name: 'Sổ và nhiệm kỳ' }).click();
    await look('books');
    await page.getByRole('button', { name: 'Lập sổ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lập cho').first().click();
    await page.getByRole('option', { name: 'Sổ khác' }).click();
    await page.getByRole('textbox', { name: 'Tên sổ' }).fill('Sổ thử của Uỷ ban');
    await dialog.getByLabel('Thể thức').first().click();
    await page.getByRole('option', { name: 'Nhà nước' }).click();
    await page.getByRole('textbox', { name: 'Ký hiệu cơ quan' }).fill('UBTHU');
    await look('new-book');
    await dialog.getByRole('textbox', { name: 'Ký hiệu cơ quan' }).press('Enter');
    await page.getByText('Sổ này chưa có số nào').waitFor();

    await page.getByRole('tab', { name: 'Sổ và nhiệm kỳ' }).click();
    const row = page.getByRole('row', { name: /Sổ thử của Uỷ ban/ });
    await row.getByText('Máy này giữ sổ').waitFor();
    await row.getByRole('button', { name: 'Sổ giấy đã dùng tới số…' }).click();
    await dialog.getByLabel('Sổ giấy đã dùng tới số').first().fill('37');
    await page.getByText('Văn bản tiếp theo lấy số 38.').waitFor();
    await look('take-over');
    await page.keyboard.press('Enter');
    await page.getByText('Từ nay cấp tiếp từ số 38.').waitFor();

    await page.getByRole('tab', { name: 'Các số' }).click();
    await page.keyboard.press('Control+n');
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Giữ cho quyết định nhân sự');
    await look('reserve');
    await page.keyboard.press('Enter');
    await page.getByText('Giữ cho quyết định nhân sự').waitFor();

    const registerId = await page.evaluate(async () => {
      const rows = (await window.officeForTests?.office.db.registers.toArray()) ?? [];
      return rows.find(({ suffix }) => suffix === 'UBTHU')?.id ?? '';
    });
    const letter = { registerId, typeId: 'state-letter', day: toPlainDate('2026-11-22'), count: 1 };
    const issued = await issuePapers(pc, [letter, { ...letter, number: 43, reason: 'Ghi nhầm số trên văn bản' }]);
    expect(issued.map(({ symbol }) => symbol)).toEqual(['39/UBTHU', '43/UBTHU']);
    await page.getByText('43/UBTHU').waitFor();
    await page.getByText('40 – 42').waitFor();
    await look('gap');
    await page.getByRole('button', { name: 'Giải thích số 40 – 42' }).click();
    await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Bỏ sót khi ghi sổ');
    await look('explain');
    await page.keyboard.press('Enter');
    await page.getByText('Bỏ sót khi ghi sổ').waitFor();
    await page.getByRole('tab', { name: 'Khoảng trống (0)' }).click();
    await page.getByText('Không có khoảng trống').waitFor();
  });

  it('stays usable in large type', async () => {
    await pc.page.evaluate(() => {
      document.documentElement.dataset['type'] = 'large';
    });
    for (const name of ['Các số', 'Khoảng trống (0)', 'Sổ và nhiệm kỳ']) {
      await pc.page.getByRole('tab', { name }).click();
      await pc.page.waitForTimeout(200);
      await look(`large-${String(['Các số', 'Khoảng trống (0)', 'Sổ và nhiệm kỳ'].indexOf(name))}`);
    }
    const overflow = await pc.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('sends everything it noted, and the province takes it', async () => {
    await pc.settle();
    expect(await listRefused(pc)).toEqual([]);
  });
});
