import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';

const PERMISSION_BITS = 0o777;

/**
 * Unpacks a zip into `target`. `rename` gives each entry's path inside the target, or undefined to leave it out.
 * File modes are kept; yauzl refuses names that point outside.
 */
export async function extractZip(
  zipPath: string,
  target: string,
  rename: (path: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(zipPath, { lazyEntries: true });
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const path = rename(entry.fileName);
    if (path === undefined || entry.fileName.endsWith('/')) continue;
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & PERMISSION_BITS;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
  zip.close();
}
