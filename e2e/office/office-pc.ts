import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { isChromiumNoise } from '#build/electron-runtime/chromium-noise.ts';
import type { RunningServer } from '#server/start-server.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { TestHandle } from '#renderer/app/test-handle.ts';
import { firstStartText } from '#renderer/messages/first-start.ts';
import { lockText } from '#renderer/messages/lock.ts';

declare global {
  interface Window {
    officeForTests?: TestHandle;
  }
}

/** How long a step of the app may take on a slow, busy machine, in milliseconds. */
const PATIENCE = 40_000;
const LOOK_AGAIN_MS = 100;
const RESTFUL_RUNS = 2;

/** Passphrase of everybody in tests and proofs: five words that do not belong together. */
export const SAMPLE_PASSPHRASE = 'bốn chiếc thuyền qua suối 27';

type Environment = Readonly<Record<string, string>>;
type JoinOptions = { readonly role?: StaffRole; readonly env?: Environment };

/** A PC of an office: the real app in a window of its own, with a profile that lasts as long as the PC. */
export class OfficePc {
  /** The printed code of this PC, as its first screen showed it; empty on a PC that was only opened. */
  recoveryCode = '';
  /** Who has the PC open, or was chosen last. */
  personName = '';

  private constructor(
    readonly name: string,
    readonly profile: string,
    readonly app: ElectronApplication,
    /** The window as it stands now: a lock throws the page away, so never keep a copy. */
    public page: Page,
  ) {}

  /** Starts the app with a new profile and joins the commune by the screens a person would use, up to the shell. */
  static async join(
    server: RunningServer,
    communeId: string,
    name: string,
    holdsRegister: boolean,
    options: JoinOptions = {},
  ): Promise<OfficePc> {
    const pc = await OfficePc.enrol(server, communeId, name, holdsRegister, options.env);
    await pc.choosePerson(options.role ?? 'clerk');
    await pc.setPassphrase();
    return pc;
  }

  /** Starts the app with a new profile and enrols; stands at the list of people then. */
  static async enrol(
    server: RunningServer,
    communeId: string,
    name: string,
    holdsRegister: boolean,
    env: Environment = {},
  ): Promise<OfficePc> {
    const profile = await mkdtemp(join(tmpdir(), 'hosoxa-pc-'));
    const code = await server.createCode(communeId, { name, holdsRegister });
    const pc = await OfficePc.open(name, profile, {
      ...env,
      HOSOXA_ENROL_URL: server.url,
      HOSOXA_ENROL_CODE: code,
    });
    await pc.page.getByLabel(firstStartText.name).fill(name);
    await pc.page.getByRole('button', { name: firstStartText.enrol }).click();
    await pc.page.locator('main li button').first().waitFor();
    return pc;
  }

