import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exclusive } from './exclusive.ts';

describe('exclusive work', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exclusive-'));
    lock = join(folder, 'work.lock');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('never runs twice at the same time', async () => {
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await sleep(20);
      running -= 1;
    };
    await Promise.all([exclusive(lock, work), exclusive(lock, work), exclusive(lock, work)]);
    expect(most).toBe(1);
  });

  it('is free again after work that failed', async () => {
    await expect(exclusive(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(exclusive(lock, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('takes over the lock of a process that has died', async () => {
    const noSuchProcess = 2 ** 22 + 1;
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(noSuchProcess));
    await expect(exclusive(lock, () => Promise.resolve('done'))).resolves.toBe('done');
  });
});
