import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTryCounter, type TryCounter } from './try-counter.ts';

let folder: string;
let path: string;
let clock: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tries-'));
  path = join(folder, 'tries');
  clock = 1000;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const start = (isNew = false): Promise<TryCounter> => openTryCounter(path, isNew, () => clock);

describe('the counter of wrong tries', () => {
  it('makes people wait longer and longer, a quarter of an hour at most', async () => {
    const tries = await start(true);
    const waits: number[] = [];
    for (let i = 0; i < 14; i += 1) {
      waits.push(tries.waitMs('an') / 1000);
      clock += tries.waitMs('an');
      await tries.begin('an');
    }
    expect(waits).toEqual([0, 0, 0, 2, 5, 15, 30, 60, 120, 300, 600, 900, 900, 900]);
  });

  it('counts for each person apart, and forgets after a right one', async () => {
    const tries = await start(true);
    for (let i = 0; i < 5; i += 1) await tries.begin('an');
    expect([tries.waitMs('an'), tries.waitMs('binh')]).toEqual([15_000, 0]);
    await tries.forget('an');
    expect(tries.waitMs('an')).toBe(0);
    expect((await start()).waitMs('an')).toBe(0);
  });

  it('has a try on disk before it is judged, and waits anew in full after a restart', async () => {
    const tries = await start(true);
    for (let i = 0; i < 5; i += 1) await tries.begin('an');
    clock += 14_000;
    expect(tries.waitMs('an')).toBe(1000);
    expect(readFileSync(path, 'utf8')).toContain('"an":5');
    clock = 3; // another run: its clock begins anew
    expect((await start()).waitMs('an')).toBe(15_000);
  });

  it('lets nobody off who took the file away or spoiled it', async () => {
    await start(true);
    for (const spoil of [() => rmSync(path), () => writeFileSync(path, '{"version":1,"counts":{"an":')]) {
      spoil();
      const again = await start();
      expect(again.waitMs('an')).toBe(30_000);
      await again.forget('an');
      expect([again.waitMs('an'), again.waitMs('binh')]).toEqual([0, 30_000]);
    }
  });

  it('overwrites in place, so that a full disk shuts nobody out', async () => {
    const tries = await start(true);
    const before = statSync(path);
    await tries.begin('an');
    const after = statSync(path);
    expect([after.ino, after.size]).toEqual([before.ino, before.size]);
  });
});
