import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** Checksums METS may name and Node can count. */
const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  SHA1: 'sha1',
  'SHA-256': 'sha256',
  SHA256: 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
const BEGINNING_BYTES = 1024;

/** A file as it is: bytes, SHA-256, further checksums by METS name, and how it begins. */
export type FileDigest = {
  readonly size: number;
  readonly sha256: string;
  readonly others: Readonly<Record<string, string>>;
  readonly beginning: Buffer;
};

/** Whether a checksum of this METS type can be counted here. */
export function isCountable(type: string): boolean {
  return Object.hasOwn(algorithms, type);
}

/** Reads a file to its end. Throws what the stream throws. */
export async function digestFile(
  stream: Readable,
  types: readonly string[],
  tell: (bytes: number) => void,
): Promise<FileDigest> {
  const sha256 = createHash('sha256');
  const others = types.flatMap((type) => {
    const algorithm = algorithms[type];
    return algorithm === undefined ? [] : [{ type, hash: createHash(algorithm) }];
  });
  let beginning = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sha256.update(chunk);
    for (const { hash } of others) hash.update(chunk);
    if (beginning.length < BEGINNING_BYTES)
      beginning = Buffer.concat([beginning, chunk.subarray(0, BEGINNING_BYTES - beginning.length)]);
    size += chunk.length;
    tell(chunk.length);
  }
  return {
    size,
    sha256: sha256.digest('hex'),
    others: Object.fromEntries(others.map(({ type, hash }) => [type, hash.digest('hex')])),
    beginning,
  };
}

/** How files begin, by ending. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  pdf: ['255044462d'],
  png: ['89504e47'],
  jpg: ['ffd8ff'],
  docx: ['504b0304'],
  xlsx: ['504b0304'],
};

/** Whether a file begins as its ending says; endings without a rule pass. PDFs may have some bytes before their mark. */
export function isOfItsKind(path: string, beginning: Buffer): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const marks = beginnings[ending];
  if (marks === undefined) return true;
  const isIn = (mark: string): boolean => {
    const bytes = Buffer.from(mark, 'hex');
    return ending === 'pdf' ? beginning.includes(bytes) : beginning.subarray(0, bytes.length).equals(bytes);
  };
  return marks.some(isIn);
}
