import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { partNames } from './backup-layout.ts';
import { readSmallFile } from './read-small-file.ts';

const MOST_BYTES = 512 * 1024 * 1024;

const fileSchema = z.strictObject({
  hash: fileHashSchema,
  /** On disk, front included. */
  size: z.int().min(0),
  fileId: z.string().regex(/^[0-9a-f]{32}$/),
  /** The file's front at the time, base64: the key of its body, wrapped. An exchange of keys changes it, never the body. */
  front: z.string().max(2000),
});

const listSchema = z.array(fileSchema).max(1_000_000);

/** A vault file that belongs to a backup. */
export type BackedUpFile = z.infer<typeof fileSchema>;

/** The list of files as it lies in a backup. */
export function writeFileList(files: readonly BackedUpFile[]): Uint8Array {
  return gzipSync(JSON.stringify(files));
}

/** Files a backup names; undefined when the list cannot be read. */
export async function readFileList(path: string): Promise<readonly BackedUpFile[] | undefined> {
  try {
    const bytes = await readSmallFile(join(path, partNames.files), MOST_BYTES);
    if (bytes === undefined) return undefined;
    const text = gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString();
    const parsed = listSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
