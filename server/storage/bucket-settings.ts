import { z } from 'zod';

/** A bucket of S3 or of what speaks like it (MinIO, Ceph, Garage). `endpoint`: its address, with http or https. */
export type BucketSettings = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
};

/** Region where a service has none of its own: what Amazon's software calls its first. */
const USUAL_REGION = 'us-east-1';

/** Settings of the environment about files are missing or contradict each other. `names`: of which. */
export class BadFileSettings extends Error {
  override readonly name = 'BadFileSettings';

  constructor(
    readonly kind: 'missing' | 'two-places' | 'bad-endpoint',
    readonly names: readonly string[],
  ) {
    super(`${kind}: ${names.join(', ')}`);
  }
}

const needed = ['HOSOXA_S3_ENDPOINT', 'HOSOXA_S3_BUCKET', 'HOSOXA_S3_KEY_ID', 'HOSOXA_S3_SECRET'] as const;
const endpointSchema = z.url({ protocol: /^https?$/ });

/** The bucket the environment names; undefined when it names none. Throws `BadFileSettings`: half a bucket, or a folder beside it. */
export function readBucketSettings(env: Readonly<Record<string, string | undefined>>): BucketSettings | undefined {
  const missing = needed.filter((name) => (env[name] ?? '') === '');
  if (missing.length === needed.length) return undefined;
  if (missing.length > 0) throw new BadFileSettings('missing', missing);
  if ((env['HOSOXA_FILES'] ?? '') !== '') throw new BadFileSettings('two-places', ['HOSOXA_FILES', 'HOSOXA_S3_BUCKET']);
  const [endpoint = '', bucket = '', keyId = '', secret = ''] = needed.map((name) => env[name]);
  if (!endpointSchema.safeParse(endpoint).success) throw new BadFileSettings('bad-endpoint', ['HOSOXA_S3_ENDPOINT']);
  return { endpoint, region: env['HOSOXA_S3_REGION'] ?? USUAL_REGION, bucket, keyId, secret };
}
