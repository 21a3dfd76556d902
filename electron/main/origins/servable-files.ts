import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file that may be served: where it lies and what it is. */
export type ServableFile = { readonly path: string; readonly type: string };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/**
 * The allow-list: every file under a folder, read once at start, by its address (`/assets/x.js`).
 * Only what is on the list is ever opened, so no trick with a path can reach anything else. Source maps and unknown kinds are left out.
 */
export function listServableFiles(folder: string): ReadonlyMap<string, ServableFile> {
  const files = new Map<string, ServableFile>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = contentTypes[extname(entry).toLowerCase()];
    if (type !== undefined) files.set(`/${entry.split(sep).join('/')}`, { path: join(folder, entry), type });
  }
  return files;
}

/** Finds the file an address means. Anything but a plain listed path in this very origin is `undefined`. */
export function findServableFile(
  files: ReadonlyMap<string, ServableFile>,
  origin: string,
  address: string,
): ServableFile | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (`${protocol}//${host}` !== origin) return undefined;
  const path = decodePath(pathname);
  return path === undefined ? undefined : files.get(path === '/' ? '/index.html' : path);
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined; // a broken %-sequence names no file
  }
}
