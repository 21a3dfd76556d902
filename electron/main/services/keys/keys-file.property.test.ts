import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatKeys, parseKeys, readKeys } from './keys-file.ts';
import { AN, createTestPc, NAME_OF_AN, PASSPHRASE, setUp, type TestPc } from './test-pc.ts';

let pc: TestPc;
let sound: string;
beforeEach(async () => {
  pc = createTestPc();
  await setUp(await pc.start());
  sound = readFileSync(pc.paths.file, 'utf8');
});
afterEach(() => {
  pc.remove();
});

/** A file whose checksum fits whatever its body says, as somebody who wants to be believed would make it. */
const withSum = (body: unknown, version = 1): string =>
  JSON.stringify({ version, sum: createHash('sha256').update(JSON.stringify(body)).digest('base64'), body });
type Body = { people: { wrap: Record<string, unknown> }[] } & Record<string, unknown>;
const bodyOf = (text: string): Body => (JSON.parse(text) as { body: Body }).body;

describe('the file of keys', () => {
  it('is read back as it was written', () => {
    const read = parseKeys(sound);
    expect(read.kind === 'sound' && formatKeys(read.body)).toBe(sound);
    expect(sound).not.toContain(NAME_OF_AN);
  });

  it('takes every change of a byte for damage, throwing nothing', () => {
    const bytes = Buffer.from(sound);
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(bytes.length),
        (place, xor, cut) => {
          const changed = Buffer.from(bytes);
          changed[place] = (changed[place] ?? 0) ^ xor;
          expect(['damaged', 'newer']).toContain(parseKeys(changed.toString('utf8')).kind);
          expect(parseKeys(bytes.subarray(0, Math.min(cut, bytes.length - 1)).toString('utf8')).kind).toBe('damaged');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('opens with nothing made up, whatever is put in place of its parts', async () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.base64String({ maxLength: 200 }),
      fc.constantFrom('', null, -1, 1e300),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.nat(8), anything, async (top, inner, junk) => {
        const body = bodyOf(sound);
        const keys = Object.keys(body);
        const key = keys[top % keys.length] ?? '';
        const part = body[key];
        const target = (Array.isArray(part) ? part[0] : part) as Record<string, unknown> | null;
        if (target !== null && typeof target === 'object') {
          const names = Object.keys(target);
          target[names[inner % names.length] ?? ''] = junk;
        } else body[key] = junk;
        fc.pre(JSON.stringify(body) !== JSON.stringify(bodyOf(sound)));
        for (const path of [pc.paths.file, pc.paths.spare]) writeFileSync(path, withSum(body));
        const keysAgain = await pc.start();
        const state = keysAgain.ring.state();
        expect(state.ok).toBe(true);
        const opened = await keysAgain.ring.unlock(AN, PASSPHRASE);
        if (opened.ok)
          expect(['name', 'recovery', 'idleMinutes', 'nameSalt', 'spare', 'setup']).toContain(keyOf(key, body, inner));
        else
          expect(['wrong-passphrase', 'keys-damaged', 'not-found', 'locked', 'wait-before-next-try']).toContain(
            opened.error,
          );
        pc.clock.ms += 1_000_000;
      }),
      { numRuns: 150 },
    );
  });

  it('refuses costs below the floor, and such that would never end', () => {
    for (const change of [{ t: 1 }, { m: 19 * 1024 - 1 }, { t: 0, m: 8 }, { t: 1_000_000 }, { m: 2 ** 31 }]) {
      const body = bodyOf(sound);
      Object.assign(body.people[0]?.wrap ?? {}, change);
      expect(parseKeys(withSum(body)).kind).toBe('damaged');
    }
    expect(parseKeys(withSum(bodyOf(sound))).kind).toBe('sound');
  });

  it('of a newer build is refused and left as it is', async () => {
    const newer = withSum({ something: 'else' }, 2);
    writeFileSync(pc.paths.file, newer);
    const keys = await pc.start();
    expect(keys.ring.state()).toEqual({ ok: false, error: 'keys-newer' });
    expect(await keys.ring.unlock(AN, PASSPHRASE)).toEqual({ ok: false, error: 'keys-newer' });
    expect(await keys.ring.prepare()).toEqual({ ok: false, error: 'keys-newer' });
    expect(readFileSync(pc.paths.file, 'utf8')).toBe(newer);
  });

  it('that is damaged is kept aside, and its second copy used', async () => {
    writeFileSync(pc.paths.file, sound.slice(0, 500));
    const keys = await pc.start();
    expect((await keys.ring.unlock(AN, PASSPHRASE)).ok).toBe(true);
    expect(readFileSync(pc.paths.file, 'utf8')).toBe(sound);
    expect(readFileSync(`${pc.paths.file}.damaged`, 'utf8')).toBe(sound.slice(0, 500));
  });

  it('that is damaged in both copies is said and kept', async () => {
    for (const path of [pc.paths.file, pc.paths.spare]) writeFileSync(path, sound.slice(0, 500));
    const before = readdirSync(pc.folder);
    const keys = await pc.start();
    expect(keys.ring.state()).toEqual({ ok: true, value: { kind: 'damaged' } });
    expect(await keys.ring.prepare()).toEqual({ ok: false, error: 'keys-damaged' });
    expect([readdirSync(pc.folder), readFileSync(pc.paths.file, 'utf8')]).toEqual([before, sound.slice(0, 500)]);
  });

  it('throws only what the disk says', async () => {
    mkdirSync(`${pc.folder}/folder`);
    await expect(readKeys({ file: `${pc.folder}/folder`, spare: pc.paths.spare })).rejects.toThrow('EISDIR');
  });
});

/** What was put in place of something: the part, or the part of a person. */
function keyOf(key: string, body: Body, inner: number): string {
  if (key !== 'people') return key;
  const names = Object.keys(body.people[0] ?? {});
  return names[inner % names.length] ?? '';
}
