import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloads that several clones share are kept: `HOSOXA_CACHE`, else the user's cache folder. */
export function cacheFolder(): string {
  const own = process.env['HOSOXA_CACHE'];
  if (own !== undefined && own !== '') return own;
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'ho-so-xa');
}
