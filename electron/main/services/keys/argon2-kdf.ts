import { argon2id } from 'hash-wasm';
import { calibrate, KDF_FLOOR, type KdfParams, type PassphraseKdf } from './passphrase-kdf.ts';

/** Argon2id of a passphrase, taken in NFC. */
export const deriveByArgon2: PassphraseKdf['derive'] = (passphrase, salt, { t, m }) =>
  argon2id({
    password: Buffer.from(passphrase.normalize('NFC')),
    salt,
    iterations: t,
    memorySize: m,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });

/**
 * Argon2id in the main process itself: for under a second nothing else runs there, and nobody works yet. A thread of its own was tried: with a
 * debugger attached the program then never ended, waiting for a thread that had long been told to. `isFast`: for tests, never above the floor.
 */
export function createArgon2Kdf(isFast: boolean): PassphraseKdf {
  let chosen: Promise<KdfParams> | undefined;
  return {
    derive: deriveByArgon2,
    choose: () => (chosen ??= isFast ? Promise.resolve(KDF_FLOOR) : calibrate(deriveByArgon2)),
  };
}
