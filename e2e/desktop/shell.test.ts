import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { startServer } from '#server/start-server.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { menuCommandSchema } from '#shared/contract/ipc.ts';
import { opsToText } from '#shared/contract/ops-text.ts';
import type { Op } from '#shared/sync/op.ts';

let profile: string;
let app: ElectronApplication;
let page: Page;

async function start(): Promise<void> {
  app = await _electron.launch(appLaunch({ profile }));
  page = await app.firstWindow();
  await page.waitForLoadState('load');
}

const op = (dev: number, n: number): Op => ({
  dev,
  n,
  t: 'set',
  stream: 'org:na-lau',
  type: 'document',
  id: `01934f2a-7c3b-7a10-8b11-${String(n).padStart(12, '0')}`,
  f: { abstract: 'Về việc báo cáo' },
  base: 0,
  h: n * 1024,
  by: '',
});

describe('the program', () => {
  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), 'hosoxa-shell-'));
    await start();
  });
  afterEach(async () => {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('comes back where its window was', async () => {
    const wanted = { x: 40, y: 60, width: 1100, height: 720 };
    await app.evaluate(({ BrowserWindow }, bounds) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
    }, wanted);
    await page.waitForTimeout(300);
    const before = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    await app.close();
    await start();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(before);
    expect(before).toMatchObject({ width: wanted.width, height: wanted.height });
  });

  it('sends every command of its menu to the page', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      window.desktop?.on['menu:command'](({ command }) => heard.push(command));
      Object.assign(window, { heard });
    });
    await app.evaluate(({ Menu }, commands) => {
      for (const command of commands) Menu.getApplicationMenu()?.getMenuItemById(command)?.click();
    }, menuCommandSchema.options);
    await page.waitForTimeout(300);
    // All but the lock, which the program itself begins: it must fall whatever the page is doing.
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
      menuCommandSchema.options.filter((command) => command !== 'lock'),
    );
  });
});

describe('the journal of an enrolled PC', () => {
  it('has on disk whatever it said was saved, when the program is killed the next moment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hosoxa-shell-province-'));
    const server = await startServer({ dataDir: folder });
    await seedProvince(
      server,
      { seed: 'shell', documents: 2, members: 2, files: 0, today: toPlainDate('2026-11-22') },
      Date.now,
    );
    const pc = await OfficePc.enrol(server, samplePlaces[0].id, 'Máy văn thư', true);
    const dev = await pc.page.evaluate(() => window.officeForTests?.office.device.dev ?? 0);
    const ops = [op(dev, 1), op(dev, 2)];
    const saved = await pc.page.evaluate(
      async (given): Promise<unknown> => window.desktop?.call['journal:append']({ ops: given }),
      opsToText(ops),
    );
    expect(saved).toEqual({ ok: true, value: null });
    pc.app.process().kill('SIGKILL');
    await new Promise((resolve) => pc.app.process().once('exit', resolve));
    await server.stop();
    const again = await OfficePc.open('Máy văn thư', pc.profile);
    await again.page.waitForFunction(() => window.officeForTests !== undefined);
    const found: unknown = await again.page.evaluate(async (): Promise<unknown> =>
      window.desktop?.call['journal:read-since']({ n: 0, lane: 'shared' }),
    );
    expect(found).toEqual({ ok: true, value: ops });
    await again.discard();
    rmSync(folder, { recursive: true, force: true });
  });
});
