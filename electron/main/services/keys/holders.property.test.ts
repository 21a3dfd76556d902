import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openForPerson,
  openForRecovery,
  openRingKey,
  ringKeyPlace,
  wrapForPerson,
  wrapForRecovery,
} from './holders.ts';
import { quickKdf } from './quick-kdf.ts';
import { openSealed, seal, sealTo } from './seal.ts';

const secret = randomBytes(32);
const at = { place: 'a place of sixteen', id: 'an' };
const passphrase = fc.string({ minLength: 8, maxLength: 40 });
const flip = (bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
  const changed = new Uint8Array(bytes);
  const place = Math.floor(bit / 8) % bytes.length;
  changed[place] = (changed[place] ?? 0) ^ (1 << (bit % 8));
  return changed;
};

describe('a wrap of a person', () => {
  it('opens with the passphrase, however its marks are typed, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(passphrase, passphrase, async (right, wrong) => {
        const { pair, bound, portable } = await wrapForPerson(quickKdf, at, right, secret);
        expect(await openForPerson(quickKdf, at, bound, right.normalize('NFD'), secret)).toEqual(pair.privateKey);
        expect(await openForPerson(quickKdf, at, portable, right, undefined)).toEqual(pair.privateKey);
        fc.pre(wrong.normalize('NFC') !== right.normalize('NFC'));
        expect(await openForPerson(quickKdf, at, bound, wrong, secret)).toBeUndefined();
        expect(await openForPerson(quickKdf, at, portable, wrong, secret)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('does not open with the passphrase alone, nor on another machine', async () => {
    const { bound } = await wrapForPerson(quickKdf, at, 'đúng câu này', secret);
    expect(await openForPerson(quickKdf, at, bound, 'đúng câu này', undefined)).toBeUndefined();
    expect(await openForPerson(quickKdf, at, bound, 'đúng câu này', randomBytes(32))).toBeUndefined();
    expect(
      await openForPerson(quickKdf, at, { ...bound, bound: 'passphrase' }, 'đúng câu này', undefined),
    ).toBeUndefined();
  });

  it('opens with no bit of it changed, nor with other costs', async () => {
    const { bound } = await wrapForPerson(quickKdf, at, 'đúng câu này', secret);
    const bits = (bound.privateKey.length + bound.salt.length) * 8;
    for (let bit = 0; bit < bits; bit += 1) {
      const inKey = bit < bound.privateKey.length * 8;
      const changed = inKey
        ? { ...bound, privateKey: flip(bound.privateKey, bit) }
        : { ...bound, salt: flip(bound.salt, bit - bound.privateKey.length * 8) };
      expect(await openForPerson(quickKdf, at, changed, 'đúng câu này', secret)).toBeUndefined();
    }
    const dearer = { ...bound, t: bound.t + 1 };
    expect(await openForPerson(quickKdf, at, dearer, 'đúng câu này', secret)).toBeUndefined();
  });

  it('is good for its person and place only', async () => {
    const { bound } = await wrapForPerson(quickKdf, at, 'đúng câu này', secret);
    for (const other of [
      { ...at, id: 'binh' },
      { ...at, place: 'another place of keys' },
    ])
      expect(await openForPerson(quickKdf, other, bound, 'đúng câu này', secret)).toBeUndefined();
  });
});

describe('the wrap of the recovery code', () => {
  it('needs the code and nothing of the machine, and opens with no other', () => {
    const [code, other] = [randomBytes(26), randomBytes(26)];
    const { pair, salt, privateKey } = wrapForRecovery(at.place, code);
    const recovery = {
      salt,
      privateKey,
      madeAt: 0,
      publicKey: new Uint8Array(pair.publicKey),
      ringKey: new Uint8Array(),
    };
    expect(openForRecovery(at.place, recovery, code)).toEqual(pair.privateKey);
    expect(openForRecovery(at.place, recovery, other)).toBeUndefined();
    expect(openForRecovery('another place', recovery, code)).toBeUndefined();
  });
});

describe('the ring key sealed to a holder', () => {
  it('opens for that holder and generation only, and with no bit changed', async () => {
    const [an, binh] = [
      await wrapForPerson(quickKdf, at, 'câu của An', secret),
      await wrapForPerson(quickKdf, at, 'câu của Bình', secret),
    ];
    const body = { place: at.place, generation: 3 };
    const ringKey = randomBytes(32);
    const sealed = new Uint8Array(sealTo(an.pair.publicKey, ringKey, ringKeyPlace(body)));
    const holder = { publicKey: new Uint8Array(an.pair.publicKey), ringKey: sealed };
    expect(openRingKey(body, holder, an.pair.privateKey)).toEqual(new Uint8Array(ringKey));
    expect(openRingKey({ ...body, generation: 2 }, holder, an.pair.privateKey)).toBeUndefined();
    expect(openRingKey(body, holder, binh.pair.privateKey)).toBeUndefined();
    for (let bit = 0; bit < sealed.length * 8; bit += 7)
      expect(openRingKey(body, { ...holder, ringKey: flip(sealed, bit) }, an.pair.privateKey)).toBeUndefined();
  });
});

describe('a seal', () => {
  it('opens only with its key, at its place, with every bit as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.nat(), (plain, place, bit) => {
        const key = randomBytes(32);
        const sealed = seal(key, plain, place);
        expect(openSealed(key, sealed, place)).toEqual(plain);
        expect(openSealed(key, flip(sealed, bit), place)).toBeUndefined();
        expect(openSealed(randomBytes(32), sealed, place)).toBeUndefined();
        expect(openSealed(key, sealed, `${place}.`)).toBeUndefined();
      }),
    );
  });
});
