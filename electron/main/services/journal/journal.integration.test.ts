import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '#shared/base/result.ts';
import { openGate } from '../disk/disk-gate.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource, type FixedKeySource } from '../keys/fixed-key-source.ts';
import { crc32c } from './crc32c.ts';
import { openJournal, type Journal, type JournalWish } from './journal.ts';
import { sampleOp, sampleOps } from './sample-op.ts';
import { HEADER_BYTES } from './segment-format.ts';

const DAY = 86_400_000;
let root: string;
let keys: FixedKeySource;
let dev: number;
let now: number;
let journals: Journal[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
  [keys, dev, now, journals] = [createFixedKeySource(), 3, Date.UTC(2026, 10, 22, 8), []];
});
afterEach(async () => {
  await Promise.all(journals.map((journal) => journal.close()));
  rmSync(root, { recursive: true });
});

const folder = (): string => join(root, 'journal');
const aside = (): string[] => readdirSync(join(root, 'set-aside'));
const segments = (): string[] => readdirSync(folder()).filter((name) => name.endsWith('.hsxj'));
const only = (): string => join(folder(), segments()[0] ?? '');

async function open(wish: Partial<JournalWish> = {}): Promise<Journal> {
  const journal = await openJournal({
    folder: folder(),
    legacyFile: join(root, 'journal.hsxj'),
    setAside: createSetAside(join(root, 'set-aside')),
    keys,
    device: () => dev,
    now: () => now,
    ...wish,
  });
  journals.push(journal);
  return journal;
}

async function recorded(count: number, wish: Partial<JournalWish> = {}): Promise<Buffer> {
  const journal = await open(wish);
  for (const op of sampleOps(1, count)) await journal.append([op]);
  await journal.close();
  return readFileSync(only());
}

/** The frames of a whole file, by the lengths they say. */
function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = HEADER_BYTES; at < bytes.length;) {
    const end = at + 24 + bytes.readUInt32LE(at);
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}

const counters = async (journal: Journal, after = 0): Promise<number[]> => {
  const read = await journal.readSince(after, 'shared');
  return read.ok ? read.value.map(({ n }) => n) : [];
};

describe('the journal', () => {
  it('gives back every op it has answered for, also after it was closed and opened', async () => {
    const journal = await open();
    expect(await journal.append(sampleOps(1, 2))).toEqual(ok(null));
    expect(await journal.append(sampleOps(3, 5))).toEqual(ok(null));
    expect(await journal.readSince(2, 'shared')).toEqual(ok(sampleOps(3, 5)));
    await journal.close();
    expect(await (await open()).readSince(0, 'shared')).toEqual(ok(sampleOps(1, 5)));
  });

  it('leaves nothing of an op readable on the disk', async () => {
    const bytes = await recorded(3);
    expect(bytes.includes('Report number')).toBe(false);
    expect(bytes.includes('document')).toBe(false);
    expect(bytes.includes('01934f2a')).toBe(false);
  });

  it('keeps the lanes apart: what never leaves this PC counts on its own', async () => {
    const journal = await open();
    const secret = sampleOp(1, 'local');
    await journal.append([sampleOp(1), secret, sampleOp(2)]);
    expect(await journal.readSince(0, 'local')).toEqual(ok([secret]));
    expect(await journal.readSince(0, 'shared')).toEqual(ok(sampleOps(1, 2)));
    expect(journal.facts()).toMatchObject({ firstN: 1, lastN: 2, lastLocalN: 1, acked: 0, damagedBytes: 0 });
  });

  it('answers at most 1,000 ops at once and never splits those of one counter', async () => {
    const journal = await open();
    for (let from = 1; from <= 1000; from += 500) await journal.append(sampleOps(from, from + 499));
    await journal.append(sampleOps(1000, 1001));
    const first = await journal.readSince(0, 'shared');
    expect(first.ok && first.value).toHaveLength(1001);
    expect(await counters(journal, 1000)).toEqual([1001]);
  });

  it('lets calls that come while the disk is busy share one flush', async () => {
    let flushes = 0;
    const journal = await open({
      flush: async (file) => {
        flushes += 1;
        await file.datasync();
      },
    });
    await Promise.all(sampleOps(1, 50).map((op) => journal.append([op])));
    expect(flushes).toBeLessThan(10);
    expect(await counters(journal)).toHaveLength(50);
  });

  it('answers only after the disk has the op', async () => {
    let release: (() => void) | undefined;
    const journal = await open({ flush: () => new Promise<void>((done) => (release = done)) });
    let answered = false;
    const appended = journal.append([sampleOp(1)]).then(() => (answered = true));
    await expect.poll(() => release).toBeDefined();
    await new Promise((done) => setTimeout(done, 50));
    expect(answered).toBe(false);
    release?.();
    await appended;
  });

  it('takes and gives nothing while the PC is locked', async () => {
    const journal = await open();
    await journal.append([sampleOp(1)]);
    keys.lock();
    expect(await journal.append([sampleOp(2)])).toEqual(err('locked'));
    expect(await journal.readSince(0, 'shared')).toEqual(err('locked'));
    expect(journal.facts().lastN).toBe(1);
    keys.open();
    expect(await counters(journal)).toEqual([1]);
  });

  it('refuses an op of another device number', async () => {
    expect(await (await open()).append([sampleOp(1, 'org:na-lau', 4)])).toEqual(err('bad-input'));
  });

  it('takes nothing when the disk guard says so', async () => {
    const journal = await open({ disk: { ...openGate, refusal: () => Promise.resolve('disk-read-only' as const) } });
    expect(await journal.append([sampleOp(1)])).toEqual(err('disk-read-only'));
    expect(await counters(journal)).toEqual([]);
  });
});

