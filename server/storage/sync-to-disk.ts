import { open } from 'node:fs/promises';

/** Makes sure a file or folder is on the disk: `'r+'` for a file, `'r'` for a folder. */
export async function syncToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  // Windows cannot open a folder to flush it; its journal orders the rename.
  if (process.platform === 'win32' && flags === 'r') return;
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
