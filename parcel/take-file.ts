import type { ParcelEntry } from '#shared/contract/parcel-manifest.ts';
import type { PartItem } from './open-part.ts';

/** Where files of a package go: they collect behind what is here already, and are taken in when whole and of the right hash. */
export interface FileSink {
  /** Bytes that are here of a file; its size when it is whole. */
  offset(hash: string, size: number): Promise<number>;
  /** Adds bytes behind them; with the last the file is verified. False when it turned out to be another: nothing of it is kept. */
  append(hash: string, size: number, bytes: Uint8Array): Promise<boolean>;
}

/** What became of a stretch of a file: here before, whole now, more of it here, what comes before it is lacking, or not what its hash says. */
export type FileOutcome = 'held' | 'whole' | 'more' | 'gap' | 'wrong';

/** Bytes handed to the sink at once. */
const BLOCK_BYTES = 1024 * 1024;

/** Takes a stretch of a file, as far as it goes on behind what is here. */
export async function takeFile(item: PartItem, sink: FileSink): Promise<FileOutcome> {
  const { file } = item.entry;
  if (file === undefined) return 'wrong';
  const { hash, size, at } = file;
  const here = await sink.offset(hash, size);
  if (here >= size) return 'held';
  if (here < at) return 'gap';
  let reached = here;
  for await (const block of blocksBehind(item, file, here)) {
    if (!(await sink.append(hash, size, block))) return 'wrong';
    reached += block.length;
  }
  return reached >= size ? 'whole' : 'more';
}

async function* blocksBehind(
  { bytes }: PartItem,
  { at }: NonNullable<ParcelEntry['file']>,
  here: number,
): AsyncGenerator<Uint8Array> {
  let skip = here - at;
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const fresh = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - fresh.length;
    if (fresh.length === 0) continue;
    held.push(fresh);
    length += fresh.length;
    if (length < BLOCK_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}
