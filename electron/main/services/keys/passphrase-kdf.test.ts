import { describe, expect, it } from 'vitest';
import { deriveByArgon2 } from './argon2-kdf.ts';
import { calibrate, KDF_FLOOR, type KdfParams } from './passphrase-kdf.ts';

describe('the function of passphrases', () => {
  it('is Argon2id: another implementation’s value for the same input', async () => {
    const { argon2id } = await import('@noble/hashes/argon2.js');
    const salt = Buffer.from('sixteen bytes!!!');
    const password = Buffer.from('bốn chiếc thuyền'.normalize('NFC'));
    const other = argon2id(password, salt, { t: 2, m: 256, p: 1, dkLen: 32 });
    expect(await deriveByArgon2('bốn chiếc thuyền'.normalize('NFD'), salt, { t: 2, m: 256 })).toEqual(other);
  });

  it('costs more on a faster PC, and never less than the floor', async () => {
    const chosen: KdfParams[] = [];
    for (const msPerMiBPass of [0.05, 0.5, 1, 3, 40]) {
      // Time passes as a PC of that speed would take: costs are in KiB and passes.
      let clock = 0;
      const clockBefore = performance.now.bind(performance);
      performance.now = () => clock;
      try {
        chosen.push(
          await calibrate((_passphrase, _salt, { t, m }) => {
            clock += (m / 1024) * t * msPerMiBPass;
            return Promise.resolve(new Uint8Array(32));
          }),
        );
      } finally {
        performance.now = clockBefore;
      }
    }
    for (const { t, m } of chosen) {
      expect(t).toBeGreaterThanOrEqual(KDF_FLOOR.t);
      expect(m).toBeGreaterThanOrEqual(KDF_FLOOR.m);
    }
    const costs = chosen.map(({ t, m }) => t * m);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(chosen.at(-1)).toEqual(KDF_FLOOR);
  });
});
