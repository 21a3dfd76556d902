import { createHash } from 'node:crypto';
import { KDF_FLOOR, type PassphraseKdf } from './passphrase-kdf.ts';

/** A passphrase function for tests that ask nothing of its slowness: depends on passphrase, salt and costs as the real one does. */
export const quickKdf: PassphraseKdf = {
  derive: (passphrase, salt, { t, m }) =>
    Promise.resolve(
      new Uint8Array(
        createHash('sha256')
          .update(salt)
          .update(`${String(t)} ${String(m)} ${passphrase.normalize('NFC')}`)
          .digest(),
      ),
    ),
  choose: () => Promise.resolve(KDF_FLOOR),
};
