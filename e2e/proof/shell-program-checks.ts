import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { ElectronApplication } from 'playwright';
import { appLaunch, sandboxArguments } from '#build/electron-runtime/app-launch.ts';
import { packedExecutable } from '#build/package/pack-app.ts';
import type { Assertions } from './assertion-count.ts';

/** How fuses stand in a binary. */
const FUSE_OFF = 48;
const FUSE_ON = 49;

/** How the window was made, as the running program tells it. */
export async function checkWindow(app: ElectronApplication, { check }: Assertions): Promise<void> {
  const { preferences, spellChecker, pids, processes } = await app.evaluate(
    ({ app: program, BrowserWindow, session }) => ({
      preferences:
        BrowserWindow.getAllWindows().map(({ webContents }) =>
          (webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences(),
        )[0] ?? {},
      spellChecker: session.defaultSession.isSpellCheckerEnabled(),
      pids: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
      processes: program.getAppMetrics().length,
    }),
  );
  const wanted = {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  };
  for (const [name, value] of Object.entries(wanted))
    check(`${name} is ${String(value)}`, preferences[name] === value, preferences[name]);
  check(
    'no Blink feature is switched on',
    (preferences['enableBlinkFeatures'] ?? '') === '',
    preferences['enableBlinkFeatures'],
  );
  check('spell checking, which would fetch dictionaries, is off', !spellChecker);
  check('the page runs in a process of its own', processes > 1 && pids.length === 1, pids);
  checkSystemSandbox(pids[0] ?? 0, { check });
}

/** Linux tells of every process whether a system-call filter holds it. As root Chromium cannot have one: said, not hidden. */
function checkSystemSandbox(pid: number, { check }: Pick<Assertions, 'check'>): void {
  if (process.platform !== 'linux') return;
  if (sandboxArguments().length > 0) {
    console.log(
      'note: run as root, where Chromium has no system sandbox; the preference is asserted, the filter cannot be',
    );
    return;
  }
  check(
    "the system's filter holds the page's process",
    /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8')),
  );
}

/** A second program of the same profile ends at once and leaves the first alone. */
export async function checkSingleInstance(
  app: ElectronApplication,
  profile: string,
  { check }: Assertions,
): Promise<void> {
  const { executablePath, args, env } = appLaunch({ profile });
  const started = Date.now();
  const code = await exitCode(executablePath, args, env);
  check('a second program of the same profile ends by itself', code === 0, code);
  console.log(`a second program of the same profile ended after ${String(Date.now() - started)} ms`);
  check(
    'the first one still has its window',
    (await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)) === 1,
  );
}

/** The switches burnt into the binary this proof ran on, and into the packed release if one was made here. */
export async function checkFuses({ check }: Assertions): Promise<void> {
  const { executablePath } = appLaunch({ profile: '' });
  const wire = await getCurrentFuseWire(executablePath);
  check(
    'fuse of the runtime: file: pages have no extra rights',
    Number(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]) === FUSE_OFF,
  );
  check(
    'fuse of the runtime: no foreign start-up snapshot',
    Number(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]) === FUSE_OFF,
  );
  console.log(
    'note: the runtime of this proof keeps the inspector fuse on, because Playwright comes in by it; the release has it off',
  );

  const release = packedExecutable('release');
  if (!existsSync(release)) {
    console.log('note: no packed release on this machine (npm run dist makes one); its fuses were not read');
    return;
  }
  const { releaseFuses } = createRequire(import.meta.url)('../../build/package/release-fuses.cjs') as {
    readonly releaseFuses: Readonly<Record<string, boolean>>;
  };
  const packed = await getCurrentFuseWire(release);
  for (const [name, on] of Object.entries(releaseFuses)) {
    const option = FuseV1Options[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
    check(`fuse of the release: ${name} is ${on ? 'on' : 'off'}`, Number(packed[option]) === (on ? FUSE_ON : FUSE_OFF));
  }
  const profile = mkdtempSync(join(tmpdir(), 'hosoxa-debugger-'));
  for (const asked of ['--remote-debugging-port=0', '--inspect=0']) {
    const code = await exitCode(release, [...sandboxArguments(), asked], {
      ...(process.env as Record<string, string>),
      HOSOXA_PROFILE: profile,
    });
    check(`the release quits when started with ${asked}`, code === 1, code);
  }
  rmSync(profile, { recursive: true, force: true });
}

/** Exit code of a program, or what it took us to end it after 15 seconds. */
async function exitCode(
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number | string> {
  const child = spawn(executable, args, { env, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(code ?? signal ?? 'unknown');
    });
  });
}
