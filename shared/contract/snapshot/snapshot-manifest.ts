import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import type { Snapshot, SnapshotChunk } from '#shared/sync/snapshot-load.ts';

/** Largest chunk as it is sent, in bytes, and unpacked; what says more is refused before it is unpacked. */
export const MAX_CHUNK_BYTES = 4 * 1024 * 1024;
export const MAX_CHUNK_UNPACKED = 48 * 1024 * 1024;

/** Most chunks a snapshot has. */
const MOST_CHUNKS = 2000;

const chunkSchema: z.ZodType<SnapshotChunk> = z.object({
  hash: fileHashSchema,
  size: z.int().min(1).max(MAX_CHUNK_BYTES),
  records: z.int().min(0),
  papers: z.int().min(0),
});

/** A snapshot the province has. `form`: how its chunks are written (`SNAPSHOT_FORM`); a PC that does not know it pulls page by page. */
export type SnapshotManifest = Snapshot & { readonly form: number };

const manifestSchema: z.ZodType<SnapshotManifest> = z.object({
  stream: z.string().min(1).max(64),
  epoch: z.string().min(1).max(40),
  seq: z.int().min(1),
  form: z.int(),
  chunks: z.array(chunkSchema).min(1).max(MOST_CHUNKS),
});

/** Answer of `GET /v1/snapshots`: those of the streams the asker may read that have one. */
export const snapshotsAnswerSchema = z.object({ snapshots: z.array(manifestSchema).max(10) });
