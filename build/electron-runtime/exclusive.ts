import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from '../bootstrap/tell.mjs';

const LOOK_AGAIN_MS = 300;

/**
 * Runs `work` while no other process holds the same lock folder; waits for the other one.
 * A lock whose process has died is taken over.
 */
export async function exclusive<T>(lockFolder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lockFolder), { recursive: true });
  let told = false;
  while (!tryLock(lockFolder)) {
    if (holderIsDead(lockFolder)) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told) tell('another process is doing the same; waiting for it …');
    told = true;
    await sleep(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function tryLock(lockFolder: string): boolean {
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lockFolder, 'pid'), String(process.pid));
  return true;
}

function holderIsDead(lockFolder: string): boolean {
  let pid: number;
  try {
    pid = Number(readFileSync(join(lockFolder, 'pid'), 'utf8'));
  } catch {
    return false; // just made or just removed: look again
  }
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
