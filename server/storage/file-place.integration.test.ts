import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { startTestBucket, type TestBucket } from '#server/test-bucket.ts';
import { openBucket, type Bucket } from './bucket.ts';
import { createFileBucket, createSnapshotBucket } from './file-bucket.ts';
import { createFileFolder } from './file-folder.ts';
import type { FilePlace, SnapshotPlace } from './file-place.ts';
import { createSnapshotFolder } from './snapshot-folder.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const COMMUNE = 'na-lau';

async function readAll(bytes: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** Bytes of a request whose line breaks behind them. */
async function* brokenBehind(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
  throw new Error('the line broke');
}

let root: string;
let rented: TestBucket;
let bucket: Bucket;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hosoxa-place-'));
  rented = await startTestBucket();
  bucket = openBucket(rented.settings);
});
afterAll(async () => {
  bucket.close();
  await rented.end();
  await rm(root, { recursive: true, force: true });
});

/** Each test asks two openings of one place, as two servers would. */
const places: readonly (readonly [string, () => readonly [FilePlace, FilePlace], () => SnapshotPlace])[] = [
  ['a folder', () => [createFileFolder(root), createFileFolder(root)], () => createSnapshotFolder(root)],
  [
    'a bucket',
    () => [createFileBucket(bucket), createFileBucket(openBucket(rented.settings))],
    () => createSnapshotBucket(bucket),
  ],
];

