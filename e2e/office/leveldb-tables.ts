import { uncompress } from 'snappyjs';

/** Magic number every LevelDB table ends with. */
const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');
const FOOTER_BYTES = 48;
const BLOCK_TRAILER_BYTES = 5;
const LOG_BLOCK_BYTES = 32 * 1024;
const LOG_HEADER_BYTES = 7;
const LARGEST_BLOCK = 64 * 1024 * 1024;

type BlockHandle = { readonly offset: number; readonly size: number };

/** Keys and values of a LevelDB table (`.ldb`), unpacked: keys whole again, snappy blocks inflated. Throws when it is no table. */
export function readLevelTable(file: Buffer): Buffer[] {
  const footer = file.subarray(-FOOTER_BYTES);
  if (file.length < FOOTER_BYTES || !footer.subarray(-8).equals(TABLE_MAGIC)) throw new Error('not a LevelDB table');
  const meta = readHandle(footer, 0);
  const index = readHandle(footer, meta.end);
  const found: Buffer[] = [];
  for (const [, handle] of listEntries(readBlock(file, index)))
    for (const [key, value] of listEntries(readBlock(file, readHandle(handle, 0)))) found.push(key, value);
  return found;
}

/** Keys and values of a record of a LevelDB log, which is a batch of writes; the record itself when it is none. */
export function readLevelBatch(record: Buffer): Buffer[] {
  const found: Buffer[] = [];
  try {
    for (let at = 12; at < record.length;) {
      const kind = record.readUInt8(at);
      at += 1;
      for (let part = 0; part <= kind && kind <= 1; part += 1) {
        const length = readVarint(record, at);
        found.push(record.subarray(length.end, length.end + length.value));
        at = length.end + length.value;
      }
      if (kind > 1) return [record];
    }
    return found;
  } catch {
    return [record];
  }
}

/** Records of a LevelDB log (`.log`, `MANIFEST-…`), their fragments joined again. A torn end is left out. */
export function readLevelLog(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let fragments: Buffer[] = [];
  for (let block = 0; block < file.length; block += LOG_BLOCK_BYTES) {
    const blockEnd = Math.min(file.length, block + LOG_BLOCK_BYTES);
    for (let at = block; at + LOG_HEADER_BYTES <= blockEnd;) {
      const [length, type] = [file.readUInt16LE(at + 4), file.readUInt8(at + 6)];
      const end = at + LOG_HEADER_BYTES + length;
      if (type < 1 || type > 4 || end > blockEnd) break;
      if (type === 1 || type === 2) fragments = [];
      fragments.push(file.subarray(at + LOG_HEADER_BYTES, end));
      if (type === 1 || type === 4) found.push(Buffer.concat(fragments));
      at = end;
    }
  }
  return found;
}

function readBlock(file: Buffer, { offset, size }: BlockHandle): Buffer {
  const content = file.subarray(offset, offset + size);
  const kind = file[offset + size];
  if (content.length !== size || offset + size + BLOCK_TRAILER_BYTES > file.length)
    throw new Error('a block is cut short');
  if (kind === 0) return content;
  if (kind !== 1) throw new Error(`a block is packed in a way unknown here: ${String(kind)}`);
  return Buffer.from(uncompress(content, LARGEST_BLOCK));
}

/** Entries of a block. A key gives only what differs from the one before it. */
function* listEntries(block: Buffer): Generator<readonly [key: Buffer, value: Buffer]> {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - 4 * restarts;
  let key: Buffer = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    const shared = readVarint(block, at);
    const unshared = readVarint(block, shared.end);
    const length = readVarint(block, unshared.end);
    const valueAt = length.end + unshared.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.end, valueAt)]);
    yield [key, block.subarray(valueAt, valueAt + length.value)];
    at = valueAt + length.value;
  }
}

function readHandle(bytes: Buffer, at: number): BlockHandle & { readonly end: number } {
  const offset = readVarint(bytes, at);
  const size = readVarint(bytes, offset.end);
  return { offset: offset.value, size: size.value, end: size.end };
}

function readVarint(bytes: Buffer, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = from, scale = 1; ; at += 1, scale *= 128) {
    const byte = bytes.readUInt8(at);
    value += (byte & 127) * scale;
    if (byte < 128) return { value, end: at + 1 };
  }
}
