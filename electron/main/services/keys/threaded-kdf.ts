import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { calibrate, KDF_FLOOR, type KdfParams, type PassphraseKdf } from './passphrase-kdf.ts';

/** Argon2id in threads. `script`: the bundled `argon2-process`; read here, because a thread cannot be started from within the packed archive. `isFast`: for tests, never above the floor. */
export function createThreadedKdf(script: string, isFast: boolean): PassphraseKdf {
  let chosen: Promise<KdfParams> | undefined;
  const derive: PassphraseKdf['derive'] = (passphrase, salt, params) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(readFileSync(script, 'utf8'), { eval: true, workerData: { passphrase, salt, params } });
      worker.once('message', (key: Uint8Array) => {
        resolve(new Uint8Array(key));
        void worker.terminate();
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('the thread for passphrases ended without a key')); // too late to matter after a message
      });
    });
  return {
    derive,
    choose: () => (chosen ??= isFast ? Promise.resolve(KDF_FLOOR) : calibrate(derive)),
  };
}
