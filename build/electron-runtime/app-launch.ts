import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAUNCHER_FOLDER } from './prepare-electron.ts';
import { resolveElectron } from './resolve-electron.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The built app: main/, preload/, renderer/ and a package.json. */
export const APP_FOLDER = join(PROJECT, 'out/app');

/** What one start of the app is given. */
export type AppLaunchWish = {
  /** The profile folder of this instance (`HOSOXA_PROFILE`); instances with different ones run side by side. */
  readonly profile: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further arguments, after those the runtime needs. */
  readonly args?: readonly string[];
};

/** Fits Playwright's `_electron.launch` as it is, and `child_process.spawn(executablePath, args, { env })`. */
export type AppLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

/**
 * How to start the built app on the Electron of this machine; `DISPLAY` must be set (see `startDisplay`).
 * With `HOSOXA_PACKED_APP` in the environment it is that executable instead: a packed app that is open to tests.
 */
export function appLaunch(wish: AppLaunchWish): AppLaunch {
  const packed = process.env['HOSOXA_PACKED_APP'];
  if (packed !== undefined) {
    return {
      executablePath: packed,
      args: [...sandboxArguments(), ...(wish.args ?? [])],
      env: { ...inheritedEnvironment(), HOSOXA_PROFILE: wish.profile, ...wish.env },
    };
  }
  const { executablePath, distFolder } = resolveElectron();
  const takesPath = existsSync(join(distFolder, 'resources/default_app.asar'));
  return {
    executablePath,
    args: [...(takesPath ? [LAUNCHER_FOLDER] : []), ...sandboxArguments(), ...(wish.args ?? [])],
    env: { ...inheritedEnvironment(), HOSOXA_APP_DIR: APP_FOLDER, HOSOXA_PROFILE: wish.profile, ...wish.env },
  };
}

/** Chromium refuses to run its sandbox as root on Linux; everywhere else the sandbox stays on. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** This process's environment without what would change how Electron itself starts. */
function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(entry[0]),
  );
  return Object.fromEntries(entries);
}
