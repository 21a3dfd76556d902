import { argon2id } from 'hash-wasm';
import type { PassphraseKdf } from './passphrase-kdf.ts';

/** Argon2id in this thread. The passphrase is taken in NFC. Apart from its neighbours, so that the thread's file stays whole in itself. */
export const deriveHere: PassphraseKdf['derive'] = (passphrase, salt, { t, m }) =>
  argon2id({
    password: Buffer.from(passphrase.normalize('NFC')),
    salt,
    iterations: t,
    memorySize: m,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
