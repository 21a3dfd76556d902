import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { PROVINCE_ADDRESS, refuseParcel, type ParcelHead } from '#shared/contract/parcel-manifest.ts';
import { createSeededRandom } from '#shared/sync/simulation/seeded-random.ts';
import { ageIdentityOf } from './age-keys.ts';
import { MemoryStick } from './memory-stick.ts';
import { readMessage, readPart } from './open-part.ts';
import { ParcelFault } from './parcel-fault.ts';
import { surveyParcels, type FoundParcel } from './survey-parcels.ts';
import { takeFile, type FileSink } from './take-file.ts';
import { writeParcel, type ParcelOrder } from './write-parcel.ts';

const seed = 20_261_130;
const [pc, province, other] = [createKey(), createKey(), createKey()] as const;
const reader = { address: PROVINCE_ADDRESS, publicKey: province.publicKey, commune: undefined };

function createKey(): {
  publicKey: string;
  identity: string;
  sign: (text: string) => string;
  isSigned: (text: string, signature: string) => boolean;
} {
  const pair = generateKeyPairSync('ed25519');
  const { d, x } = pair.privateKey.export({ format: 'jwk' });
  return {
    publicKey: must(x, 'a point'),
    identity: ageIdentityOf(Buffer.from(must(d, 'a seed'), 'base64url')),
    sign: (text) => sign(null, Buffer.from(text), pair.privateKey).toString('base64url'),
    isSigned: (text, signature) => verify(null, Buffer.from(text), pair.publicKey, Buffer.from(signature, 'base64url')),
  };
}

function headOf(change: Partial<ParcelHead> = {}): ParcelHead {
  return {
    ...{
      id: 'a'.repeat(32),
      way: 'up',
      from: 3,
      to: PROVINCE_ADDRESS,
      fromKey: pc.publicKey,
      toKey: province.publicKey,
    },
    ...{ commune: 'na-lau', series: '0'.repeat(16), number: 5, at: 1, carrier: '', label: 'USB 3', ops: null },
    ...{ cookies: [], awaits: [], kept: [], receipts: [] },
    ...change,
  };
}

function bytesOf(length: number, from: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + from * 7 + (i >> 8)) & 0xff);
}

function fileOf(bytes: Uint8Array): ParcelOrder['files'][number] {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    hash,
    size: bytes.length,
    async *read(start, end) {
      for (let at = start; at <= end; at += 10_000)
        yield Promise.resolve(bytes.subarray(at, Math.min(end + 1, at + 10_000)));
    },
  };
}

type Content = { readonly messages: readonly Uint8Array[]; readonly files: readonly Uint8Array[] };

function order(stick: MemoryStick, { messages, files }: Content, change: Partial<ParcelOrder> = {}): ParcelOrder {
  return {
    ...{ stick, folder: '/', head: headOf(), partBytes: 40_000, sign: pc.sign },
    messages: messages.map((bytes) => ({ kind: 'request' as const, bytes })),
    files: files.map(fileOf),
    ...change,
  };
}

/** Files as they collect at a reader. */
class MemorySink implements FileSink {
  readonly #held = new Map<string, Uint8Array>();

  find(hash: string): Uint8Array | undefined {
    return this.#held.get(hash);
  }

