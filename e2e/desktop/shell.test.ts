import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { menuCommandSchema } from '#shared/contract/ipc.ts';
import type { Op } from '#shared/sync/op.ts';

let profile: string;
let app: ElectronApplication;
let page: Page;

async function start(): Promise<void> {
  app = await _electron.launch(appLaunch({ profile }));
  page = await app.firstWindow();
  await page.waitForLoadState('load');
}

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'hosoxa-shell-'));
  await start();
});
afterEach(async () => {
  await app.close();
  rmSync(profile, { recursive: true, force: true });
});

const op = (n: number): Op => ({
  dev: 1,
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
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
      menuCommandSchema.options,
    );
  });

  it('has on disk whatever it said was saved, when it is killed the next moment', async () => {
    const saved = await page.evaluate(
      async (ops): Promise<unknown> => window.desktop?.call['journal:append']({ ops: JSON.parse(ops) as Op[] }),
      JSON.stringify([op(1), op(2)]),
    );
    expect(saved).toEqual({ ok: true, value: null });
    app.process().kill('SIGKILL');
    await new Promise((resolve) => app.process().once('exit', resolve));
    await start();
    const found: unknown = await page.evaluate(async (): Promise<unknown> =>
      window.desktop?.call['journal:read-since']({ n: 0, lane: 'shared' }),
    );
    expect(found).toEqual({ ok: true, value: [op(1), op(2)] });
  });
});
