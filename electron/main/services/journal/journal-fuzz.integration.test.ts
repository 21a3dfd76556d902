import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encoder } from 'cbor-x';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Op } from '#shared/sync/op.ts';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource } from '../keys/fixed-key-source.ts';
import { crc32c } from './crc32c.ts';
import { openJournal, type Journal } from './journal.ts';
import { parseLegacyJournal } from './legacy-journal.ts';
import { sampleOp, sampleOps } from './sample-op.ts';
import { HEADER_BYTES, MAX_SEGMENT_BYTES, parseHeader } from './segment-format.ts';
import { scanSegment } from './segment-scan.ts';

const HANG_MS = 20_000; // what does not hang takes milliseconds, on a busy machine seconds
const seed = 20_261_122;
const keys = createFixedKeySource();
const made = sampleOps(1, 20);
let root: string;
let recorded: Buffer;
let foreign: Buffer;

const open = (folder: string): Promise<Journal> =>
  openJournal({
    folder: join(folder, 'journal'),
    legacyFile: join(folder, 'journal.hsxj'),
    setAside: createSetAside(join(folder, 'aside')),
    keys,
    device: () => 3,
    now: () => 0,
  });

async function record(name: string, ops: readonly Op[]): Promise<Buffer> {
  const journal = await open(join(root, name));
  for (const op of ops) await journal.append([op]);
  await journal.close();
  return readFileSync(join(root, name, 'journal', '00000001-shared.hsxj'));
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'journal-fuzz-'));
  recorded = await record('recorded', made);
  foreign = await record('foreign', made);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'zero', 'repeat', 'remove', 'insert', 'foreign', 'number'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: fc.nat({ max: 0xffffffff }),
});
type Change = { readonly kind: string; readonly at: number; readonly value: number };

function mutate(start: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce<Buffer>((bytes, { kind, at, value }) => {
    const place = Math.floor(at * bytes.length);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    const some = value % 700;
    const copy = Buffer.from(bytes);
    if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ (1 << (value % 8));
    if (kind === 'zero') copy.fill(0, place, Math.min(copy.length, place + some));
    if (kind === 'number' && place + 4 <= copy.length) copy.writeUInt32LE(value, place);
    if (kind === 'cut') return before;
    if (kind === 'repeat') return Buffer.concat([before, bytes.subarray(Math.max(0, place - some))]);
    if (kind === 'remove') return Buffer.concat([before, after.subarray(some)]);
    if (kind === 'insert') return Buffer.concat([before, Buffer.alloc(some, value % 256), after]);
    if (kind === 'foreign') return Buffer.concat([before, foreign.subarray(place, place + some), after]);
    return copy;
  }, start);
}

const changes = fc.array(change, { minLength: 1, maxLength: 5 });

describe('segments that were changed in any way', () => {
  it('open as a journal: every op that is read was made, in order, what is no frame goes aside, and work goes on', async () => {
    const known = new Set(made.map((op) => JSON.stringify(op)));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const folder = join(root, `mutant-${String((count += 1))}`);
        mkdirSync(join(folder, 'journal'), { recursive: true });
        writeFileSync(join(folder, 'journal', '00000001-shared.hsxj'), mutate(recorded, list));
        const started = performance.now();
        const journal = await open(folder);
        const read = await journal.readSince(0, 'shared');
        expect(performance.now() - started).toBeLessThan(HANG_MS);
        if (!read.ok) throw new Error(read.error);
        for (const op of read.value) expect(known.has(JSON.stringify(op))).toBe(true);
        const counters = read.value.map(({ n }) => n);
        expect(counters).toEqual([...new Set(counters)].sort((a, b) => a - b));
        const { setAside, damagedBytes } = journal.facts();
        if (damagedBytes + setAside > 0) expect(readdirSync(join(folder, 'aside')).length).toBeGreaterThan(0);
        expect(await journal.append([sampleOp(50)])).toEqual({ ok: true, value: null });
        await journal.close();
        rmSync(folder, { recursive: true });
      }),
      { seed, numRuns: 250 },
    );
  });

  it('are scanned in time whatever they hold, also when every place looks like the head of a long frame', () => {
    const header = parseHeader(recorded);
    if (!header.ok) throw new Error('sound');
    const { id } = header.value;
    const head = Buffer.alloc(24);
    head.writeUInt32LE(1_000_000, 0);
    head.writeUInt32LE(1, 4);
    head.writeUInt32LE(crc32c(head.subarray(0, 20), crc32c(id)), 20);
    for (const filling of [
      head,
      Buffer.from([0, 1, 0, 0]),
      Buffer.alloc(24, 0x11),
      recorded.subarray(HEADER_BYTES, HEADER_BYTES + 40),
    ]) {
      const file = Buffer.concat([
        recorded.subarray(0, HEADER_BYTES),
        Buffer.alloc(MAX_SEGMENT_BYTES - HEADER_BYTES, filling),
      ]);
      const before = process.cpuUsage();
      scanSegment(file, id);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(HANG_MS); // of this process: others may be busy
    }
  });

  it('that are larger than a segment can be are not read at all', async () => {
    const folder = join(root, 'huge');
    mkdirSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal', '00000001-shared.hsxj'), Buffer.alloc(MAX_SEGMENT_BYTES + 1));
    const journal = await open(folder);
    expect(journal.facts().setAside).toBe(1);
    await journal.close();
  });
});