  offset(hash: string): Promise<number> {
    return Promise.resolve(this.#held.get(hash)?.length ?? 0);
  }

  append(hash: string, size: number, bytes: Uint8Array): Promise<boolean> {
    const all = Buffer.concat([this.#held.get(hash) ?? new Uint8Array(), bytes]);
    this.#held.set(hash, all);
    const isRight = all.length < size || createHash('sha256').update(all).digest('hex') === hash;
    if (!isRight) this.#held.delete(hash);
    return Promise.resolve(isRight);
  }
}

type Taken = { readonly messages: Uint8Array[]; readonly sink: MemorySink; readonly faults: string[] };

async function take(stick: MemoryStick, parcel: FoundParcel, taken: Taken): Promise<void> {
  for (const part of parcel.parts) {
    expect(pc.isSigned(part.front.message, part.front.signature)).toBe(true);
    try {
      for await (const item of readPart(stick, part.path, province.identity, part.front))
        if (item.entry.kind === 'file') await takeFile(item, taken.sink);
        else taken.messages.push(await readMessage(item));
    } catch (cause) {
      if (!(cause instanceof ParcelFault)) throw cause;
      taken.faults.push(cause.code);
    }
  }
}

async function readAll(
  stick: MemoryStick,
  taken: Taken = { messages: [], sink: new MemorySink(), faults: [] },
): Promise<Taken & { parcels: number }> {
  const survey = await surveyParcels(stick, '/', province.identity);
  for (const parcel of survey.parcels) await take(stick, parcel, taken);
  taken.faults.push(...survey.faults.map(({ code }) => code));
  return { ...taken, parcels: survey.parcels.length };
}

const content: Content = {
  messages: [bytesOf(20_000, 1), bytesOf(300, 2)],
  files: [bytesOf(5000, 3), bytesOf(110_000, 4), bytesOf(1, 5)],
};

function expectWhole(taken: Taken, { messages, files }: Content): void {
  expect(taken.messages.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(
    messages.map((bytes) => Buffer.from(bytes).toString('hex')),
  );
  for (const bytes of files)
    expect(Buffer.from(must(taken.sink.find(fileOf(bytes).hash), 'the file')).equals(bytes)).toBe(true);
}

describe('a package on a stick', () => {
  it('is read as it was written, whatever is in it and wherever it is cut into parts', async () => {
    const size = fc.integer({ min: 1, max: 90_000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(size, { maxLength: 4 }),
        fc.array(size, { maxLength: 4 }),
        fc.integer({ min: 18_000, max: 200_000 }),
        async (messages, files, partBytes) => {
          const stick = new MemoryStick();
          const all = { messages: messages.map(bytesOf), files: files.map((length, i) => bytesOf(length, i + 50)) };
          const written = await writeParcel(order(stick, all, { partBytes }));
          expect(written.ok).toBe(true);
          const taken = await readAll(stick);
          expect(taken.faults).toEqual([]);
          expectWhole(taken, all);
        },
      ),
      { seed, numRuns: 12 },
    );
  });

  it('has no part above the size asked for but by a message that is longer alone', async () => {
    const stick = new MemoryStick();
    await writeParcel(order(stick, content));
    const sizes = [...stick.files.values()].map(({ length }) => length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40_000);
  });

  it('pulled at any moment of the writing is whole or not there, and the next writing clears what is left', async () => {
    const measured = new MemoryStick();
    await writeParcel(order(measured, content));
    const { steps } = measured;
    const random = createSeededRandom(seed);
    const moments = [
      0,
      1,
      2,
      3,
      steps - 4,
      steps - 3,
      steps - 2,
      steps - 1,
      ...Array.from({ length: 10 }, () => random.below(steps)),
    ];
    for (const moment of moments) {
      const stick = new MemoryStick();
      await writeParcel(
        order(stick, { messages: [bytesOf(10, 9)], files: [] }, { head: headOf({ id: 'b'.repeat(32), number: 4 }) }),
      );
      stick.pullAfter(moment);
      const written = await writeParcel(order(stick, content));
      expect(written).toEqual({ ok: false, error: 'parcel-stick-gone' });
      stick.putBack();
      const taken = await readAll(stick);
      expect(taken.faults).toEqual([]);
      expect([1, 2]).toContain(taken.parcels);
      if (taken.parcels === 2) expectWhole({ ...taken, messages: taken.messages.slice(1) }, content);
      else expect(taken.messages).toHaveLength(1);
      const again = await writeParcel(order(stick, content, { head: headOf({ id: 'c'.repeat(32), number: 6 }) }));
      expect(again.ok).toBe(true);
      expect([...stick.files.keys()].filter((path) => path.includes('.dang-ghi'))).toEqual([]);
    }
  });

  it('that is not read back as written is given up and said', async () => {
    const stick = new MemoryStick();
    stick.corrupt = (bytes) =>
      bytes.length > 1000 ? Uint8Array.from(bytes, (byte, i) => (i === 500 ? byte ^ 1 : byte)) : bytes;
    expect(await writeParcel(order(stick, content))).toEqual({ ok: false, error: 'parcel-read-back' });
    expect(stick.files.size).toBe(0);
  });

  it('leaves out files there is no room for, counts them, and is refused when the messages find none', async () => {
    const small = new MemoryStick(1024 * 1024 + 40_000);
    const written = await writeParcel(order(small, content));
    expect(written.ok && [written.value.files.length, written.value.skipped]).toEqual([2, 1]);
    const tiny = new MemoryStick(1024 * 1024 + 5000);
    expect(await writeParcel(order(tiny, content))).toEqual({ ok: false, error: 'parcel-no-room' });
  });

  it('cut or changed anywhere gives what came before, never something else', async () => {
    const random = createSeededRandom(seed + 1);
    for (let turn = 0; turn < 20; turn += 1) {
      const stick = new MemoryStick();
      await writeParcel(order(stick, content));
      const paths = [...stick.files.keys()];
      const path = must(paths[random.below(paths.length)], 'a part');
      const bytes = must(stick.files.get(path), 'its bytes');
      const at = random.below(bytes.length);
      const isCut = turn % 2 === 0;
      stick.files.set(
        path,
        isCut ? bytes.slice(0, at) : Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 0x10 : byte)),
      );
      const taken = await readAll(stick);
      expect(taken.faults.length).toBeGreaterThan(0);
      expect(['parcel-damaged', 'parcel-not-for-here']).toContain(taken.faults[0]);
      const sent = content.messages.map((message) => Buffer.from(message).toString('hex'));
      for (const message of taken.messages) expect(sent).toContain(Buffer.from(message).toString('hex'));
      // A sound copy completes it.
      stick.files.set(path, bytes);
      const whole = await readAll(stick, { ...taken, messages: [], faults: [] });
      expectWhole(whole, content);
    }
  });

  it('is nobody’s but the receiver’s, and not to be turned round', async () => {
    const stick = new MemoryStick();
    await writeParcel(order(stick, content, { head: headOf({ toKey: other.publicKey }) }));
    expect((await surveyParcels(stick, '/', province.identity)).faults.map(({ code }) => code)).toContain(
      'parcel-not-for-here',
    );
    const { parcels } = await surveyParcels(stick, '/', other.identity);
    const manifest = must(parcels[0], 'the package').first;
    expect(refuseParcel(manifest, reader)).toBe('parcel-not-for-here');
    expect(refuseParcel({ ...manifest, toKey: province.publicKey }, reader)).toBeUndefined();
    expect(refuseParcel({ ...manifest, way: 'down' }, reader)).toBe('parcel-wrong-way');
    const pcReader = { address: 4, publicKey: other.publicKey, commune: 'na-lau' };
    expect(refuseParcel(manifest, pcReader)).toBe('parcel-wrong-way');
    expect(refuseParcel({ ...manifest, way: 'across', to: 4 }, pcReader)).toBeUndefined();
    expect(refuseParcel({ ...manifest, way: 'across', to: 4, commune: 'xa-khac' }, pcReader)).toBe('parcel-foreign');
    expect(refuseParcel({ ...manifest, version: 2 }, reader)).toBe('parcel-newer');
  });
});