  /** Starts the app on a profile that is there; a PC whose people have passphrases is locked. */
  static async open(name: string, profile: string, env: Environment = {}): Promise<OfficePc> {
    const app = await _electron.launch(
      appLaunch({ profile, env: { HOSOXA_FAST_PASSPHRASE: '1', HOSOXA_NO_RELAUNCH: '1', ...env } }),
    );
    app.process().stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n'))
        if (line.trim() !== '' && !isChromiumNoise(line)) console.error(`[${name}] ${line}`);
    });
    const pc = new OfficePc(name, profile, app, await app.firstWindow());
    pc.watch();
    const aheadMs = Number(env['HOSOXA_CLOCK_AHEAD_MS'] ?? 0);
    if (aheadMs !== 0) await pc.shiftPageClock(aheadMs);
    return pc;
  }

  /** The page's clock is wrong as the program's is: from now on in every page of this run. Text, because the page must not see our bundler's helpers. */
  private async shiftPageClock(aheadMs: number): Promise<void> {
    await this.app.context().addInitScript({
      content: `{
        const Real = Date;
        const ahead = () => Real.now() + ${String(aheadMs)};
        globalThis.Date = new Proxy(Real, {
          construct: (target, given) => given.length === 0 ? new target(ahead()) : Reflect.construct(target, given),
          apply: () => new Real(ahead()).toString(),
          get: (target, key) => key === 'now' ? ahead : Reflect.get(target, key),
        });
      }`,
    });
    await this.page.reload();
  }

  private watch(): void {
    this.page.setDefaultTimeout(PATIENCE);
    this.page.on('pageerror', (error) => {
      console.error(`[${this.name}] ${error.message}`);
    });
  }

  /** On the first start: chooses the first person of the list with this role. */
  async choosePerson(role: StaffRole): Promise<void> {
    // The people come with the first exchange; the list may still grow while the first ones are shown.
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const name = await this.page.evaluate(async (wanted) => {
        const staff = (await window.officeForTests?.office.db.staff.toArray()) ?? [];
        const fitting = staff.filter((each) => each.active && !each.removed && each.role === wanted);
        return fitting.sort((a, b) => a.order - b.order)[0]?.name.full;
      }, role);
      if (name !== undefined) {
        this.personName = name;
        await this.page.getByRole('button', { name }).first().click();
        return;
      }
      if (Date.now() > deadline) throw new Error(`${this.name}: nobody in the list is ${role}`);
      await this.page.waitForTimeout(LOOK_AGAIN_MS);
    }
  }

  /** On the first start: the chosen person sets a passphrase and confirms the recovery code; stands in the shell then. */
  async setPassphrase(passphrase = SAMPLE_PASSPHRASE): Promise<void> {
    await this.typeNewPassphrase(passphrase);
    await this.confirmRecoveryCode();
    await this.waitForShell();
  }

  /** Fills the screen on which a passphrase is set, and goes on. */
  async typeNewPassphrase(passphrase = SAMPLE_PASSPHRASE): Promise<void> {
    await this.page.getByRole('textbox', { name: lockText.passphrase, exact: true }).fill(passphrase);
    await this.page.getByRole('textbox', { name: lockText.again, exact: true }).fill(passphrase);
    await this.page.getByText(lockText.enough).waitFor();
    await this.page.getByRole('button', { name: lockText.set }).click();
  }

  /** Reads the recovery code off the screen and types its last group. */
  async confirmRecoveryCode(): Promise<void> {
    const code = this.page.locator('[data-recovery-code]');
    await code.waitFor();
    const groups = await code.locator('span').allTextContents();
    this.recoveryCode = groups.join('-');
    await this.page.getByRole('textbox', { name: lockText.lastGroup }).fill(groups.at(-1) ?? '');
    await this.page.getByRole('button', { name: lockText.haveIt }).click();
  }

  /** Opens a locked PC: as the named person, else as its only or first one. */
  async unlock(passphrase = SAMPLE_PASSPHRASE, personName = ''): Promise<void> {
    await this.tryPassphrase(passphrase, personName);
    await this.waitForShell();
  }

  /** Types a passphrase on the lock screen and presses Enter, whatever comes of it. */
  async tryPassphrase(passphrase: string, personName = ''): Promise<void> {
    const field = this.page.getByRole('textbox', { name: lockText.passphrase, exact: true });
    const people = this.page.locator('main li button');
    await field.or(people.first()).first().waitFor();
    if (await people.first().isVisible())
      await (personName === '' ? people.first() : people.filter({ hasText: personName })).click();
    await field.fill(passphrase);
    await field.press('Enter');
  }

  /** Locks by the key; the page is thrown away and a new one shows the lock screen. */
  async lock(): Promise<void> {
    await this.takeNextPage(() => this.page.keyboard.press('Control+l'));
  }

  /** Does what ends in a new page, and goes on with that page. */
  async takeNextPage(act: () => Promise<unknown>): Promise<void> {
    const next = this.app.waitForEvent('window', { timeout: PATIENCE });
    await act().catch(() => undefined); // the page may end in the middle of the key press
    this.page = await next;
    this.watch();
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** The frame of the screens is there, and the handle for tests. */
  async waitForShell(): Promise<void> {
    await this.page.getByRole('navigation').first().waitFor();
    await this.page.waitForFunction(() => window.officeForTests !== undefined);
  }

  /** Waits until everything this PC knows is at the province and everything of the province is here, files included. */
  async settle(): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    // Twice: a run that had begun before knew nothing of the last changes, and an act of a run (a late file, an answered letter) is sent by the next one.
    for (let restful = 0; restful < RESTFUL_RUNS;) {
      if (await this.runAndLook()) restful += 1;
      else {
        restful = 0;
        if (Date.now() > deadline) throw new Error(`${this.name} did not come to rest`);
        await this.page.waitForTimeout(LOOK_AGAIN_MS);
      }
    }
  }

  /** One whole run of sync; whether it reached the province and nothing waits behind it. */
  private async runAndLook(): Promise<boolean> {
    const look = this.page.evaluate(async () => {
      const handle = window.officeForTests;
      if (handle === undefined) return false;
      handle.sync.syncNow();
      const run = await handle.sync.runOnce();
      const { changes, files } = await handle.acts.readOutboxSummary(handle.office);
      const moving = await handle.office.db.localTransfers.filter(({ state }) => state !== 'done').count();
      return (
        run.ok &&
        changes === 0 &&
        files === 0 &&
        moving === 0 &&
        (await handle.office.db.outbox.where('kind').noneOf(['rejected']).count()) === 0
      );
    });
    return look.catch((cause: unknown) => {
      // The page began again while it was looked at: its PC got another number, or follows a merger.
      if (cause instanceof Error && cause.message.includes('Execution context was destroyed')) return false;
      throw cause;
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
