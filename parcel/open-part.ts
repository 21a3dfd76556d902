import { createHash } from 'node:crypto';
import type { ParcelEntry } from '#shared/contract/parcel-manifest.ts';
import { decryptWith } from './age-stream.ts';
import { ParcelFault } from './parcel-fault.ts';
import { FRONT_BYTES, manifestLength, readFront, type PartFront } from './part-front.ts';
import type { Stick } from './stick.ts';

/** Most bytes of a message: a request and an answer, each of which fits a frame. */
export const MESSAGE_MAX_BYTES = 4 * 1024 * 1024;

/** An entry and its bytes, which throw `parcel-damaged` at their end when they are not those the manifest names. */
export type PartItem = { readonly entry: ParcelEntry; readonly bytes: AsyncIterable<Uint8Array> };

/** Only what a part says of itself. Throws `ParcelFault`. */
export async function readPartFront(stick: Stick, path: string, identity: string): Promise<PartFront> {
  const reader = new PartReader(decryptWith(identity, stick.read(path)));
  try {
    return await reader.front();
  } finally {
    await reader.close();
  }
}

/**
 * The entries of a part, one after the other; bytes that are not asked for are passed over. What came before damage is as it was written. Throws
 * `ParcelFault`. `expected`: the front as it was judged; another one is damage.
 */
export async function* readPart(
  stick: Stick,
  path: string,
  identity: string,
  expected: PartFront,
): AsyncGenerator<PartItem> {
  const reader = new PartReader(decryptWith(identity, stick.read(path)));
  try {
    const { message, signature, manifest } = await reader.front();
    if (message !== expected.message || signature !== expected.signature) throw new ParcelFault('parcel-damaged');
    for (const entry of manifest.contents) {
      const bytes = reader.entry(entry);
      yield { entry, bytes };
      for await (const _rest of bytes); // what was not asked for
    }
    await reader.end();
  } finally {
    await reader.close();
  }
}

/** A whole message. */
export async function readMessage({ entry, bytes }: PartItem): Promise<Uint8Array> {
  if (entry.size > MESSAGE_MAX_BYTES) throw new ParcelFault('parcel-damaged');
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes of a part in order, as many at a time as are wanted. */
class PartReader {
  readonly #source: AsyncGenerator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(source: AsyncGenerator<Uint8Array>) {
    this.#source = source;
  }

  async front(): Promise<PartFront> {
    const front = await this.#take(FRONT_BYTES);
    return readFront(front, await this.#take(manifestLength(front)));
  }

  /** May be iterated once; leaving early and iterating again goes on behind. */
  entry({ size, sha256 }: ParcelEntry): AsyncIterable<Uint8Array> {
    const hash = createHash('sha256');
    const some = (most: number): Promise<Uint8Array> => this.#some(most);
    let left = size;
    return {
      [Symbol.asyncIterator]: () => ({
        async next() {
          if (left === 0) return { done: true, value: undefined };
          const bytes = await some(left);
          hash.update(bytes);
          left -= bytes.length;
          if (left === 0 && hash.digest('hex') !== sha256) throw new ParcelFault('parcel-damaged');
          return { done: false, value: bytes };
        },
      }),
    };
  }

  /** Nothing may follow, and the file must have its end. */
  async end(): Promise<void> {
    if (this.#held.length > 0 || !(await this.#fill())) return;
    throw new ParcelFault('parcel-damaged');
  }

  async close(): Promise<void> {
    await this.#source.return(undefined);
  }

  async #take(length: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let left = length; left > 0;) {
      const bytes = await this.#some(left);
      pieces.push(bytes);
      left -= bytes.length;
    }
    return Buffer.concat(pieces);
  }

  async #some(most: number): Promise<Uint8Array> {
    while (this.#held.length === 0) if (!(await this.#fill())) throw new ParcelFault('parcel-damaged');
    const bytes = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(bytes.length);
    return bytes;
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held = next.value;
    return true;
  }
}
