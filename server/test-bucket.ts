import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { BucketSettings } from './storage/bucket-settings.ts';

/** Both the name and the secret of the only key that program knows. */
const KEY = 'S3RVER';

/** A bucket on this machine. */
export type TestBucket = { readonly settings: BucketSettings; readonly end: () => Promise<void> };

/** Starts a program that speaks like S3, with one empty bucket. */
export async function startTestBucket(): Promise<TestBucket> {
  const directory = await mkdtemp(join(tmpdir(), 'hosoxa-bucket-'));
  const bucket = 'ho-so-xa';
  const program = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await program.run();
  return {
    settings: { endpoint: `http://127.0.0.1:${String(port)}`, region: 'us-east-1', bucket, keyId: KEY, secret: KEY },
    async end() {
      await program.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
