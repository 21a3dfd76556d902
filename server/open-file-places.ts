import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BucketSettings } from './storage/bucket-settings.ts';
import { createFileBucket, createSnapshotBucket } from './storage/file-bucket.ts';
import { createFileFolder } from './storage/file-folder.ts';
import type { FilePlace, SnapshotPlace } from './storage/file-place.ts';
import { createSnapshotFolder } from './storage/snapshot-folder.ts';

/** Where a province's files are to lie. */
export type FileSettings = {
  /** Data folder of the server; files lie in it when nothing else is named. */
  readonly dataDir: string;
  /** A folder that all servers of the province share. */
  readonly filesFolder?: string | undefined;
  /** A bucket, in place of a folder. */
  readonly bucket?: BucketSettings | undefined;
};

/** The places of a province's files, opened. */
export type FilePlaces = {
  readonly files: FilePlace;
  readonly snapshots: SnapshotPlace;
  /** Lets go of connections. */
  readonly close: () => void;
};

/** Folder of a province's files. */
export function filesFolderOf(dataDir: string): string {
  return join(dataDir, 'files');
}

/** Opens them. Throws `BucketFault` when a bucket cannot be used. */
export async function openFilePlaces({
  dataDir,
  filesFolder = filesFolderOf(dataDir),
  bucket,
}: FileSettings): Promise<FilePlaces> {
  if (bucket === undefined) {
    await mkdir(filesFolder, { recursive: true, mode: 0o700 });
    return {
      files: createFileFolder(filesFolder),
      snapshots: createSnapshotFolder(filesFolder),
      close: () => undefined,
    };
  }
  // What speaks S3 is large: it is loaded only where there is a bucket.
  const { openBucket } = await import('./storage/bucket.ts');
  const opened = openBucket(bucket);
  try {
    await opened.check();
  } catch (failure) {
    opened.close();
    throw failure;
  }
  return { files: createFileBucket(opened), snapshots: createSnapshotBucket(opened), close: opened.close };
}