describe('a journal of the first build', () => {
  const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
  const frame = (op: unknown): Buffer => {
    const payload = cbor.encode(op);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(payload.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32c(payload, crc32c(length)));
    return Buffer.concat([length, sum, payload]);
  };
  const header = Buffer.from([0x48, 0x53, 0x58, 0x4a, 1, 0, 0, 0]);
  const first = Buffer.concat([header, ...made.map(frame)]);

  it('is taken over: every op enciphered, the file in clear gone, damage kept aside enciphered', async () => {
    const folder = join(root, 'legacy');
    const damaged = Buffer.from(first);
    damaged[30] = (damaged[30] ?? 0) ^ 1;
    mkdirSync(folder);
    writeFileSync(join(folder, 'journal.hsxj'), damaged);
    const journal = await open(folder);
    const read = await journal.readSince(0, 'shared');
    expect(read.ok && read.value).toEqual(made.slice(1));
    expect(journal.facts()).toMatchObject({ damagedBytes: frame(made[0]).length, setAside: 1 });
    await journal.close();
    expect(readdirSync(folder).sort()).toEqual(['aside', 'journal']);
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      const bytes = name.includes('.') ? readFileSync(join(folder, name)) : Buffer.alloc(0);
      expect(bytes.includes('Report number')).toBe(false);
    }
  });

  it('is passed over where it was taken over already, as after a crash, and what is not one goes aside', async () => {
    const folder = join(root, 'twice');
    for (const content of [first, first, Buffer.from('something else')]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'journal.hsxj'), content);
      const journal = await open(folder);
      const read = await journal.readSince(0, 'shared');
      expect(read.ok && read.value).toEqual(made);
      await journal.close();
    }
    expect(readdirSync(join(folder, 'aside'))).toEqual(['journal.hsxj']);
  });

  it('that was changed in any way gives only ops that were made, or says what it is', () => {
    const known = new Set(made.map((op) => JSON.stringify(op)));
    fc.assert(
      fc.property(changes, (list) => {
        const started = performance.now();
        const parsed = parseLegacyJournal(mutate(first, list));
        expect(performance.now() - started).toBeLessThan(HANG_MS);
        if (!parsed.ok) expect(parsed.error).toMatch(/^journal-(foreign|newer|damaged)$/);
        else for (const op of parsed.value.ops) expect(known.has(JSON.stringify(op))).toBe(true);
      }),
      { seed, numRuns: 1500 },
    );
  });

  it('is read in time also when every place looks like a long frame, or a payload is not CBOR', () => {
    for (const filling of [Buffer.from([0xff, 0xff, 0x0f, 0]), Buffer.from([0, 0, 1, 0]), Buffer.alloc(4, 0x02)]) {
      const file = Buffer.concat([header, Buffer.alloc(16 * 1024 * 1024, filling)]);
      const started = performance.now();
      parseLegacyJournal(file);
      expect(performance.now() - started).toBeLessThan(HANG_MS);
    }
    const odd = Buffer.concat([header, frame({ not: 'an op' }), frame(made[0])]);
    const parsed = parseLegacyJournal(odd);
    expect(parsed.ok && parsed.value.ops).toEqual([made[0]]);
  });
});
