import type * as FsPromises from 'node:fs/promises';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encoder } from 'cbor-x';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Op } from '#shared/sync/op.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource, type FixedKeySource } from '../keys/fixed-key-source.ts';
import { crc32c } from './crc32c.ts';
import { openJournal, type Journal, type JournalWish } from './journal.ts';
import { sampleOp, sampleOps } from './sample-op.ts';

/** How many more changes the disk takes before the power goes; then nothing at all happens any more. */
const power = vi.hoisted(() => {
  vi.resetModules(); // test files share their modules: the journal must be read again to get this disk
  return { left: Infinity, used: 0 };
});

vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof FsPromises>();
  const spend = (): void => {
    power.used += 1;
    power.left -= 1;
    if (power.left < 0) throw new Error('the power went');
  };
  const changing =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      spend();
      return act(...args);
    };
  const file = (handle: FsPromises.FileHandle): FsPromises.FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        const isChange = ['write', 'writeFile', 'truncate', 'sync', 'datasync'].includes(String(name));
        return (...args: unknown[]): unknown => {
          if (isChange) spend();
          return Reflect.apply(member, target, args);
        };
      },
    });
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      if (args[1] !== 'r') spend();
      return file(await real.open(...args));
    },
    rename: changing(real.rename),
    rm: changing(real.rm),
    truncate: changing(real.truncate),
    copyFile: changing(real.copyFile),
    mkdir: real.mkdir,
  };
});

const DAY = 86_400_000;
let root: string;
let keys: FixedKeySource;
let now: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-crash-'));
  [keys, now, power.left] = [createFixedKeySource(), Date.UTC(2026, 10, 22), Infinity];
});
afterEach(() => {
  power.left = Infinity;
  rmSync(root, { recursive: true });
});
afterAll(() => {
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
});

const open = (folder: string, wish: Partial<JournalWish> = {}): Promise<Journal> =>
  openJournal({
    folder: join(folder, 'journal'),
    legacyFile: join(folder, 'journal.hsxj'),
    setAside: createSetAside(join(folder, 'aside')),
    keys,
    device: () => 3,
    now: () => now,
    limits: { rotateBytes: 1200 },
    ...wish,
  });

async function readAll(journal: Journal, after = 0): Promise<readonly Op[]> {
  const read = await journal.readSince(after, 'shared');
  return read.ok ? read.value : [];
}

/** Does `act` on a copy of what `prepare` left, with the power going after 0, 1, 2 … changes of the disk, and looks each time at what another start finds. */
async function atEveryPoint(
  prepare: (journal: Journal, folder: string) => Promise<unknown>,
  act: (journal: Journal) => Promise<unknown>,
  look: (journal: Journal, folder: string) => Promise<void>,
): Promise<number> {
  const before = join(root, 'before');
  const first = await open(before);
  await prepare(first, before);
  await first.close();
  for (let point = 0; ; point += 1) {
    const folder = join(root, String(point));
    cpSync(before, folder, { recursive: true });
    [power.left, power.used] = [point, 0];
    const crashing = await open(folder).catch(() => undefined);
    if (crashing !== undefined) await act(crashing).catch(() => undefined);
    const isWhole = power.left >= 0;
    power.left = Infinity;
    await crashing?.close();
    const again = await open(folder);
    await look(again, folder);
    await again.close();
    if (isWhole) return point;
  }
}

describe('when the power goes at any point', () => {
  const ops = sampleOps(1, 12);
  const appendAll = async (journal: Journal): Promise<void> => {
    for (const op of ops) await journal.append([op]);
  };

  it('of appending and beginning new segments, every answered op is there, and work goes on', async () => {
    let answered: Op[] = [];
    const points = await atEveryPoint(
      (journal) => journal.append([sampleOp(1)]),
      async (journal) => {
        answered = [sampleOp(1)];
        for (const op of ops.slice(1)) if ((await journal.append([op])).ok) answered.push(op);
      },
      async (journal) => {
        const read = await readAll(journal);
        expect(read.slice(0, answered.length)).toEqual(answered.slice(0, read.length));
        expect(read.length).toBeGreaterThanOrEqual(answered.length);
        expect((await journal.append([sampleOp(99)])).ok).toBe(true);
      },
    );
    expect(points).toBeGreaterThan(20);
  });

  it('of enciphering anew, every op is there under one key or the other, and going on ends it', async () => {
    const points = await atEveryPoint(
      appendAll,
      async (journal) => {
        keys.renew();
        await journal.reencipher();
      },
      async (journal) => {
        expect(await readAll(journal)).toEqual(ops);
        expect(await journal.reencipher()).toEqual({ ok: true, value: null });
        const { done, total } = journal.rotation();
        expect(done).toBe(total);
        expect(await readAll(journal)).toEqual(ops);
        expect(journal.facts()).toMatchObject({ damagedBytes: 0, setAside: 0 });
      },
    );
    expect(points).toBeGreaterThan(10);
  });

  it('of dropping what is acknowledged, nothing else goes', async () => {
    const points = await atEveryPoint(
      async (journal) => {
        await appendAll(journal);
        now += 40 * DAY;
      },
      (journal) => journal.noteAcked(3, 8),
      async (journal) => {
        const read = await readAll(journal);
        expect(read).toEqual(ops.slice(ops.length - read.length));
        expect(read.at(0)?.n).toBeLessThanOrEqual(9);
      },
    );
    expect(points).toBeGreaterThan(3);
  });

  it('of taking the journal of the first build over, every op is there once', async () => {
    const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
    const frames = ops.map((op) => {
      const payload = cbor.encode(op);
      const head = Buffer.alloc(8);
      head.writeUInt32LE(payload.length);
      head.writeUInt32LE(crc32c(payload, crc32c(head.subarray(0, 4))), 4);
      return Buffer.concat([head, payload]);
    });
    const legacy = Buffer.concat([Buffer.from([0x48, 0x53, 0x58, 0x4a, 1, 0, 0, 0]), ...frames]);
    const points = await atEveryPoint(
      (_journal, folder) => writeFile(join(folder, 'journal.hsxj'), legacy),
      (journal) => journal.readSince(0, 'shared'),
      async (journal, folder) => {
        expect(await readAll(journal)).toEqual(ops);
        expect(readdirSync(folder)).toEqual(['journal']);
      },
    );
    expect(points).toBeGreaterThan(8);
  });

  it('of copying ops to another number, either number is whole', async () => {
    const points = await atEveryPoint(
      appendAll,
      (journal) => journal.copyAsDevice(5, 9),
      async (journal, folder) => {
        expect(await readAll(journal)).toEqual(ops);
        expect(await journal.copyAsDevice(5, 9)).toEqual({ ok: true, value: 8 });
        await journal.close();
        const other = await open(folder, { device: () => 9 });
        expect((await readAll(other)).map(({ n, h }) => [n, h])).toEqual(ops.slice(4).map(({ h }, i) => [i + 1, h]));
        await other.close();
      },
    );
    expect(points).toBeGreaterThan(2);
  });
});
