import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { VersionedKey } from '../keys/key-source.ts';
import { createEncipheringWriter } from './enciphered-file.ts';

/** Writes the content of a file in clear to a new enciphered one, durably, and answers the SHA-256 of what it was. */
export async function sealPlainFile(from: string, to: string, key: VersionedKey): Promise<string> {
  await rm(to, { force: true });
  const writer = await createEncipheringWriter(to, (await stat(from)).size, key);
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(from, { highWaterMark: 1024 * 1024 })) {
      hash.update(piece as Buffer);
      await writer.append(piece as Buffer);
    }
    await writer.finish(key);
  } catch (cause) {
    await writer.close().catch(() => undefined);
    await rm(to, { force: true });
    throw cause;
  }
  return hash.digest('hex');
}