describe('a torn or damaged journal', () => {
  it('gives in every torn prefix exactly the ops that were whole, and goes on behind them', async () => {
    const bytes = await recorded(4);
    const name = segments()[0] ?? '';
    let end = HEADER_BYTES;
    const ends = framesOf(bytes).map((frame) => (end += frame.length));
    const lengths = [HEADER_BYTES, ...ends.flatMap((at) => [at - 1, at, at + 1, at + 24, at + 30])].filter(
      (length) => length <= bytes.length,
    );
    for (const length of lengths) {
      writeFileSync(join(folder(), name), bytes.subarray(0, length));
      const whole = ends.filter((at) => at <= length).length;
      const journal = await open();
      expect(await journal.readSince(0, 'shared')).toEqual(ok(whole === 0 ? [] : sampleOps(1, whole)));
      expect(await journal.append([sampleOp(99)])).toEqual(ok(null));
      await journal.close();
      const again = await open();
      expect((await counters(again)).at(-1)).toBe(99);
      await again.close();
    }
  });

  it('notices a flipped bit in any byte, loses only the op it hit, and keeps the damage', async () => {
    const bytes = await recorded(3);
    const path = only();
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, flipped);
      const journal = await open();
      const left = await counters(journal);
      expect(left.length).toBeGreaterThanOrEqual(at < HEADER_BYTES ? 3 : 2);
      expect([1, 2, 3]).toEqual(expect.arrayContaining(left));
      await journal.close();
    }
    expect(aside().length).toBeGreaterThan(10);
  });

  it('counts the bytes lost in the middle, and keeps a copy', async () => {
    const bytes = await recorded(3);
    bytes[HEADER_BYTES + 30] = (bytes[HEADER_BYTES + 30] ?? 0) ^ 0xff;
    writeFileSync(only(), bytes);
    const journal = await open();
    expect(await counters(journal)).toEqual([2, 3]);
    const lost = framesOf(bytes)[0]?.length;
    expect(journal.facts()).toMatchObject({ damagedBytes: lost, setAside: 1, lastN: 3 });
    expect(aside()).toHaveLength(1);
    expect(statSync(only()).size).toBe(bytes.length);
  });

  it('takes frames that were moved or doubled once, in their order', async () => {
    const bytes = await recorded(4);
    const frames = framesOf(bytes);
    const moved = [2, 0, 2, 3, 1].flatMap((i) => frames[i] ?? []);
    writeFileSync(only(), Buffer.concat([bytes.subarray(0, HEADER_BYTES), ...moved]));
    const journal = await open();
    expect(await journal.readSince(0, 'shared')).toEqual(ok(sampleOps(1, 4)));
    expect(journal.facts().damagedBytes).toBe(frames[2]?.length);
  });

  it('does not read an op that was enciphered for another place', async () => {
    const bytes = await recorded(3);
    const [first, , third] = framesOf(bytes); // of one length; the first op's payload goes under the third's head, with sums that fit
    if (first === undefined || third === undefined) throw new Error('three frames');
    first.copy(third, 24, 24);
    third.writeUInt32LE(crc32c(third.subarray(24)), 16);
    third.writeUInt32LE(crc32c(third.subarray(0, 20), crc32c(bytes.subarray(24, 40))), 20);
    writeFileSync(only(), bytes);
    const journal = await open();
    expect(await counters(journal)).toEqual([1, 2]);
    expect(journal.facts()).toMatchObject({ damagedBytes: third.length, lastN: 3 });
    expect(aside()).toHaveLength(1);
  });

  it('sets foreign files and copies of a segment aside, and works on', async () => {
    await recorded(2);
    copyFileSync(only(), join(folder(), '00000007-shared.hsxj'));
    writeFileSync(join(folder(), '00000009-local.hsxj'), 'something else entirely');
    writeFileSync(join(folder(), 'Thumbs.db'), 'x');
    const journal = await open();
    expect(await counters(journal)).toEqual([1, 2]);
    expect(journal.facts().setAside).toBe(3);
    expect(aside().sort()).toEqual([
      'journal-00000007-shared.hsxj',
      'journal-00000009-local.hsxj',
      'journal-Thumbs.db',
    ]);
    expect(await journal.append([sampleOp(3)])).toEqual(ok(null));
  });

  it('leaves a segment of a newer build as it is, and never writes over it', async () => {
    const bytes = await recorded(1);
    const newer = Buffer.from(bytes);
    for (const copy of [0, 64]) {
      newer[copy + 4] = 3;
      newer.writeUInt32LE(crc32c(newer.subarray(copy, copy + 60)), copy + 60);
    }
    const path = join(folder(), '00000002-shared.hsxj');
    writeFileSync(path, newer);
    now += DAY;
    const journal = await open();
    await journal.append([sampleOp(2)]);
    expect(await counters(journal)).toEqual([1, 2]);
    expect(readFileSync(path).equals(newer)).toBe(true);
    expect(journal.facts().setAside).toBe(1);
  });

  it('skips ops whose key is gone and reads them when it is back', async () => {
    await recorded(1);
    const other = createFixedKeySource('another office');
    const journal = await open({ keys: other });
    other.renew();
    other.forget(1);
    expect(await counters(journal)).toEqual([]);
    expect(journal.facts().damagedBytes).toBeGreaterThan(0);
    await journal.close();
    expect(await counters(await open())).toEqual([1]);
  });
});

