import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installDebianPackages } from './debian-packages.mjs';
import { installDependencies } from './dependencies.mjs';
import { requireFreeDisk } from './free-disk.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The door of every npm script: sets the machine up with Node built-ins alone,
 * then hands over to the TypeScript of `build/commands/`.
 * @param {string} command a module of build/commands without its ending
 * @param {{ window: boolean }} needs whether this command opens a window
 */
export async function enter(command, needs) {
  process.chdir(ROOT);
  try {
    requireNodeVersion();
    await prepare(needs);
    await handOver(command);
  } catch (failure) {
    process.stderr.write(`\n${describe(failure)}\n`);
    process.exit(1);
  }
}

async function prepare(needs) {
  requireFreeDisk(ROOT);
  await installDependencies(ROOT);
  if (needs.window) await installDebianPackages();
}

async function handOver(command) {
  const { register } = await import('tsx/esm/api');
  register();
  const module = await import(pathToFileURL(join(ROOT, 'build/commands', `${command}.ts`)).href);
  process.exitCode = await module.run(process.argv.slice(2));
}

function describe(failure) {
  if (failure instanceof SetUpFailure || failure?.name === 'SetUpFailure') {
    return `${failure.message}\nMend it with:  ${failure.command}`;
  }
  if (failure?.code === 'ENOSPC') {
    return 'The disk is full.\nMend it with:  npm cache clean --force   # or delete files you no longer need';
  }
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