describe.each(places)('%s of files', (_name, open, openSnapshots) => {
  const begin = (place: FilePlace, hash: string, size: number): Promise<unknown> =>
    place.uploads.create(new Upload({ id: `${COMMUNE}/${hash}`, size, offset: 0, metadata: { hash } }));
  const write = (place: FilePlace, hash: string, at: number, bytes: Uint8Array): Promise<number> =>
    place.uploads.write(Readable.from([bytes]), `${COMMUNE}/${hash}`, at);

  it('takes an upload in pieces through either server, and keeps it once it is verified', async () => {
    const [one, two] = open();
    const bytes = randomBytes(3_000_000);
    const hash = hashOf(bytes);
    expect(await one.arrivedBytes(COMMUNE, hash)).toBeUndefined();
    await expect(one.uploads.getUpload(`${COMMUNE}/${hash}`)).rejects.toBeDefined();
    await begin(one, hash, bytes.length);
    expect(await two.arrivedBytes(COMMUNE, hash)).toBe(0);
    expect(await write(two, hash, 0, bytes.subarray(0, 2_500_000))).toBe(2_500_000);
    expect(await one.uploads.getUpload(`${COMMUNE}/${hash}`)).toMatchObject({
      ...{ offset: 2_500_000, size: bytes.length, metadata: { hash } },
    });
    expect(await write(one, hash, 2_500_000, bytes.subarray(2_500_000, 2_500_001))).toBe(2_500_001);
    expect(await two.appendArrived(COMMUNE, hash, bytes.subarray(2_500_001))).toBe(bytes.length);
    expect(await one.hashArrived(COMMUNE, hash)).toBe(hash);
    expect(await one.findSize(COMMUNE, hash)).toBeUndefined();
    await two.keepArrived(COMMUNE, hash);
    expect(await one.arrivedBytes(COMMUNE, hash)).toBeUndefined();
    expect(await one.findSize(COMMUNE, hash)).toBe(bytes.length);
    expect((await readAll(two.read(COMMUNE, hash))).equals(bytes)).toBe(true);
    const range = await readAll(one.read(COMMUNE, hash, { start: 2_499_999, end: 2_500_002 }));
    expect(range).toEqual(bytes.subarray(2_499_999, 2_500_003));
  });

  it('goes on behind what it says has arrived, when the line broke', async () => {
    const [one, two] = open();
    const bytes = randomBytes(3_000_000);
    const hash = hashOf(bytes);
    await begin(one, hash, bytes.length);
    const cut = Readable.from(brokenBehind(bytes.subarray(0, 2_000_000)), { objectMode: false });
    await one.uploads.write(cut, `${COMMUNE}/${hash}`, 0).catch(() => undefined);
    const arrived = must(await two.arrivedBytes(COMMUNE, hash), 'the upload has begun');
    expect(arrived).toBeLessThanOrEqual(2_000_000);
    await write(two, hash, arrived, bytes.subarray(arrived));
    expect(await one.hashArrived(COMMUNE, hash)).toBe(hash);
    await one.dropArrived(COMMUNE, hash);
    expect(await two.arrivedBytes(COMMUNE, hash)).toBeUndefined();
  });

  it('takes over to another commune what is half up, beside what that one has begun itself', async () => {
    const [one, two] = open();
    const [from, to] = [`cu-${hashOf(randomBytes(4)).slice(0, 6)}`, `moi-${hashOf(randomBytes(4)).slice(0, 6)}`];
    const [theirs, both] = [randomBytes(2_500_000), randomBytes(2_500_000)];
    const beginAt = (commune: string, bytes: Uint8Array): Promise<unknown> => {
      const [hash, size] = [hashOf(bytes), bytes.length];
      return one.uploads.create(new Upload({ id: `${commune}/${hash}`, size, offset: 0, metadata: { hash } }));
    };
    const bring = (commune: string, bytes: Uint8Array, until: number): Promise<number> =>
      one.uploads.write(Readable.from([bytes.subarray(0, until)]), `${commune}/${hashOf(bytes)}`, 0);
    for (const bytes of [theirs, both]) await beginAt(from, bytes);
    await bring(from, theirs, 2_000_000);
    await bring(from, both, 1_000_000);
    await beginAt(to, both);
    await bring(to, both, 1_500_000);
    await one.bringArrived(from, to);
    await two.bringArrived(from, to);
    expect(await two.uploads.getUpload(`${to}/${hashOf(theirs)}`)).toMatchObject({
      offset: 2_000_000,
      size: 2_500_000,
    });
    expect(await two.arrivedBytes(to, hashOf(both))).toBe(1_500_000);
    for (const bytes of [theirs, both]) expect(await two.arrivedBytes(from, hashOf(bytes))).toBeUndefined();
    await two.uploads.write(Readable.from([theirs.subarray(2_000_000)]), `${to}/${hashOf(theirs)}`, 2_000_000);
    expect(await one.hashArrived(to, hashOf(theirs))).toBe(hashOf(theirs));
  });

  it('begins an upload anew when it is made again', async () => {
    const [one] = open();
    const hash = hashOf(randomBytes(10));
    await begin(one, hash, 100);
    await write(one, hash, 0, randomBytes(50));
    await begin(one, hash, 200);
    expect(await one.uploads.getUpload(`${COMMUNE}/${hash}`)).toMatchObject({ offset: 0, size: 200 });
    await one.uploads.remove(`${COMMUNE}/${hash}`);
    expect(await one.arrivedBytes(COMMUNE, hash)).toBeUndefined();
  });

  it('shares a kept file with another commune, once, and not what is gone', async () => {
    const [one, two] = open();
    const bytes = randomBytes(10_000);
    const hash = hashOf(bytes);
    expect(await one.share(COMMUNE, 'po-khau', hash)).toBe(false);
    expect(await one.put(COMMUNE, hash, Readable.from([bytes]))).toBe(true);
    expect(await one.share(COMMUNE, 'po-khau', hash)).toBe(true);
    expect(await two.share(COMMUNE, 'po-khau', hash)).toBe(true);
    expect((await readAll(two.read('po-khau', hash))).equals(bytes)).toBe(true);
  });

  it('keeps nothing under a hash that is not its own, large or small', async () => {
    const [one] = open();
    for (const size of [1000, 9 * 1024 * 1024]) {
      const [bytes, hash] = [randomBytes(size), hashOf(randomBytes(5))];
      expect(await one.put(COMMUNE, hash, Readable.from([bytes]))).toBe(false);
      expect(await one.findSize(COMMUNE, hash)).toBeUndefined();
      const own = hashOf(bytes);
      expect(await one.put(COMMUNE, own, Readable.from([bytes]))).toBe(true);
      expect(await one.findSize(COMMUNE, own)).toBe(size);
    }
  });

  it('throws out what began long ago and never ended, and nothing else', async () => {
    const [one] = open();
    const [bytes, kept] = [randomBytes(100), hashOf(randomBytes(9))];
    const hash = hashOf(bytes);
    await begin(one, kept, 50);
    await write(one, kept, 0, bytes.subarray(0, 20));
    await one.put(COMMUNE, hash, Readable.from([bytes]));
    await one.dropStale(Date.now() - 60_000);
    expect(await one.arrivedBytes(COMMUNE, kept)).toBe(20);
    await one.dropStale(Date.now() + 60_000);
    expect(await one.arrivedBytes(COMMUNE, kept)).toBeUndefined();
    expect(await one.findSize(COMMUNE, hash)).toBe(100);
  });

  it('keeps chunks of snapshots until they are old and not wanted any more', async () => {
    const snapshots = openSnapshots();
    const bytes = [randomBytes(5000), randomBytes(6000)] as const;
    const [first, second] = [
      await snapshots.keep('org:na-lau', bytes[0]),
      await snapshots.keep('org:na-lau', bytes[1]),
    ];
    expect(first).toBe(hashOf(bytes[0]));
    expect(await snapshots.findSize('org:na-lau', first)).toBe(5000);
    expect(await readAll(snapshots.read('org:na-lau', second, { start: 10, end: 19 }))).toEqual(
      bytes[1].subarray(10, 20),
    );
    await snapshots.dropOthers('org:na-lau', [second], Date.now() - 60_000);
    expect(await snapshots.findSize('org:na-lau', first)).toBe(5000);
    await snapshots.dropOthers('org:na-lau', [second], Date.now() + 60_000);
    expect(await snapshots.findSize('org:na-lau', first)).toBeUndefined();
    expect(await snapshots.findSize('org:na-lau', second)).toBe(6000);
  });
});

describe('a bucket', () => {
  it('says what is wrong when it cannot be used', async () => {
    const wrong = [
      [{ ...rented.settings, keyId: 'another' }, 'refused'],
      [{ ...rented.settings, bucket: 'nobody-made-it' }, 'not-there'],
      [{ ...rented.settings, endpoint: 'http://127.0.0.1:9' }, 'unreachable'],
    ] as const;
    for (const [settings, kind] of wrong) await expect(openBucket(settings).check()).rejects.toMatchObject({ kind });
    await expect(bucket.check()).resolves.toBeUndefined();
  });
});
