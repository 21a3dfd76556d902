import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupPart } from './backup-manifest.ts';

/** Copies the first `size` bytes of a plain file, flushes, and says what they are. The target must not exist. */
export async function copyPart(from: string, to: string, size: number, name: string): Promise<BackupPart> {
  if (!(await stat(from)).isFile()) throw Object.assign(new Error('not a file'), { code: 'ENOENT' });
  const hash = createHash('sha256');
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const target = await open(to, 'wx', 0o600);
  let copied = 0;
  try {
    if (size > 0)
      for await (const chunk of createReadStream(from, {
        end: size - 1,
        highWaterMark: 256 * 1024,
      }) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        await target.writeFile(chunk);
        copied += chunk.length;
      }
    await target.sync();
  } finally {
    await target.close();
  }
  return { name, size: copied, sha256: hash.digest('hex') };
}

/** Writes a part from memory, flushes, and says what it is. */
export async function writePart(to: string, bytes: Uint8Array, name: string): Promise<BackupPart> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const target = await open(to, 'wx', 0o600);
  try {
    await target.writeFile(bytes);
    await target.sync();
  } finally {
    await target.close();
  }
  return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What a file is now; undefined when it cannot be read to its end. */
export async function describePart(path: string, name: string): Promise<BackupPart | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    if (!(await stat(path)).isFile()) return undefined;
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { name, size, sha256: hash.digest('hex') };
  } catch {
    return undefined; // gone, or the disk does not give it: a part that is not there
  }
}

/** Whether a part still is what the manifest says. */
export async function isPartSound(path: string, part: BackupPart): Promise<boolean> {
  const now = await describePart(path, part.name);
  return now?.size === part.size && now.sha256 === part.sha256;
}
