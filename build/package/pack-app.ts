import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import type { ElectronRuntime } from '../electron-runtime/resolve-electron.ts';

/** A release, or the same with the door open that Playwright comes in by. */
export type PackKind = 'release' | 'drivable';

const OUTPUT = { release: 'dist', drivable: 'out/packed-e2e' } as const;
/** How an enabled fuse stands in the binary. */
const FUSE_ON = '1'.charCodeAt(0);
const EXECUTABLE = 'ho-so-xa';

/** Where the unpacked Linux app of a kind lies. */
export function packedFolder(kind: PackKind): string {
  return join(OUTPUT[kind], 'linux-unpacked');
}

/** The executable of the unpacked Linux app of a kind. */
export function packedExecutable(kind: PackKind): string {
  return join(packedFolder(kind), EXECUTABLE);
}

/** Packs the bundles of out/app on the given runtime for this Linux, and checks the fuses of what came out. */
export async function packForLinux(kind: PackKind, runtime: ElectronRuntime): Promise<void> {
  await runElectronBuilder(['--linux', 'dir'], {
    HOSOXA_DIST_ELECTRON: runtime.distFolder,
    HOSOXA_DIST_VERSION: runtime.version,
    HOSOXA_DIST_DRIVABLE: kind === 'drivable' ? '1' : '0',
  });
  await checkFuses(packedExecutable(kind), kind);
}

/** Runs electron-builder quietly; shows all it said when it fails. */
export async function runElectronBuilder(
  target: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const args = [...target, '--config', 'build/electron-builder.config.cjs', '--publish', 'never'];
  const child = spawn(join('node_modules', '.bin', 'electron-builder'), args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
  if (code === 0) return;
  process.stderr.write(said);
  throw new SetUpFailure('electron-builder failed; its message is above.', 'npm run check   # then npm run dist again');
}

/** A release whose fuses are not what we ask for must not leave this machine. */
async function checkFuses(executable: string, kind: PackKind): Promise<void> {
  const { releaseFuses } = createRequire(import.meta.url)('./release-fuses.cjs') as {
    releaseFuses: Readonly<Record<string, boolean>>;
  };
  const wire = await getCurrentFuseWire(executable);
  for (const [name, released] of Object.entries(releaseFuses)) {
    const key = `${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options;
    const wanted = name === 'enableNodeCliInspectArguments' ? kind === 'drivable' : released;
    const found = Number(wire[FuseV1Options[key]]) === FUSE_ON;
    if (found !== wanted) throw new Error(`Fuse ${name} of ${executable} is ${String(found)}, not ${String(wanted)}.`);
  }
}
