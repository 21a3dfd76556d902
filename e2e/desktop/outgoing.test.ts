import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { filesFolderOf } from '#server/open-file-places.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { storedPath } from '#server/storage/file-folder.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

const ABSTRACT = 'mời dự hội nghị tổng kết công tác xây dựng Đảng năm 2026';
const pcs: OfficePc[] = [];
let folder: string;
let server: RunningServer;
let communeId: string;
let clerk: OfficePc;
let axe: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-outgoing-'));
  server = await startServer({ dataDir: folder });
  const today = dateOfInstant(Date.now());
  const commune = await seedProvince(
    server,
    { seed: 'outgoing', documents: 20, members: 10, today, files: 0, outgoing: 40 },
    Date.now,
  );
  communeId = commune.place.id;
  clerk = await joinAs('clerk', 'Máy văn thư', true);
  await clerk.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const books = await handle.office.db.registers.toArray();
    for (const { id, book } of books) if (book === 'outgoing') await handle.acts.takeBook(handle.office, id);
  });
  await clerk.settle();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}, 240_000);
afterAll(async () => {
  for (const pc of pcs) await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function joinAs(role: StaffRole, name: string, holds: boolean): Promise<OfficePc> {
  const pc = await OfficePc.join(server, communeId, name, holds, { role });
  pcs.push(pc);
  await pc.settle();
  return pc;
}

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(500);
}

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

/** The paper this test writes, as a PC has it. */
function paperOn(pc: OfficePc): Promise<{ readonly id: string; readonly state: string; readonly symbol: string }> {
  return pc.page.evaluate(async (abstract) => {
    const rows = (await window.officeForTests?.office.db.outgoings.toArray()) ?? [];
    const row = rows.find((each) => each.abstract === abstract);
    if (row === undefined) throw new Error('the paper is not on this PC');
    return { id: row.id, state: row.state, symbol: row.symbol };
  }, ABSTRACT);
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return texts.join(' ').replaceAll(/\s+/g, ' ');
}

describe('an outgoing paper', () => {
  it('is written by a clerk with the keyboard alone, and lock and unlock lose no word', async () => {
    const { page } = clerk;
    await go(page, '/outgoing');
    await page.keyboard.press('Control+n');
    await page.getByRole('combobox', { name: 'Loại văn bản' }).or(page.getByLabel('Loại văn bản')).first().waitFor();
    await page.getByRole('radio', { name: 'Trang trống đúng thể thức' }).check();
    await page.getByLabel('Trích yếu').fill(ABSTRACT);
    await page.keyboard.press('Control+s');
    const body = page.getByRole('textbox', { name: 'Đoạn, đoạn 1' });
    await body.waitFor();
    await page.getByLabel('Kính gửi').fill('Các chi bộ trực thuộc');
    await body.click();
    await page.keyboard.type('Ban Thường vụ Đảng uỷ kính mời:');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- Thành phần: ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('bí thư các chi bộ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(';');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Thời gian: 8 giờ.');
    await page.waitForTimeout(700);
    await clerk.lock();
    await clerk.unlock();
    const restored = clerk.page.getByRole('textbox', { name: 'Gạch đầu dòng, đoạn 3' });
    await restored.waitFor();
    expect(await restored.textContent()).toBe('Thời gian: 8 giờ.');
    expect(await clerk.page.locator('[data-block="1"] b').textContent()).toBe('bí thư các chi bộ');
    await clerk.page.getByLabel('Nơi nhận').fill('Như trên\nLưu Văn phòng Đảng uỷ');
    expect(await findFaults(clerk.page)).toEqual([]);
    await clerk.page.keyboard.press('Control+s');
    await clerk.page.getByLabel('Đã sửa gì').waitFor();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByText('Đã lưu dự thảo lần 1').first().waitFor();
    await clerk.settle();
    expect((await paperOn(clerk)).state).toBe('draft');
  });

  it('is checked by the office head and approved by a leader on their own PCs', async () => {
    const head = await joinAs('office-head', 'Máy chánh văn phòng', false);
    const { id } = await paperOn(head);
    await go(head.page, `/outgoing/${id}`);
    await head.page.getByRole('button', { name: 'Cho ý kiến' }).click();
    await head.page.getByRole('radio', { name: 'Đã thẩm định thể thức' }).check();
    expect(await findFaults(head.page)).toEqual([]);
    await head.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await head.page.getByText('Đã ghi ý kiến').waitFor();
    await head.settle();

    const leader = await joinAs('leader', 'Máy thường trực', false);
    await go(leader.page, `/outgoing/${id}`);
    await leader.page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await leader.page.getByText('Đã duyệt').first().waitFor();
    await leader.settle();
    expect((await paperOn(leader)).state).toBe('approved');
    await go(leader.page, `/outgoing/${id}`);
    expect(await leader.page.getByRole('button', { name: 'Cấp số và ban hành' }).count()).toBe(0);
  });

  it('is issued by the clerk: the PDF that is kept bears its number and day, and no draft mark', async () => {
    await clerk.settle();
    const { page } = clerk;
    const { id } = await paperOn(clerk);
    await go(page, `/outgoing/${id}`);
    await page.getByRole('button', { name: 'Cấp số và ban hành' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Máy này giữ sổ nên cấp số ngay').waitFor();
    expect(await findFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cấp số và ban hành' }).click();
    await page.getByText(/^Đã ban hành \d+-CV/).waitFor();
    await clerk.settle();
    const issued = await paperOn(clerk);
    expect(issued).toMatchObject({ state: 'issued' });
    expect(issued.symbol).toMatch(/^\d{2,}-CV\/ĐU$/);
    const bytes = await page.evaluate(async (paperId) => {
      const files =
        (await window.officeForTests?.office.db.attachments.where('documentId').equals(paperId).toArray()) ?? [];
      return { count: files.length, hash: files[0]?.hash ?? '', pages: files[0]?.pages ?? 0 };
    }, id);
    expect(bytes).toMatchObject({ count: 1, pages: 1 });
    const stored = storedPath(filesFolderOf(folder), communeId, bytes.hash);
    const text = await textOfPdf(new Uint8Array(await readFile(stored)));
    expect(text).toContain(`Số ${issued.symbol}`);
    expect(text).toContain('Thời gian: 8 giờ.');
    expect(text).not.toContain('Dự thảo');
  });

  it('leaves axe nothing to say on its screens, in ordinary and in large type', async () => {
    const { page } = clerk;
    const { id } = await paperOn(clerk);
    for (const type of ['normal', 'large']) {
      await page.evaluate((size) => {
        document.documentElement.dataset['type'] = size;
      }, type);
      for (const place of ['/outgoing', `/outgoing/${id}`, '/outgoing-new']) {
        await go(page, place);
        expect({ place, type, faults: await findFaults(page) }).toEqual({ place, type, faults: [] });
      }
      await go(page, `/outgoing/${id}`);
      for (const tab of [/Bản thảo/, /Ý kiến/, /Lịch sử/]) {
        await page.getByRole('tab', { name: tab }).click();
        await page.waitForTimeout(400);
        expect({ tab: String(tab), type, faults: await findFaults(page) }).toEqual({
          tab: String(tab),
          type,
          faults: [],
        });
      }
    }
  });
});
