import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerFile } from '#e2e/office/file-intake.ts';
import { makeDocx, makePng, makeXlsx } from '#e2e/office/hostile-files.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { generatePdf } from '#e2e/sample/paper-pdf.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { registerText } from '#renderer/messages/register.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
};

let folder: string;
let server: RunningServer;
let pc: OfficePc;
let axe: string;
const shots = process.env['HOSOXA_SHOTS'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-viewers-'));
  server = await startServer({ dataDir: join(folder, 'province') });
  const [place] = samplePlaces;
  await seedProvince(
    server,
    { seed: 'viewers', documents: 3, members: 3, today: toPlainDate('2026-11-22'), files: 0, place },
    Date.now,
  );
  pc = await OfficePc.join(server, place.id, 'Máy văn phòng', true);
  await pc.settle();
  await pc.page.setViewportSize({ width: 1366, height: 768 });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (shots !== undefined) await mkdir(shots, { recursive: true });
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Puts a file beside the register form, where the viewer shows it; gives the frame it is drawn in and what is seen first there. */
async function show(name: string, bytes: Uint8Array, drawn: string): Promise<Frame> {
  await pc.page.evaluate(() => (window.location.hash = '#/'));
  await pc.page.evaluate(() => (window.location.hash = '#/documents-new'));
  const takeOut = pc.page.getByRole('button', { name: registerText.takeOutFile });
  await pc.page.getByText(registerText.dropTitle).or(takeOut).first().waitFor();
  if (await takeOut.isVisible()) await takeOut.click();
  await pc.page.getByText(registerText.dropTitle).waitFor();
  const path = join(folder, name);
  await writeFile(path, bytes);
  await pc.page.locator('main input[type=file]').first().setInputFiles(path);
  await pc.page.locator('iframe').first().contentFrame().locator(drawn).first().waitFor();
  const frame = pc.page.frames().find((each) => each.url().startsWith('hosoxa-doc:'));
  if (frame === undefined) throw new Error('the viewer has no frame');
  return frame;
}

const click = (name: string): Promise<void> => pc.page.getByRole('button', { name, exact: true }).click();

/** Looks for words by the keyboard and gives what the bar says of it. */
async function find(words: string): Promise<string> {
  await pc.page.keyboard.press('Control+f');
  const bar = pc.page.getByRole('search');
  await bar.getByRole('textbox').fill(words);
  const state = bar.getByRole('status');
  await expect.poll(() => state.textContent()).not.toMatch(new RegExp(`^$|${viewerText.findBusy}`));
  return (await state.textContent()) ?? '';
}

async function shoot(name: string): Promise<void> {
  if (shots !== undefined) await pc.page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Headings of the document shown are its writer's. */
const foreign = ['page-has-heading-one', 'heading-order'];

/** What axe says against screen and frame. The frame's policy lets nobody put a script in: axe is run by the driver there. */
async function findFaults(frame: Frame): Promise<string[]> {
  const faults: string[] = [];
  for (const place of [pc.page.mainFrame(), frame]) {
    await place.evaluate(axe);
    const { violations } = await place.evaluate(() =>
      (window as unknown as { axe: { run: (context: unknown) => Promise<AxeResult> } }).axe.run({
        exclude: ['iframe', '#file-probe'],
      }),
    );
    const own = violations.filter(({ id }) => place !== frame || !foreign.includes(id));
    faults.push(...own.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`));
  }
  return faults;
}

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of the file as they lie in the vault now, through the viewer's own address. */
async function hashInVault(frame: Frame, hash: string): Promise<string> {
  const bytes = await frame.evaluate(async (wanted) => {
    const response = await fetch(`/file/${wanted}`);
    const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, hash);
  return bytes;
}

describe('the viewers', () => {
  it('show a PDF: search, thumbnails, jump, zoom and turn leave its bytes as they were', async () => {
    const bytes = await generatePdf({
      seed: 'long',
      facts: {
        symbol: '12-BC/ĐU',
        issuedOn: toPartialDate('2026-11-19'),
        issuer: 'Đảng uỷ xã Mẫu',
        typeId: null,
        abstract: 'Báo cáo công tác tháng 11',
        signer: 'Nguyễn Văn Mẫu',
        urgency: 'normal',
      },
    });
    const frame = await show('bao-cao.pdf', bytes, '.page canvas');
    expect(await find('bao cao')).toMatch(/^1\/\d+ chỗ$/);
    expect(await frame.evaluate(() => CSS.highlights.get('hit')?.size)).toBe(1);
    await pc.page.keyboard.press('F3');
    await expect
      .poll(() => pc.page.getByRole('search').getByRole('status').textContent())
      .toMatch(/^(?:2|1)\/\d+ chỗ$/);
    expect(await find('chuỗi không có')).toBe(viewerText.findNone);
    await click(viewerText.findClose);
    if ((await frame.locator('.page').count()) > 1) {
      await click(viewerText.thumbnails);
      await frame.locator('.thumbnails canvas').first().waitFor();
    }
    for (const tool of [viewerText.zoomIn, viewerText.zoomOut, viewerText.whole, viewerText.rotate, viewerText.fit])
      await click(tool);
    await frame.locator('.page canvas').first().waitFor();
    await shoot('viewer-pdf');
    expect(await findFaults(frame)).toEqual([]);
    expect(await hashInVault(frame, sha(bytes))).toBe(sha(bytes));
  });

  it('show a picture, zoomed and turned', async () => {
    const bytes = makePng(900, 1300);
    const frame = await show('anh.png', bytes, '.picture img');
    await click(viewerText.rotate);
    const turned = await frame.locator('.picture').boundingBox();
    expect((turned?.width ?? 0) > (turned?.height ?? 0)).toBe(true);
    await click(viewerText.zoomIn);
    expect(((await frame.locator('.picture').boundingBox())?.width ?? 0) > (turned?.width ?? 0)).toBe(true);
    expect(await find('gì')).toBe(viewerText.noText);
    await shoot('viewer-image');
    expect(await findFaults(frame)).toEqual([]);
    expect(await hashInVault(frame, sha(bytes))).toBe(sha(bytes));
  });

  it('show the text of a Word file, cleaned of everything that is not text, table or picture', async () => {
    const bytes = makeDocx(['BÁO CÁO', 'Công tác tháng 11 của Đảng uỷ', '&lt;script&gt;alert(1)&lt;/script&gt;']);
    const frame = await show('bao-cao.docx', bytes, '.flow p');
    expect(await frame.locator('.flow').textContent()).toContain('Công tác tháng 11 của Đảng uỷ');
    expect(await frame.locator('.flow script, .flow a[href], .flow [style], .flow [onclick]').count()).toBe(0);
    expect(await find('dang uy')).toBe('1/1 chỗ');
    await shoot('viewer-word');
    expect(await findFaults(frame)).toEqual([]);
    expect(await hashInVault(frame, sha(bytes))).toBe(sha(bytes));
  });

  it('show an Excel file of 20,000 rows, of which only those in view are drawn', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`Dòng ${at + 1}`, 'Nà Lầu', String(at * 7)]);
    const bytes = makeXlsx({ 'Danh sách': rows, 'Trang hai': [['ô duy nhất']] });
    const frame = await show('danh-sach.xlsx', bytes, '.sheet td');
    expect(await frame.locator('.sheet tbody tr').count()).toBeLessThan(200);
    expect(await find('Dòng 19876')).toBe('1/1 chỗ');
    await frame.getByText('Dòng 19876', { exact: true }).waitFor();
    await pc.page
      .getByRole('textbox', { name: viewerText.sheet })
      .or(pc.page.getByRole('combobox', { name: viewerText.sheet }))
      .first()
      .click();
    await shoot('viewer-excel');
    await pc.page.getByRole('option', { name: 'Trang hai' }).click();
    await frame.getByText('ô duy nhất').waitFor();
    expect(await findFaults(frame)).toEqual([]);
    expect(await hashInVault(frame, sha(bytes))).toBe(sha(bytes));
  });

  it('read the real Word and Excel files of the corpus', async () => {
    const corpus = new URL('../../../shared/corpus/office/', import.meta.url);
    const names = ['ND30-Phuluc3.docx', 'register-400-legal-docs-dirty.xlsx'];
    for (const name of names) {
      const bytes = await readFile(new URL(name, corpus)).catch(() => undefined);
      if (bytes === undefined) {
        console.warn('viewers: corpus/office is not here, real files are skipped');
        return;
      }
      expect((await offerFile(pc, new URL(name, corpus).pathname)).outcome).toBe('taken');
      const frame = await show(name, bytes, name.endsWith('x') && name.includes('register') ? '.sheet td' : '.flow p');
      await shoot(`viewer-real-${name}`);
      expect(await findFaults(frame)).toEqual([]);
    }
  });

  it('print a Word file, an Excel file and a picture through the unseen sheet', async () => {
    for (const [name, bytes] of [
      ['in.docx', makeDocx(['In ra giấy'])],
      ['in.xlsx', makeXlsx({ A: [['In', 'ra']] })],
      ['in.png', makePng(300, 400)],
    ] as const) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const { hash, outcome } = await offerFile(pc, path);
      expect(outcome).toBe('taken');
      await pc.app.evaluate(({ app }) => {
        app.once('web-contents-created', (_event, contents) => {
          contents.print = (_options, done) => {
            void contents.printToPDF({}).then((pdf) => done?.(pdf.length > 800, ''));
          };
        });
      });
      const printed = await pc.page.evaluate(
        (given) => window.desktop?.call['print:file']({ title: given.name, hash: given.hash }),
        { name, hash },
      );
      expect({ name, printed }).toEqual({ name, printed: { ok: true, value: { printed: true } } });
    }
  });
});
