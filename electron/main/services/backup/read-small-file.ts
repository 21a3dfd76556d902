import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads a file of a stick nobody vouches for; undefined when it is not there, is no plain file (a pipe would never end), or is larger than `most`
 * bytes. Not more than that is ever read.
 */
export async function readSmallFile(path: string, most: number): Promise<Buffer | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | NEVER_WAIT);
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > most) return undefined;
      const bytes = Buffer.alloc(facts.size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return undefined; // as good as not there
  }
}

/** Opening a pipe nobody writes to would wait for ever otherwise; Windows has no such flag and no such pipes in folders. */
const NEVER_WAIT = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;
