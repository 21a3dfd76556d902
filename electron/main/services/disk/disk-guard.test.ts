import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskGuard, diskLimits, type DiskGuard } from './disk-guard.ts';

const MIB = 1024 * 1024;
const limits = { low: 200 * MIB, readOnly: 100 * MIB, ballast: 2 * MIB };
let folder: string;
let free: number;
let told: string[];
let guard: DiskGuard;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
  [free, told] = [1000 * MIB, []];
  guard = make();
});
afterEach(() => {
  guard.stop();
  rmSync(folder, { recursive: true });
});

const ballast = (): string => join(folder, 'ballast');
const make = (everyMs?: number): DiskGuard =>
  createDiskGuard({
    folder,
    ballastPath: ballast(),
    limits,
    tell: ({ level }) => told.push(level),
    measure: () => Promise.resolve(free),
    ...(everyMs === undefined ? {} : { everyMs }),
  });
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 5));
  expect(holds()).toBe(true);
}

describe('the disk guard', () => {
  it('tells a level once, when it changes, and is not fickle at its edge', async () => {
    for (const mib of [1000, 199, 198, 205, 99, 105, 111, 150, 221]) {
      free = mib * MIB;
      await guard.look();
    }
    expect(told).toEqual(['low', 'read-only', 'low', 'ample']);
  });

  it('refuses writing below the limit, and lets it again when there is room', async () => {
    expect(await guard.gate.refusal()).toBeUndefined();
    free = 50 * MIB;
    await guard.look();
    expect(await guard.gate.refusal()).toBe('disk-read-only');
    free = 500 * MIB;
    expect(await guard.gate.refusal()).toBeUndefined();
  });

  it('looks by itself', async () => {
    guard = make(5);
    guard.start();
    free = 50 * MIB;
    await until(() => told.length === 1);
  });

  it('makes its ballast while there is room, and gives it up when the disk says it is full', async () => {
    await guard.look();
    await until(() => existsSync(ballast()));
    expect(statSync(ballast()).size).toBe(limits.ballast);
    free = 0;
    expect(await guard.gate.makeRoom()).toBe(true);
    expect(existsSync(ballast())).toBe(false);
    expect(await guard.gate.makeRoom()).toBe(false);
    expect(told).toEqual(['read-only']);
  });

  it('stays read-only after the disk was full until more is free than the ballast gave', async () => {
    await guard.gate.makeRoom();
    guard = createDiskGuard({
      folder,
      ballastPath: ballast(),
      limits: { ...limits, low: 0, readOnly: 0 },
      tell: ({ level }) => told.push(level),
      measure: () => Promise.resolve(free),
    });
    free = 0;
    await guard.gate.makeRoom();
    free = 2 * MIB;
    expect(await guard.gate.refusal()).toBe('disk-read-only');
    free = 6 * MIB;
    expect(await guard.gate.refusal()).toBeUndefined();
  });

  it('gives the ballast up by itself when almost nothing is left, and makes it again later', async () => {
    await guard.look();
    await until(() => existsSync(ballast()));
    free = 5 * MIB;
    await guard.look();
    expect(existsSync(ballast())).toBe(false);
    free = 1000 * MIB;
    await guard.look();
    await until(() => existsSync(ballast()));
  });

  it('keeps working when the disk cannot be asked', async () => {
    guard = createDiskGuard({
      folder,
      ballastPath: ballast(),
      limits,
      tell: () => undefined,
      measure: () => Promise.reject(new Error('no such call')),
    });
    expect(await guard.gate.refusal()).toBeUndefined();
  });
});

describe('the limits', () => {
  it('are 500 MB and 2 GB, and others only in builds open to tests', () => {
    const env = { HOSOXA_DISK_READ_ONLY_MB: '7', HOSOXA_DISK_LOW_MB: '9', HOSOXA_BALLAST_MB: '0' };
    expect(diskLimits(env, false)).toEqual({ readOnly: 500 * MIB, low: 2048 * MIB, ballast: 64 * MIB });
    expect(diskLimits(env, true)).toEqual({ readOnly: 7 * MIB, low: 9 * MIB, ballast: 0 });
    expect(diskLimits({ HOSOXA_DISK_LOW_MB: '-1' }, true).low).toBe(2048 * MIB);
  });
});
