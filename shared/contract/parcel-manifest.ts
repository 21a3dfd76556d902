import { z } from 'zod';
import { communeIdSchema, fileHashSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { devicePublicKeySchema } from '#shared/domain/device/device-record.ts';
import { communeStream } from '#shared/entities.ts';
import { movesOf } from '#shared/sync/moved-stream.ts';
import { movedCommuneSchema, PEERS_MAX, type MovedCommune } from './protocol.ts';

/** Version of the form of packages this build writes and reads (docs/parcel-format.md). */
export const PARCEL_VERSION = 1;

/** Where the province is reached; a PC is reached by its device number. */
export const PROVINCE_ADDRESS = 0;

/** Direction of a package: from a PC to the province, back, or from PC to PC within one office. */
export const parcelWaySchema = z.enum(['up', 'down', 'across']);
export type ParcelWay = z.infer<typeof parcelWaySchema>;

/** Most bytes of a manifest as JSON, and most entries of one part. */
export const MANIFEST_MAX_BYTES = 16 * 1024 * 1024;
export const ENTRIES_MAX = 40_000;

const addressSchema = z.int().min(PROVINCE_ADDRESS).max(0xffffffff);

/**
 * Something in a part, in the order in which the bytes follow. `kind`: `request` (a sync request of the sender), `answer` (a request and the province's
 * answer to it), `carried` (ops of one PC, signed by it), `file` (bytes `at` … of a file of the vault). A kind this build does not know is passed over.
 * `sha256`: of these bytes.
 */
export const parcelEntrySchema = z.object({
  kind: z.string().min(1).max(20),
  size: z.int().min(0).max(FILE_MAX_BYTES),
  sha256: fileHashSchema,
  file: z
    .object({
      hash: fileHashSchema,
      size: z.int().min(1).max(FILE_MAX_BYTES),
      at: z.int().min(0).max(FILE_MAX_BYTES),
    })
    .optional(),
});
export type ParcelEntry = z.infer<typeof parcelEntrySchema>;

/** Word that a package was read: which, and when by the clock of who read it (milliseconds). */
const receiptSchema = z.object({ id: z.string().max(40), number: z.int().min(1), at: z.int() });
export type ParcelReceipt = z.infer<typeof receiptSchema>;

/** How far a PC is in a stream (`shared/sync/cookie.ts`). */
const cookieSchema = z.object({
  id: z.string().min(1).max(64),
  epoch: z.string().max(40),
  base: z.int().min(0),
  after: z.int().min(0),
});

/**
 * What a part of a package says of the package and of itself; signed by the sender. A later build may add fields: they are passed over.
 */
export const parcelManifestSchema = z.object({
  version: z.int().min(1),
  /** Of the package: 128 random bits in hex. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  way: parcelWaySchema,
  from: addressSchema,
  to: addressSchema,
  /** Keys of sender and receiver (raw Ed25519, base64url): the receiver's, so that nobody can hand it on as written to somebody else. */
  fromKey: devicePublicKeySchema,
  toKey: devicePublicKeySchema,
  commune: communeIdSchema,
  /**
   * `down` only: the commune, and the moves of streams of communes that were merged into it: a PC that wrote under a former name, and has no line, follows them
   * (docs/adr/0038). An older build passes over it, and over the package as of another office.
   */
  moved: movedCommuneSchema.optional(),
  /** One count of numbers of a sender; another one begins when the sender has forgotten where it was. */
  series: z.string().regex(/^[0-9a-f]{16}$/),
  /** 1, 2, 3 … for this receiver within the series. */
  number: z.int().min(1),
  /** When it was written, by the sender's clock in milliseconds. */
  at: z.int(),
  /** Record id of the person who had it written; for the province a name. */
  carrier: z.string().max(80),
  /** What is written on the stick. */
  label: z.string().max(40),
  /** Counters of the sender's own ops in the package, signed batches among them, and for `down` of those the outcomes are about. */
  ops: z.object({ first: z.int().min(1), last: z.int().min(1) }).nullable(),
  /** Where the sending PC stands in its streams. */
  cookies: z.array(cookieSchema).max(10),
  /** PCs whose ops the sender holds ahead of the province, which answers how far it has taken them. */
  peers: z.array(z.int().min(1).max(0xffffffff)).max(PEERS_MAX).optional(),
  /** Files the sender waits for. */
  awaits: z.array(fileHashSchema).max(20_000),
  /** Files the sender has got from the receiver's packages. */
  kept: z.array(fileHashSchema).max(20_000),
  /** Packages of the receiver that the sender has read. */
  receipts: z.array(receiptSchema).max(500),
  part: z.int().min(1).max(10_000),
  parts: z.int().min(1).max(10_000),
  contents: z.array(parcelEntrySchema).max(ENTRIES_MAX),
});
export type ParcelManifest = z.infer<typeof parcelManifestSchema>;

/** What is said of a whole package, before it is divided into parts. */
export type ParcelHead = Omit<ParcelManifest, 'version' | 'part' | 'parts' | 'contents'>;

/** Text a sender signs for each part. `manifestHash`: SHA-256 of the manifest's bytes as they stand in the part, in hex. */
export function parcelMessage(manifestHash: string): string {
  return `hosoxa parcel 1\n${manifestHash}`;
}

/** Direction of a package between two addresses; undefined when there is none such. */
export function wayBetween(from: number, to: number): ParcelWay | undefined {
  if (from === to) return undefined;
  if (to === PROVINCE_ADDRESS) return 'up';
  return from === PROVINCE_ADDRESS ? 'down' : 'across';
}

/** Who reads: the address and key, and for a PC its commune. */
export type ParcelReader = {
  readonly address: number;
  readonly publicKey: string;
  readonly commune: string | undefined;
};

/**
 * Why a package is not for this reader, whoever signed it: made by a newer build, written to somebody else, against its direction, of another office.
 */
export function refuseParcel(
  { version, from, to, way, toKey, commune }: ParcelManifest,
  reader: ParcelReader,
): 'parcel-newer' | 'parcel-not-for-here' | 'parcel-wrong-way' | 'parcel-foreign' | undefined {
  if (version > PARCEL_VERSION) return 'parcel-newer';
  if (wayBetween(from, to) !== way) return 'parcel-wrong-way';
  if ((to === PROVINCE_ADDRESS) !== (reader.address === PROVINCE_ADDRESS)) return 'parcel-wrong-way';
  if (to !== reader.address || toKey !== reader.publicKey) return 'parcel-not-for-here';
  return reader.commune === undefined || commune === reader.commune ? undefined : 'parcel-foreign';
}

/**
 * Where a package of the province says this PC's commune is now: it was written for the commune that the reader's was merged into. Undefined when it says nothing
 * of the kind, or its moves do not lead there. Counts only when the province has signed it.
 */
export function moveOfReader({ from, commune, moved }: ParcelManifest, reader: ParcelReader): MovedCommune | undefined {
  if (from !== PROVINCE_ADDRESS || moved === undefined || reader.commune === undefined) return undefined;
  if (commune === reader.commune || moved.commune.id !== commune) return undefined;
  const moves = movesOf(communeStream(reader.commune), moved.moves);
  return moves.at(-1)?.to === communeStream(commune) ? { commune: moved.commune, moves } : undefined;
}
