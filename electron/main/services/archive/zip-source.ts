import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import {
  ENTRIES_MAX,
  findRootPrefix,
  isStraightPath,
  type PackageSource,
  type SourceFault,
  type SourceFile,
} from './package-source.ts';

/** Papers are compressed already: a file that unpacks to more than this many times its size is no paper. */
const RATIO_MAX = 200;
/** Below this a high ratio is a text file. */
const HARMLESS_BYTES = 32 * 1024 * 1024;
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;
const ENCRYPTED = 1;

/** A package as a ZIP; undefined when it is none, or cut off. Entries are read one by one, nothing is unpacked. */
export async function openZipSource(path: string): Promise<PackageSource | undefined> {
  const { size: packed } = await stat(path);
  let zip: ZipFile;
  try {
    zip = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
  } catch {
    return undefined;
  }
  const listed = await listEntries(zip);
  if (listed === undefined) {
    zip.close();
    return undefined;
  }
  const { entries, faults } = listed;
  const total = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isBomb =
    entries.size >= ENTRIES_MAX ||
    isInflated(total, packed) ||
    [...entries.values()].some(({ uncompressedSize, compressedSize }) => isInflated(uncompressedSize, compressedSize));
  if (isBomb) faults.push({ code: 'bomb', where: '', detail: String(total) });
  const prefix = findRootPrefix([...entries.keys()]);
  const files: SourceFile[] = [...entries].map(([name, entry]) => ({
    path: name.slice(prefix.length),
    size: entry.uncompressedSize,
  }));
  return {
    name: basename(path),
    files,
    faults,
    isReadable: !isBomb,
    open: async (wanted) => {
      const entry = entries.get(`${prefix}${wanted}`);
      if (entry === undefined) throw new Error('no such entry');
      return zip.openReadStreamPromise(entry);
    },
    close: () => {
      zip.close();
      return Promise.resolve();
    },
  };
}

async function listEntries(
  zip: ZipFile,
): Promise<{ readonly entries: ReadonlyMap<string, Entry>; readonly faults: SourceFault[] } | undefined> {
  const entries = new Map<string, Entry>();
  const faults: SourceFault[] = [];
  try {
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      const name = decodeName(entry.fileName as unknown as Buffer);
      if (name.endsWith('/')) {
        if (!isStraightPath(name.slice(0, -1))) faults.push({ code: 'path-trick', where: name, detail: '' });
        continue;
      }
      const fault = faultOf(name, entry, entries);
      if (fault === undefined) entries.set(name, entry);
      else faults.push({ code: fault, where: name, detail: '' });
      if (entries.size >= ENTRIES_MAX) break;
    }
  } catch {
    return undefined;
  }
  return { entries, faults };
}

function faultOf(name: string, entry: Entry, known: ReadonlyMap<string, Entry>): SourceFault['code'] | undefined {
  if (!isStraightPath(name)) return 'path-trick';
  if (known.has(name)) return 'name-twice';
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== PLAIN_FILE) return 'not-a-file';
  return (entry.generalPurposeBitFlag & ENCRYPTED) === ENCRYPTED ? 'unreadable' : undefined;
}

function isInflated(size: number, packed: number): boolean {
  return size > HARMLESS_BYTES && size > packed * RATIO_MAX;
}

/** Names are UTF-8; what is not is shown with marks in place of what could not be read. */
function decodeName(raw: Buffer): string {
  return new TextDecoder('utf-8').decode(raw);
}
