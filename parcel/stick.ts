import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { ParcelFault } from './parcel-fault.ts';

/** A file that is being written. */
export interface StickFile {
  write(bytes: Uint8Array): Promise<void>;
  /** What was written is on the medium when this returns, as far as the system tells the truth. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What is done with a stick, or any folder in its place. Tests have sticks that are pulled at a byte. */
export interface Stick {
  makeFolder(path: string): Promise<void>;
  /** A new file; one of that name must not be there. */
  create(path: string): Promise<StickFile>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** Names in a folder; none when there is no such folder. */
  list(path: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes renames and new names in a folder last. */
  syncFolder(path: string): Promise<void>;
  freeBytes(path: string): Promise<number>;
  isFolder(path: string): Promise<boolean>;
}

const READ_BYTES = 256 * 1024;

/** Sticks and folders of this machine. */
export const nodeStick: Stick = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async create(path) {
    const file = await open(path, 'wx');
    return {
      write: (bytes) => file.writeFile(bytes),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
  read: (path) => createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>,
  async list(path) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory()) // nothing is followed, and a pipe would never end
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  async syncFolder(path) {
    if (process.platform === 'win32') return; // has no such call and needs none
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  async freeBytes(path) {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  },
  isFolder: (path) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ),
};

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What a failure of a stick is called: full, or gone. What no system says is no failure of the stick and is thrown on. */
export function stickFault(cause: unknown): ParcelFault {
  if (cause instanceof ParcelFault) return cause;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (typeof code !== 'string') throw cause;
  return new ParcelFault(FULL.includes(code) ? 'parcel-no-room' : 'parcel-stick-gone', cause);
}
