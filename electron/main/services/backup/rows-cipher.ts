import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Some rows of one table, as the page handed them over. */
export type RowsFrame = { readonly table: string; readonly count: number; readonly bytes: Uint8Array };

/** Bytes at the front of the file: `HSXB`, version, 3 zeros, 16 bytes that are its own. */
export const ROWS_HEADER_BYTES = 24;
/** Bytes at the front of a frame: `FRM1`, its index, the length of what follows, 1 with the last. */
export const FRAME_HEADER_BYTES = 16;
/** Most rows a frame holds, in bytes as text. */
export const LARGEST_ROWS = 4 * 1024 * 1024;
/** Longest frame body there can be; deflated text of 4 MiB is never much longer than it. */
export const LONGEST_BODY = LARGEST_ROWS + 64 * 1024;
/** Shortest: the tag and something deflated. */
export const SHORTEST_BODY = 18;

const MAGIC = Buffer.from('HSXB');
/** What every frame begins with; looked for again behind a damaged stretch. */
export const FRAME_MAGIC = Buffer.from('FRM1');
const VERSION = 1;
const TAG_BYTES = 16;
const LONGEST_NAME = 40;

/** Front of a frame, read. */
export type FrameHeader = { readonly index: number; readonly length: number; readonly isLast: boolean };

/** Front of a file of rows. `snapshot`: 16 random bytes. */
export function rowsHeader(snapshot: Uint8Array): Buffer {
  return Buffer.concat([MAGIC, Buffer.from([VERSION, 0, 0, 0]), snapshot]);
}

/** Whether bytes are the front of a file of rows this build reads. */
export function isRowsHeader(bytes: Buffer): boolean {
  return bytes.length === ROWS_HEADER_BYTES && bytes.subarray(0, 4).equals(MAGIC) && bytes[4] === VERSION;
}

/** Front of a frame. */
export function frameHeader({ index, length, isLast }: FrameHeader): Buffer {
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  FRAME_MAGIC.copy(header);
  header.writeUInt32LE(index, 4);
  header.writeUInt32LE(length, 8);
  header.writeUInt32LE(isLast ? 1 : 0, 12);
  return header;
}

/** Reads the front of a frame; undefined when it is none. */
export function parseFrameHeader(bytes: Buffer): FrameHeader | undefined {
  if (bytes.length < FRAME_HEADER_BYTES || !bytes.subarray(0, 4).equals(FRAME_MAGIC)) return undefined;
  const [index, length, last] = [bytes.readUInt32LE(4), bytes.readUInt32LE(8), bytes.readUInt32LE(12)];
  if (length < SHORTEST_BODY || length > LONGEST_BODY || last > 1) return undefined;
  return { index, length, isLast: last === 1 };
}

/** Key of one file of rows. With a key of its own, its frames may count their nonces. */
export function rowsKey(backupKey: Uint8Array, fileHeader: Buffer): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', backupKey, fileHeader, 'hosoxa backup rows 1', 32));
}

/** A frame as it lies in the file: front, ciphertext, tag. Bound to its file and place, so that frames cannot change places. */
export function sealFrame(
  key: Uint8Array,
  fileHeader: Buffer,
  index: number,
  isLast: boolean,
  { table, count, bytes }: RowsFrame,
): Buffer {
  const name = Buffer.from(table);
  const facts = Buffer.alloc(5);
  facts.writeUInt8(name.length, 0);
  facts.writeUInt32LE(count, 1);
  const plain = deflateRawSync(Buffer.concat([facts, name, bytes]), { level: 1 });
  const header = frameHeader({ index, length: plain.length + TAG_BYTES, isLast });
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([fileHeader, header]));
  return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The rows of a frame; undefined when a bit of it, or its place, is not what it was. */
export function openFrame(
  key: Uint8Array,
  fileHeader: Buffer,
  header: FrameHeader,
  body: Buffer,
): RowsFrame | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(header.index, header.isLast), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.concat([fileHeader, frameHeader(header)]));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const deflated = Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
    const plain = inflateRawSync(deflated, { maxOutputLength: LARGEST_ROWS + 1024 });
    const nameEnd = 5 + plain.readUInt8(0);
    const table = plain.toString('utf8', 5, nameEnd);
    if (table.length > LONGEST_NAME) return undefined;
    return { table, count: plain.readUInt32LE(1), bytes: new Uint8Array(plain.subarray(nameEnd)) };
  } catch {
    return undefined; // not what was sealed
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32LE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