describe('a full disk', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });

  it('answers its code, keeps nothing of that call, and works again when there is room', async () => {
    let isFull = true;
    const journal = await open({ flush: (file) => (isFull ? Promise.reject(full) : file.datasync()) });
    expect(await journal.append(sampleOps(1, 3))).toEqual(err('disk-full'));
    expect(statSync(only()).size).toBe(HEADER_BYTES);
    isFull = false;
    expect(await journal.append([sampleOp(1)])).toEqual(ok(null));
    expect(await journal.readSince(0, 'shared')).toEqual(ok([sampleOp(1)]));
  });

  it('ends what it began when room can be made', async () => {
    let isFull = true;
    const journal = await open({
      flush: (file) => (isFull ? Promise.reject(full) : file.datasync()),
      disk: { ...openGate, makeRoom: () => Promise.resolve(!(isFull = false)) },
    });
    expect(await journal.append(sampleOps(1, 3))).toEqual(ok(null));
    expect(await counters(journal)).toEqual([1, 2, 3]);
  });
});

describe('segments', () => {
  it('begin anew every day and when they are full', async () => {
    const journal = await open({ limits: { rotateBytes: 2000 } });
    for (const op of sampleOps(1, 20)) await journal.append([op]);
    const full = segments().length;
    expect(full).toBeGreaterThan(1);
    now += DAY;
    await journal.append([sampleOp(21)]);
    expect(segments()).toHaveLength(full + 1);
    expect(await counters(journal)).toHaveLength(21);
  });

  it('go only when the province has acknowledged every op of them and 30 days have passed; the newest stays, and the local lane', async () => {
    const journal = await open();
    await journal.append([sampleOp(1), sampleOp(1, 'local')]);
    now += DAY;
    await journal.append(sampleOps(2, 3));
    now += DAY;
    await journal.append([sampleOp(4)]);
    now += 29 * DAY;
    await journal.noteAcked(3, 2);
    expect(await counters(journal)).toEqual([1, 2, 3, 4]);
    now += 3 * DAY;
    await journal.noteAcked(3, 2);
    await journal.close();
    const later = await open();
    expect(await counters(later)).toEqual([2, 3, 4]); // 3 is not acknowledged
    await later.noteAcked(3, 4);
    expect(await counters(later)).toEqual([4]);
    expect(await later.readSince(0, 'local')).toEqual(ok([sampleOp(1, 'local')]));
    expect(later.facts()).toMatchObject({ firstN: 4, lastN: 4, acked: 4 });
    await later.close();
    expect((await open()).facts().acked).toBe(4);
  });

  it('of an earlier number are not read; what never leaves the PC is, whatever the number', async () => {
    const journal = await open();
    await journal.append([sampleOp(1), sampleOp(1, 'local'), sampleOp(2), sampleOp(3)]);
    expect(await journal.copyAsDevice(2, 9)).toEqual(ok(2));
    expect(await counters(journal)).toEqual([1, 2, 3]);
    dev = 9;
    const read = await journal.readSince(0, 'shared');
    expect(read).toEqual(ok([2, 3].map((n) => ({ ...sampleOp(n), dev: 9, n: n - 1 }))));
    expect(await journal.readSince(0, 'local')).toEqual(ok([sampleOp(1, 'local')]));
    expect(await journal.append([sampleOp(3, 'org:na-lau', 9)])).toEqual(ok(null));
    expect(await counters(journal)).toEqual([1, 2, 3]);
    await journal.close();
    expect(await counters(await open())).toEqual([1, 2, 3]);
  });

  it('copied for a number twice count once: the first copy was never used', async () => {
    const journal = await open();
    await journal.append(sampleOps(1, 3));
    await journal.copyAsDevice(1, 9);
    await journal.copyAsDevice(3, 9);
    dev = 9;
    expect(await journal.readSince(0, 'shared')).toEqual(ok([{ ...sampleOp(3), dev: 9, n: 1 }]));
    expect(aside()).toHaveLength(1);
  });

  it('of a backup are taken in beside those that are here, once', async () => {
    await recorded(3);
    const backup = join(root, 'backup.hsxj');
    copyFileSync(only(), backup);
    rmSync(folder(), { recursive: true });
    const journal = await open();
    await journal.append([sampleOp(4)]);
    expect(await journal.adopt([backup])).toEqual(ok(null));
    expect(await journal.adopt([backup])).toEqual(ok(null));
    expect(await counters(journal)).toEqual([1, 2, 3, 4]);
    await journal.append([sampleOp(5)]);
    await journal.close();
    expect(await counters(await open())).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('an exchange of keys', () => {
  it('enciphers every segment anew, tells how far it is, and reads as before without the old key', async () => {
    const journal = await open({ limits: { rotateBytes: 1500 } });
    for (const op of sampleOps(1, 20)) await journal.append([op]);
    keys.renew();
    const total = segments().length;
    expect(journal.rotation()).toEqual({ done: 0, total });
    await journal.append([sampleOp(21)]);
    expect(await journal.reencipher()).toEqual(ok(null));
    expect(journal.rotation()).toEqual({ done: total + 1, total: total + 1 });
    keys.forget(1);
    expect(await counters(journal)).toHaveLength(21);
    await journal.append([sampleOp(22)]);
    await journal.close();
    expect(await counters(await open())).toHaveLength(22);
  });

  it('goes on with the segment that was being written', async () => {
    const journal = await open();
    await journal.append(sampleOps(1, 2));
    keys.renew();
    await journal.reencipher();
    await journal.append([sampleOp(3)]);
    expect(segments()).toHaveLength(1);
    keys.forget(1);
    expect(await journal.readSince(0, 'shared')).toEqual(ok(sampleOps(1, 3)));
  });
});

describe('CRC-32C', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  });
});
