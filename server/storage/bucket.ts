import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { BucketFault } from './bucket-fault.ts';
import type { BucketSettings } from './bucket-settings.ts';
import type { ByteRange } from './file-place.ts';

/** Bytes of a part of a larger object; one is held at a time. S3 takes no smaller ones than 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;
/** Objects one request may remove. */
const REMOVED_AT_ONCE = 1000;
/** Longest a connection may take, and be silent, milliseconds. */
const CONNECT_MS = 5000;
const SILENCE_MS = 30_000;

/** An object as it is listed. `at`: when it was last written, milliseconds. */
export type BucketObject = { readonly key: string; readonly size: number; readonly at: number };

/** A bucket of S3 or of what speaks like it. An object is there whole or not at all, and everybody sees it as soon as it is. */
export type Bucket = {
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Puts bytes of any length; what breaks on the way leaves nothing. */
  readonly putStream: (key: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly findSize: (key: string) => Promise<number | undefined>;
  readonly read: (key: string, range?: ByteRange) => Readable;
  /** Objects whose key begins so, in order of their keys. */
  readonly list: (prefix: string) => AsyncGenerator<BucketObject>;
  /** False when there is nothing under `from`. */
  readonly copy: (from: string, to: string) => Promise<boolean>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  /** Throws `BucketFault` when the bucket cannot be reached, is not there, or is not to be opened with these keys. */
  readonly check: () => Promise<void>;
  /** Lets go of its connections. */
  readonly close: () => void;
};

/** Opens a bucket; nothing is asked of it yet. */
export function openBucket({ endpoint, region, bucket, keyId, secret }: BucketSettings): Bucket {
  const client = new S3Client({
    ...{ endpoint, region, credentials: { accessKeyId: keyId, secretAccessKey: secret } },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    // A name of its own for each bucket needs DNS that a service within the province does not have.
    forcePathStyle: true,
    // Services other than Amazon's do not all know the newer checksums; what matters here is named by its SHA-256 anyway.
    ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
  });
  const place = (key: string): { readonly Bucket: string; readonly Key: string } => ({ Bucket: bucket, Key: key });

  async function* bytesOf(key: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
    const wanted = range && { Range: `bytes=${String(range.start)}-${String(range.end)}` };
    const { Body } = await client.send(new GetObjectCommand({ ...place(key), ...wanted }));
    yield* Body as Readable;
  }

  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...place(key), Body: bytes }));
    },
    async putStream(key, bytes) {
      const params = { ...place(key), Body: Readable.from(bytes, { objectMode: false }) };
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: 1, leavePartsOnError: true });
      try {
        await upload.done();
      } catch (failure) {
        // What broke it is what is told; parts that cannot be removed now are the bucket's rule for unfinished uploads to remove.
        const { uploadId: UploadId } = upload;
        if (UploadId !== undefined)
          await client.send(new AbortMultipartUploadCommand({ ...place(key), UploadId })).catch(() => undefined);
        throw failure;
      }
    },
    async findSize(key) {
      const head = await orNothing(client.send(new HeadObjectCommand(place(key))));
      return head?.ContentLength;
    },
    read: (key, range) => Readable.from(bytesOf(key, range), { objectMode: false }),
    async *list(prefix) {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
        for (const { Key = '', Size = 0, LastModified } of Contents)
          yield { key: Key, size: Size, at: LastModified?.getTime() ?? 0 };
    },
    async copy(from, to) {
      const source = encodeURI(`${bucket}/${from}`);
      return (await orNothing(client.send(new CopyObjectCommand({ ...place(to), CopySource: source })))) !== undefined;
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += REMOVED_AT_ONCE) {
        const Objects = keys.slice(from, from + REMOVED_AT_ONCE).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors[0] !== undefined) throw new Error(`not removed: ${Errors[0].Key ?? ''} ${Errors[0].Code ?? ''}`);
      }
    },
    async check() {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }));
      } catch (failure) {
        throw toFault(failure);
      }
    },
    close: () => client.destroy(),
  };
}

/** What the service answered; undefined when it says that there is nothing of that key. */
async function orNothing<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (failure) {
    if (statusOf(failure) === 404) return undefined;
    throw failure;
  }
}

function toFault(failure: unknown): BucketFault {
  const status = statusOf(failure);
  const detail = status === undefined ? (failure as Error).message : `HTTP ${String(status)}`;
  if (status === 404) return new BucketFault('not-there', detail);
  return new BucketFault(status === 401 || status === 403 ? 'refused' : 'unreachable', detail);
}

function statusOf(failure: unknown): number | undefined {
  return failure instanceof S3ServiceException ? failure.$metadata.httpStatusCode : undefined;
}
