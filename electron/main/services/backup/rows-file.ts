import { randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import {
  FRAME_HEADER_BYTES,
  FRAME_MAGIC,
  isRowsHeader,
  openFrame,
  parseFrameHeader,
  ROWS_HEADER_BYTES,
  rowsHeader,
  rowsKey,
  sealFrame,
  type FrameHeader,
  type RowsFrame,
} from './rows-cipher.ts';

/** Writes the rows of a backup, frame by frame. Throws what the disk throws. */
export type RowsWriter = {
  readonly append: (frame: RowsFrame) => Promise<void>;
  /** Writes the closing frame and flushes; the number of frames, that one included. */
  readonly finish: () => Promise<number>;
  /** Closes the file and forgets the key. */
  readonly close: () => Promise<void>;
};

/** Where a good frame lies. */
export type FramePlace = FrameHeader & { readonly offset: number };

/** The good frames of a file. `isWhole`: all that were written are there and nothing else. */
export type RowsIndex = {
  readonly fileHeader: Buffer;
  readonly places: readonly FramePlace[];
  readonly isWhole: boolean;
};

const CHUNK = 1024 * 1024;
/** Bytes that may be deciphered in vain before the rest of a file is given up. */
const MOST_IN_VAIN = 256 * CHUNK;
const CLOSING: RowsFrame = { table: 'end', count: 0, bytes: new Uint8Array() };

/** Begins a file of rows. */
export async function createRowsFile(path: string, backupKey: Uint8Array): Promise<RowsWriter> {
  const fileHeader = rowsHeader(randomBytes(16));
  const key = rowsKey(backupKey, fileHeader);
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(fileHeader);
  let index = 0;

  async function write(frame: RowsFrame, isLast: boolean): Promise<void> {
    await file.writeFile(sealFrame(key, fileHeader, index, isLast, frame));
    index += 1;
  }

  return {
    append: (frame) => write(frame, false),
    async finish() {
      await write(CLOSING, true);
      await file.sync();
      return index;
    },
    async close() {
      key.fill(0);
      await file.close();
    },
  };
}

/**
 * Finds the good frames of a file by deciphering them; undefined when its front is not one of ours. Behind a damaged stretch the next
 * frame is looked for, so that one bit costs one frame. `look`: called with every good frame.
 */
export async function indexRows(
  file: FileHandle,
  backupKey: Uint8Array,
  look: (frame: RowsFrame, place: FramePlace) => Promise<void> | void = () => undefined,
): Promise<RowsIndex | undefined> {
  const window = openWindow(file);
  const fileHeader = Buffer.from(await window.read(0, ROWS_HEADER_BYTES));
  if (!isRowsHeader(fileHeader)) return undefined;
  const key = rowsKey(backupKey, fileHeader);
  const { size } = await file.stat();
  const places: FramePlace[] = [];
  let isWhole = true;
  let inVain = 0;
  for (let offset = ROWS_HEADER_BYTES; offset < size && inVain < MOST_IN_VAIN;) {
    const header = parseFrameHeader(
      window.peek(offset, FRAME_HEADER_BYTES) ?? (await window.read(offset, FRAME_HEADER_BYTES)),
    );
    const end = offset + FRAME_HEADER_BYTES + (header?.length ?? 0);
    if (header !== undefined && end <= size && header.index > (places.at(-1)?.index ?? -1)) {
      const frame = openFrame(key, fileHeader, header, await readAt(file, offset + FRAME_HEADER_BYTES, header.length));
      if (frame !== undefined) {
        const place = { ...header, offset };
        isWhole &&= header.index === places.length && places.at(-1)?.isLast !== true;
        places.push(place);
        await look(frame, place);
        offset = end;
        continue;
      }
      inVain += header.length;
    }
    isWhole = false;
    offset = await window.find(FRAME_MAGIC, offset + 1, size);
  }
  return { fileHeader, places, isWhole: isWhole && inVain === 0 && places.at(-1)?.isLast === true };
}

/** Reads one frame; undefined when it is damaged. */
export async function readFrame(
  file: FileHandle,
  { fileHeader }: Pick<RowsIndex, 'fileHeader'>,
  place: FramePlace,
  backupKey: Uint8Array,
): Promise<RowsFrame | undefined> {
  const body = await readAt(file, place.offset + FRAME_HEADER_BYTES, place.length);
  return openFrame(rowsKey(backupKey, fileHeader), fileHeader, place, body);
}

/** A stretch of the file in memory, so that looking for the next frame byte by byte does not read the disk byte by byte. */
type Window = {
  readonly peek: (offset: number, length: number) => Buffer | undefined;
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  /** Where `bytes` come next; `size` when nowhere. */
  readonly find: (bytes: Buffer, from: number, size: number) => Promise<number>;
};

function openWindow(file: FileHandle): Window {
  let start = 0;
  let chunk: Buffer = Buffer.alloc(0);

  function peek(offset: number, length: number): Buffer | undefined {
    const at = offset - start;
    return at >= 0 && at + length <= chunk.length ? chunk.subarray(at, at + length) : undefined;
  }

  async function move(offset: number): Promise<void> {
    start = offset;
    chunk = await readAt(file, offset, CHUNK);
  }

  return {
    peek,
    async read(offset, length) {
      const there = peek(offset, length);
      if (there !== undefined) return there;
      await move(offset);
      return chunk.subarray(0, length);
    },
    async find(bytes, from, size) {
      for (let offset = from; offset < size; offset = start + Math.max(1, chunk.length - bytes.length + 1)) {
        if (peek(offset, bytes.length) === undefined) await move(offset);
        const found = chunk.indexOf(bytes, offset - start);
        if (found >= 0) return start + found;
        if (chunk.length < bytes.length) return size;
      }
      return size;
    },
  };
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, offset + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}
