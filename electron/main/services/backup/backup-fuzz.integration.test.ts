import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest, writeManifest } from './backup-manifest.ts';
import { createRowsFile, indexRows } from './rows-file.ts';

const KEY = new Uint8Array(32).fill(9);
const HANG_MS = 20_000; // what does not hang takes milliseconds, on a busy machine seconds
let folder: string;
let sound: Buffer;

/** A place in the file and what happens there. */
type Mutation = {
  readonly kind: 'flip' | 'cut' | 'repeat' | 'zero' | 'insert' | 'length';
  readonly at: number;
  readonly value: number;
};

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'zero', 'insert', 'length'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: fc.integer({ min: 0, max: 0xffffffff }),
});

function mutate(bytes: Buffer, { kind, at, value }: Mutation): Buffer {
  const place = Math.floor(at * bytes.length);
  const copy = Buffer.from(bytes);
  if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ (1 << (value % 8));
  if (kind === 'zero') copy.fill(0, place, Math.min(copy.length, place + (value % 400)));
  if (kind === 'length' && place + 4 <= copy.length) copy.writeUInt32LE(value, place);
  if (kind === 'cut') return copy.subarray(0, place);
  if (kind === 'repeat')
    return Buffer.concat([copy.subarray(0, place), copy.subarray(place - Math.min(place, value % 3000))]);
  if (kind === 'insert')
    return Buffer.concat([copy.subarray(0, place), Buffer.from(`FRM1${String(value)}`), copy.subarray(place)]);
  return copy;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-backup-fuzz-'));
  const writer = await createRowsFile(join(folder, 'sound'), KEY);
  for (let i = 0; i < 12; i += 1)
    await writer.append({
      table: `t${String(i % 3)}`,
      count: 1,
      bytes: new Uint8Array(Buffer.from(JSON.stringify([i, 'x'.repeat(i * 50)]))),
    });
  await writer.finish();
  await writer.close();
  sound = await readFile(join(folder, 'sound'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readRows(bytes: Buffer): Promise<{ texts: string[]; isWhole: boolean } | undefined> {
  const path = join(folder, 'mutant');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    const texts: string[] = [];
    const index = await indexRows(file, KEY, (frame, place) => {
      if (!place.isLast) texts.push(Buffer.from(frame.bytes).toString());
    });
    return index === undefined ? undefined : { texts, isWhole: index.isWhole };
  } finally {
    await file.close();
  }
}

describe('the reader of backed-up rows', () => {
  it('gives of a mutated file only rows that were written, in order, never twice, never hangs, and never calls it whole', async () => {
    const all = (await readRows(sound))?.texts ?? [];
    expect(all).toHaveLength(12);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const mutant = mutations.reduce(mutate, sound);
        const started = performance.now();
        const read = await readRows(mutant);
        expect(performance.now() - started).toBeLessThan(HANG_MS);
        const places = (read?.texts ?? []).map((text) => all.indexOf(text));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
        if (read?.isWhole === true) expect(read.texts).toEqual(all);
        if (read?.isWhole === true) expect(mutant.equals(sound)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('passes over megabytes of false beginnings in time', async () => {
    const started = performance.now();
    const false_ = Buffer.from('FRM1'.repeat(1_000_000));
    const read = await readRows(Buffer.concat([sound.subarray(0, 24), false_, sound.subarray(24)]));
    expect(performance.now() - started).toBeLessThan(HANG_MS);
    expect(read?.texts).toHaveLength(12);
    expect(read?.isWhole).toBe(false);
  });
});

describe('the reader of manifests', () => {
  it('takes the one written and no mutated one', () => {
    const body = {
      version: 1 as const,
      id: '2026-11-22T10-15-30Z',
      dev: 7,
      device: 'Máy văn thư',
      commune: { id: 'na-lau', name: 'Nà Lầu', province: 'Tuyên Quang' },
      appVersion: '0.1.0',
      keyId: 1,
      frames: 3,
      at: 1,
      counts: { documents: 5 },
      unsent: 0,
      parts: [{ name: 'rows.hsxb', size: 10, sha256: 'a'.repeat(64) }],
      files: { count: 0, bytes: 0, skipped: 0 },
    };
    const text = Buffer.from(writeManifest(body, KEY));
    const read = parseManifest(text);
    expect(read.ok && read.value.isOf(KEY) && !read.value.isOf(new Uint8Array(32))).toBe(true);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const mutant = mutations.reduce(mutate, text);
        const mutated = parseManifest(mutant);
        if (mutated.ok) {
          expect(mutated.value.manifest).toEqual(body);
          if (mutated.value.isOf(KEY)) expect(mutant.toString().trim()).toBe(text.toString().trim());
        }
      }),
      { numRuns: 2000 },
    );
  });
});
