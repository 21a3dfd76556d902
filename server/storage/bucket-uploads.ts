import { DataStore, ERRORS, Upload } from '@tus/server';
import { z } from 'zod';
import type { Bucket } from './bucket.ts';

/** Most bytes of one object of an arriving file. */
const PIECE_BYTES = 1024 * 1024;
/** Pieces that are read ahead of the one that is wanted: a bucket answers late, but much at once. */
const AHEAD = 8;

/** Keys of an upload. Pieces sort by where they begin. */
const folderOf = (id: string): string => `incoming/${id}/`;
const infoKey = (id: string): string => `${folderOf(id)}info`;
const pieceKey = (id: string, at: number): string => `${folderOf(id)}piece-${String(at).padStart(12, '0')}`;
const PIECE = /\/piece-(\d{12})$/;

const infoSchema = z.object({
  size: z.int().optional(),
  creation_date: z.string().optional(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
});

/** A piece of an arriving file: `skip` bytes of it lie in the one before it already. */
type Piece = { readonly key: string; readonly size: number; readonly skip: number };

/** What has arrived of a file: pieces without a gap from its first byte on. `isBegun`: whether anything of it is there at all. */
export type Arrived = { readonly bytes: number; readonly pieces: readonly Piece[]; readonly isBegun: boolean };

/**
 * Uploads of tus in a bucket. An object cannot grow, so what one request brings becomes objects of its own, named by where they begin: each is there whole or
 * not at all, nothing is written twice, and whichever server gets the next request goes on behind them. They are put together when the file is verified.
 */
export class BucketUploads extends DataStore {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    super();
    this.#bucket = bucket;
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.drop(upload.id);
    const { size, metadata } = upload;
    upload.creation_date = new Date().toISOString();
    const info = { size, metadata, creation_date: upload.creation_date };
    await this.#bucket.put(infoKey(upload.id), Buffer.from(JSON.stringify(info)));
    return upload;
  }

  override async write(source: AsyncIterable<Uint8Array>, id: string, offset: number): Promise<number> {
    let at = offset;
    let held: Uint8Array[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      if (length === 0) return;
      await this.#bucket.put(pieceKey(id, at), Buffer.concat(held, length));
      at += length;
      held = [];
      length = 0;
    };
    try {
      for await (const bytes of source) {
        held.push(bytes);
        length += bytes.length;
        if (length >= PIECE_BYTES) await flush();
      }
    } finally {
      await flush(); // what came before the line broke
    }
    return at;
  }

  override async getUpload(id: string): Promise<Upload> {
    const [info, { bytes }] = await Promise.all([this.#readInfo(id), this.arrived(id)]);
    if (info === undefined) throw notBegun();
    const { size, metadata, creation_date: begun } = info;
    return new Upload({
      ...{ id, offset: bytes },
      ...(size !== undefined && { size }),
      ...(metadata !== undefined && { metadata }),
      ...(begun !== undefined && { creation_date: begun }),
    });
  }

  override async remove(id: string): Promise<void> {
    if (!(await this.arrived(id)).isBegun) throw notBegun();
    await this.drop(id);
  }

  /** What is there of an upload. */
  async arrived(id: string): Promise<Arrived> {
    const pieces: Piece[] = [];
    let bytes = 0;
    let isBegun = false;
    for await (const { key, size } of this.#bucket.list(folderOf(id))) {
      isBegun = true;
      const begin = Number(PIECE.exec(key)?.[1] ?? Infinity);
      // A server that lost its lock in the middle may have left a piece that overlaps; one behind a gap does not count.
      if (begin > bytes || begin + size <= bytes) continue;
      pieces.push({ key, size, skip: bytes - begin });
      bytes = begin + size;
    }
    return { bytes, pieces, isBegun };
  }

  /** Gives another upload what this one has and that one lacks: pieces are named by where they begin, so whatever that one has begun itself stays. */
  async copyBehind(from: string, to: string): Promise<void> {
    const known = await this.arrived(to);
    for await (const { key } of this.#bucket.list(folderOf(from))) {
      const at = Number(PIECE.exec(key)?.[1] ?? -1);
      const isLacking = at < 0 ? !known.isBegun : at >= known.bytes;
      if (isLacking) await this.#bucket.copy(key, folderOf(to) + key.slice(folderOf(from).length));
    }
  }

  /** The bytes that have arrived. */
  async *read(id: string): AsyncGenerator<Uint8Array> {
    const { pieces } = await this.arrived(id);
    const coming: Promise<Uint8Array>[] = [];
    try {
      for (let next = 0; next < pieces.length || coming.length > 0;) {
        for (let piece = pieces[next]; piece !== undefined && coming.length < AHEAD; piece = pieces[next]) {
          coming.push(this.#readPiece(piece));
          next += 1;
        }
        const first = coming.shift();
        if (first !== undefined) yield await first;
      }
    } finally {
      await Promise.allSettled(coming);
    }
  }

  /** Throws away whatever is there of it. */
  async drop(id: string): Promise<void> {
    const keys: string[] = [];
    for await (const { key } of this.#bucket.list(folderOf(id))) keys.push(key);
    await this.#bucket.remove(keys);
  }

  async #readPiece({ key, skip }: Piece): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#bucket.read(key)) parts.push(part as Uint8Array);
    return Buffer.concat(parts).subarray(skip);
  }

  async #readInfo(id: string): Promise<z.infer<typeof infoSchema> | undefined> {
    if ((await this.#bucket.findSize(infoKey(id))) === undefined) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of this.#bucket.read(infoKey(id))) parts.push(part as Uint8Array);
    return infoSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
  }
}

/** Said of an upload that has not begun, in the way tus answers from. */
function notBegun(): Error {
  return Object.assign(new Error('no such upload'), ERRORS.FILE_NOT_FOUND);
}
