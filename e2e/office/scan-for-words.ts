import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import { readLevelBatch, readLevelLog, readLevelTable } from './leveldb-tables.ts';

/** Something that must not be on a disk: a text in all its forms, or bytes as they are. */
export type Needle =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly bytes: Buffer };

/** Where a needle was found. `form`: how it was written there; `layer`: the file itself, or what it was unpacked from. */
export type Find = { readonly name: string; readonly form: string; readonly file: string; readonly layer: string };

/** What was looked at. `unread`: tables of LevelDB that could not be unpacked (one being written, if the app runs). */
export type ScanReport = {
  readonly finds: readonly Find[];
  readonly files: number;
  readonly bytes: number;
  readonly unpacked: number;
  readonly unread: readonly string[];
};

type Form = { readonly name: string; readonly form: string; readonly bytes: Buffer };
type Layer = { readonly name: string; readonly bytes: Buffer };

const LARGEST_STREAM = 16 * 1024 * 1024;
/** In front of a value of IndexedDB that Chromium packed with snappy. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);
const STREAM_STARTS = [
  { name: 'gzip', start: Buffer.from([0x1f, 0x8b, 8]), unpack: gunzipSync },
  ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
    name: 'zlib',
    start: Buffer.from([0x78, level]),
    unpack: inflateSync,
  })),
];

/** Looks through every file below folders, unpacking LevelDB, snappy, gzip, zlib and brotli on the way. */
export async function scanFolders(folders: readonly string[], needles: readonly Needle[]): Promise<ScanReport> {
  const forms = needles.flatMap(formsOf);
  const finds: Find[] = [];
  const unread: string[] = [];
  let [files, bytes, unpacked] = [0, 0, 0];
  for (const folder of folders) {
    for (const path of await listFiles(folder)) {
      const content = await readFile(path).catch(() => undefined); // gone meanwhile
      if (content === undefined) continue;
      files += 1;
      bytes += content.length;
      for (const find of findIn({ name: 'name', bytes: Buffer.from(path) }, forms)) finds.push({ ...find, file: path });
      try {
        for (const layer of listLayers(path, content)) {
          unpacked += layer.name === 'file' ? 0 : layer.bytes.length;
          for (const find of findIn(layer, forms)) finds.push({ ...find, file: path });
        }
      } catch {
        unread.push(path);
      }
    }
  }
  return { finds, files, bytes, unpacked, unread };
}

/** Ways a text may be written: composed and decomposed, upper case, in four encodings, and in base 64 at each of three places. */
function formsOf(needle: Needle): Form[] {
  const { name } = needle;
  if ('bytes' in needle)
    return [{ name, form: 'bytes', bytes: needle.bytes }, ...base64Forms(name, 'bytes', needle.bytes)];
  const texts = new Map([
    ['NFC', needle.text.normalize('NFC')],
    ['NFD', needle.text.normalize('NFD')],
    ['upper', needle.text.normalize('NFC').toUpperCase()],
    ['lower', needle.text.normalize('NFC').toLowerCase()],
    ['folded', fold(needle.text)],
  ]);
  const seen = new Set<string>();
  return [...texts].flatMap(([form, text]) => {
    if (seen.has(text)) return [];
    seen.add(text);
    const utf8 = Buffer.from(text);
    const utf16 = Buffer.from(text, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    return [
      { name, form: `${form} UTF-8`, bytes: utf8 },
      { name, form: `${form} UTF-16LE`, bytes: utf16 },
      { name, form: `${form} UTF-16BE`, bytes: swapped },
      ...([...text].every((letter) => letter <= 'ÿ')
        ? [{ name, form: `${form} Latin-1`, bytes: Buffer.from(text, 'latin1') }]
        : []),
      ...base64Forms(name, `${form} UTF-8`, utf8),
      ...base64Forms(name, `${form} UTF-16LE`, utf16),
    ];
  });
}

/** The letters of base 64 that depend on the bytes alone, for each of the three places they may stand at. */
function base64Forms(name: string, form: string, bytes: Buffer): Form[] {
  return [0, 1, 2].map((offset) => {
    const all = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const from = Math.ceil((offset * 8) / 6);
    const until = Math.floor(((offset + bytes.length) * 8) / 6);
    return { name, form: `${form} base64+${String(offset)}`, bytes: Buffer.from(all.slice(from, until)) };
  });
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();
}

function findIn({ name: layer, bytes }: Layer, forms: readonly Form[]): Omit<Find, 'file'>[] {
  return forms.flatMap(({ name, form, bytes: wanted }) => (bytes.includes(wanted) ? [{ name, form, layer }] : []));
}

function* listLayers(path: string, content: Buffer): Generator<Layer> {
  yield { name: 'file', bytes: content };
  const whole = tryUnpack(() => brotliDecompressSync(content, { maxOutputLength: LARGEST_STREAM }));
  if (whole !== undefined) yield { name: 'brotli', bytes: whole };
  yield* listStreams(content);
  yield* listPacked(content, 'value');
  const name = basename(path);
  const pieces = name.endsWith('.ldb')
    ? readLevelTable(content)
    : name.endsWith('.log') && isLevelFolder(path)
      ? readLevelLog(content).flatMap(readLevelBatch)
      : [];
  if (pieces.length === 0) return;
  const kind = name.endsWith('.ldb') ? 'table' : 'log';
  yield { name: kind, bytes: Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from([0])])) };
  for (const piece of pieces) {
    yield* listStreams(piece);
    yield* listPacked(piece, `${kind} value`);
  }
}

function* listStreams(content: Buffer): Generator<Layer> {
  for (const { name, start, unpack } of STREAM_STARTS)
    for (let at = content.indexOf(start); at >= 0; at = content.indexOf(start, at + 1)) {
      const stream = tryUnpack(() => unpack(content.subarray(at), { maxOutputLength: LARGEST_STREAM }));
      if (stream !== undefined) yield { name, bytes: stream };
    }
}

function* listPacked(content: Buffer, name: string): Generator<Layer> {
  for (let at = content.indexOf(PACKED_VALUE); at >= 0; at = content.indexOf(PACKED_VALUE, at + 1)) {
    const value = tryUnpack(() => Buffer.from(uncompress(content.subarray(at + PACKED_VALUE.length), LARGEST_STREAM)));
    if (value !== undefined) yield { name: `${name} snappy`, bytes: value };
  }
}

function isLevelFolder(path: string): boolean {
  return /leveldb|Session Storage|IndexedDB/.test(path);
}

function tryUnpack(unpack: () => Buffer): Buffer | undefined {
  try {
    return unpack();
  } catch {
    return undefined; // it only looked like a stream
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.flatMap((file) => (file.isFile() ? [join(file.parentPath, file.name)] : []));
}
