import { parentPort, workerData } from 'node:worker_threads';
import { deriveHere } from './argon2-here.ts';
import type { KdfParams } from './passphrase-kdf.ts';

/** One run of Argon2id in a thread of its own, so that the window never stands still; the thread and its memory end with it. */
const task = workerData as { readonly passphrase: string; readonly salt: Uint8Array; readonly params: KdfParams };
void deriveHere(task.passphrase, task.salt, task.params).then((key) => parentPort?.postMessage(key));
