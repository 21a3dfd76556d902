import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Bucket } from './bucket.ts';
import { BucketUploads } from './bucket-uploads.ts';
import type { FilePlace, SnapshotPlace } from './file-place.ts';
import { isPut, verified } from './verified-bytes.ts';

const INCOMING = 'incoming/';

const storedKey = (commune: string, hash: string): string => `stored/${commune}/${hash.slice(0, 2)}/${hash}`;
const chunkFolder = (stream: string): string => `snapshots/${stream.replaceAll(':', '+')}/`;

/** Files in a bucket: `incoming/<commune>/<hash>/…` in pieces while they arrive, `stored/<commune>/<aa>/<hash>` once verified. */
export function createFileBucket(bucket: Bucket): FilePlace {
  const uploads = new BucketUploads(bucket);
  const idOf = (commune: string, hash: string): string => `${commune}/${hash}`;
  return {
    uploads,
    async arrivedBytes(commune, hash) {
      const { bytes, isBegun } = await uploads.arrived(idOf(commune, hash));
      return isBegun ? bytes : undefined;
    },
    async appendArrived(commune, hash, bytes) {
      const id = idOf(commune, hash);
      return uploads.write(Readable.from([bytes]), id, (await uploads.arrived(id)).bytes);
    },
    async hashArrived(commune, hash) {
      const digest = createHash('sha256');
      for await (const bytes of uploads.read(idOf(commune, hash))) digest.update(bytes);
      return digest.digest('hex');
    },
    async keepArrived(commune, hash) {
      const id = idOf(commune, hash);
      await bucket.putStream(storedKey(commune, hash), verified(uploads.read(id), hash));
      await uploads.drop(id);
    },
    async share(from, to, hash) {
      if ((await bucket.findSize(storedKey(to, hash))) !== undefined) return true;
      return bucket.copy(storedKey(from, hash), storedKey(to, hash));
    },
    async bringArrived(from, to) {
      const folder = `${INCOMING}${from}/`;
      const hashes = new Set<string>();
      for await (const { key } of bucket.list(folder)) hashes.add(key.slice(folder.length).split('/')[0] ?? '');
      for (const hash of hashes) {
        const isKept = (await bucket.findSize(storedKey(to, hash))) !== undefined;
        if (!isKept) await uploads.copyBehind(idOf(from, hash), idOf(to, hash));
        await uploads.drop(idOf(from, hash));
      }
    },
    dropArrived: (commune, hash) => uploads.drop(idOf(commune, hash)),
    async dropStale(before) {
      const newest = new Map<string, number>();
      for await (const { key, at } of bucket.list(INCOMING)) {
        const id = key.slice(INCOMING.length, key.lastIndexOf('/'));
        newest.set(id, Math.max(at, newest.get(id) ?? 0));
      }
      for (const [id, at] of newest) if (at < before) await uploads.drop(id);
    },
    findSize: (commune, hash) => bucket.findSize(storedKey(commune, hash)),
    read: (commune, hash, range) => bucket.read(storedKey(commune, hash), range),
    put: (commune, hash, bytes) => isPut(bucket.putStream(storedKey(commune, hash), verified(bytes, hash))),
  };
}

/** Chunks of snapshots in a bucket: `snapshots/<stream>/<hash>`. */
export function createSnapshotBucket(bucket: Bucket): SnapshotPlace {
  const keyOf = (stream: string, hash: string): string => `${chunkFolder(stream)}${hash}`;
  return {
    async keep(stream, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      await bucket.put(keyOf(stream, hash), bytes);
      return hash;
    },
    findSize: (stream, hash) => bucket.findSize(keyOf(stream, hash)),
    read: (stream, hash, range) => bucket.read(keyOf(stream, hash), range),
    async dropOthers(stream, kept, before) {
      const keptKeys = new Set(kept.map((hash) => keyOf(stream, hash)));
      const old: string[] = [];
      for await (const { key, at } of bucket.list(chunkFolder(stream)))
        if (!keptKeys.has(key) && at < before) old.push(key);
      await bucket.remove(old);
    },
  };
}
