import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  MANIFEST_MAX_BYTES,
  parcelManifestSchema,
  parcelMessage,
  type ParcelManifest,
} from '#shared/contract/parcel-manifest.ts';
import { ParcelFault } from './parcel-fault.ts';

/** First bytes of a part under its encryption: letters, version, length of the manifest, the signature. */
const LETTERS = 'HSXG';
const FORM = 1;
export const FRONT_BYTES = 12 + 64;

/** A part's front: 12 bytes (letters, form, three zeros, length of the manifest little-endian), the signature, the manifest. `undefined`: nobody can sign now. */
export function packFront(
  manifest: ParcelManifest,
  sign: (text: string) => string | undefined,
): Uint8Array | undefined {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const signature = sign(parcelMessage(sha256(bytes)));
  if (signature === undefined) return undefined;
  const front = Buffer.alloc(12);
  front.write(LETTERS, 0, 'ascii');
  front.writeUInt8(FORM, 4);
  front.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([front, Buffer.from(signature, 'base64url'), bytes]);
}

/** What a part says of itself, and what was signed by whom: `message` and `signature` (base64url) are checked with the key of the one the manifest names. */
export type PartFront = { readonly manifest: ParcelManifest; readonly message: string; readonly signature: string };

/** Length of the manifest, from the first `FRONT_BYTES`. */
export function manifestLength(front: Uint8Array): number {
  const bytes = Buffer.from(front.buffer, front.byteOffset, front.length);
  if (bytes.toString('ascii', 0, 4) !== LETTERS) throw new ParcelFault('parcel-damaged');
  if (bytes[4] !== FORM) throw new ParcelFault('parcel-newer');
  const length = bytes.readUInt32LE(8);
  if (length === 0 || length > MANIFEST_MAX_BYTES) throw new ParcelFault('parcel-damaged');
  return length;
}

/** Reads a front. What is no manifest is damage, unless a newer build made it. */
export function readFront(front: Uint8Array, manifest: Uint8Array): PartFront {
  return {
    manifest: parseManifest(manifest),
    message: parcelMessage(sha256(manifest)),
    signature: Buffer.from(front.subarray(12, FRONT_BYTES)).toString('base64url'),
  };
}

const versionSchema = z.object({ version: z.int() });

function parseManifest(bytes: Uint8Array): ParcelManifest {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new ParcelFault('parcel-damaged', cause);
  }
  const parsed = parcelManifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const isNewer = (versionSchema.safeParse(json).data?.version ?? 0) > 1;
  throw new ParcelFault(isNewer ? 'parcel-newer' : 'parcel-damaged', parsed.error);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
