import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetAside } from '../disk/set-aside.ts';
import { createFixedKeySource } from '../keys/fixed-key-source.ts';
import { openVault, type Vault } from './vault.ts';
import { parseVaultHead, VAULT_HEADER_BYTES } from './vault-format.ts';

const HANG_MS = 20_000; // what does not hang takes milliseconds, on a busy machine seconds
const seed = 20_261_122;
const plain = Buffer.alloc(150_000, 'Nguyễn Thị Hoa ');
const hash = createHash('sha256').update(plain).digest('hex');
const keys = createFixedKeySource();
let root: string;
let vault: Vault;
let sound: Buffer;
let path: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'vault-fuzz-'));
  vault = await openVault({ folder: join(root, 'vault'), setAside: createSetAside(join(root, 'aside')), keys });
  const begun = await vault.begin(plain.length);
  if (!begun.ok) throw new Error(begun.error);
  await vault.append(begun.value.handle, plain);
  await vault.finish(begun.value.handle);
  path = join(root, 'vault', hash.slice(0, 2), hash);
  sound = readFileSync(path);
});
afterAll(async () => {
  await vault.close();
  rmSync(root, { recursive: true });
});

const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'remove', 'number', 'swap'),
  /** Half of the changes are in the header. */
  at: fc.oneof(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.0067, noNaN: true })),
  value: fc.nat({ max: 0xffffffff }),
});

function mutate(start: Buffer, changes: readonly { kind: string; at: number; value: number }[]): Buffer {
  return changes.reduce<Buffer>((bytes, { kind, at, value }) => {
    const place = Math.floor(at * bytes.length);
    const copy = Buffer.from(bytes);
    if (kind === 'flip') copy[place] = (copy[place] ?? 0) ^ (1 << (value % 8));
    if (kind === 'number' && place + 4 <= copy.length) copy.writeUInt32LE(value, place);
    if (kind === 'swap') copy.copy(copy, place, value % (copy.length + 1), (value % (copy.length + 1)) + 600);
    if (kind === 'cut') return bytes.subarray(0, place);
    if (kind === 'repeat')
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(Math.max(0, place - 70_000))]);
    if (kind === 'remove') return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + (value % 70_000))]);
    return copy;
  }, start);
}

describe('vault files that were changed in any way', () => {
  it('give the bytes their name says or a code, in time; a file that is not whole leaves its name free', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, mutate(sound, changes));
        const started = performance.now();
        const part = await vault.read(hash, 70_000, 100);
        const found = await vault.findVerified(hash);
        expect(performance.now() - started).toBeLessThan(HANG_MS);
        if (found.ok) {
          expect(found.value).toEqual({ hash, size: plain.length });
          expect(await vault.read(hash, 0, plain.length)).toEqual({ ok: true, value: plain });
        } else {
          expect(['vault-damaged', 'file-missing']).toContain(found.error);
        }
        const isPlainOfFirstBuild =
          parseVaultHead(mutate(sound, changes).subarray(0, VAULT_HEADER_BYTES)).kind === 'plain';
        if (part.ok && !isPlainOfFirstBuild) expect(plain.includes(Buffer.from(part.value))).toBe(true);
        rmSync(path, { force: true });
      }),
      { seed, numRuns: 80 },
    );
  });

  it('of any bytes have a header or say why not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1100 }), (bytes) => {
        const head = parseVaultHead(Buffer.concat([Buffer.from('HSXV'), bytes]));
        expect(['damaged', 'newer']).toContain(head.kind);
      }),
      { seed, numRuns: 500 },
    );
  });
});
