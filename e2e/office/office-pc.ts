import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { isChromiumNoise } from '#build/electron-runtime/chromium-noise.ts';
import type { RunningServer } from '#server/start-server.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';

declare global {
  interface Window {
    officeForTests?: TestHandle;
  }
}

/** How long a step of the app may take on a slow, busy machine, in milliseconds. */
const PATIENCE = 40_000;
const LOOK_AGAIN_MS = 200;
const RESTFUL_LOOKS = 4;

/** A PC of an office: the real app in a window of its own, with a profile that lasts as long as the PC. */
export class OfficePc {
  private constructor(
    readonly name: string,
    readonly profile: string,
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {}

  /** Starts the app with a new profile and joins the commune, by the screens a person would use. */
  static async join(server: RunningServer, communeId: string, name: string, holdsRegister: boolean): Promise<OfficePc> {
    const profile = await mkdtemp(join(tmpdir(), 'hosoxa-pc-'));
    const code = await server.createCode(communeId, { name, holdsRegister });
    const pc = await OfficePc.open(name, profile, { HOSOXA_ENROL_URL: server.url, HOSOXA_ENROL_CODE: code });
    await pc.page.getByLabel('Tên máy').fill(name);
    await pc.page.getByRole('button', { name: 'Ghi danh' }).click();
    await pc.page.locator('main li button').first().waitFor();
    return pc;
  }

  /** Starts the app on a profile that is there. */
  static async open(name: string, profile: string, env: Readonly<Record<string, string>> = {}): Promise<OfficePc> {
    const app = await _electron.launch(appLaunch({ profile, env }));
    app.process().stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n'))
        if (line.trim() !== '' && !isChromiumNoise(line)) console.error(`[${name}] ${line}`);
    });
    const page = await app.firstWindow();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => {
      console.error(`[${name}] ${error.message}`);
    });
    return new OfficePc(name, profile, app, page);
  }

  /** Chooses the nth person of the office's list. */
  async choosePerson(place: number): Promise<void> {
    await this.page.locator('main li button').nth(place).click();
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.waitForFunction(() => window.officeForTests !== undefined);
  }

  /** Waits until everything this PC knows is at the province and everything of the province is here, files included. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => {
      window.officeForTests?.sync.syncNow();
    });
    // Not waitForFunction: it takes a predicate's promise itself for true. At rest several times in a row: between
    // a record's acknowledgement and its file's transfer there is a moment in which nothing waits.
    const deadline = Date.now() + PATIENCE;
    let restful = 0;
    while (restful < RESTFUL_LOOKS) {
      restful = (await this.isAtRest()) ? restful + 1 : 0;
      if (Date.now() > deadline) throw new Error(`${this.name} did not come to rest`);
      await this.page.waitForTimeout(LOOK_AGAIN_MS);
    }
  }

  private isAtRest(): Promise<boolean> {
    return this.page.evaluate(async () => {
      const handle = window.officeForTests;
      if (handle === undefined) return false;
      const { changes, files } = await handle.acts.readOutboxSummary(handle.office);
      const moving = await handle.office.db.localTransfers.filter(({ state }) => state !== 'done').count();
      return (
        changes === 0 &&
        files === 0 &&
        moving === 0 &&
        (await handle.office.db.outbox.where('kind').noneOf(['rejected']).count()) === 0
      );
    });
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  /** Closes the app and throws the PC away. */
  async discard(): Promise<void> {
    await this.app.close().catch(() => undefined); // it may have ended already
    await rm(this.profile, { recursive: true, force: true });
  }
}
