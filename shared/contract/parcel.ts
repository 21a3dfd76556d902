import { z } from 'zod';
import type { ErrorCode } from '#shared/base/errors.ts';
import { fileHashSchema } from '#shared/base/ids.ts';
import { signedBatchSchema, type CarriedBatch } from './carried.ts';
import { nothing, output } from './ipc-parts.ts';
import { parcelManifestSchema } from './parcel-manifest.ts';
import { syncRequestSchema, type MovedCommune, type SyncAnswer, type SyncRequest } from './protocol.ts';

/** What is glued on a stick, as the person writes it: letters, digits and few signs, because it stands in the log. */
export const stickLabelSchema = z.string().regex(/^[A-Za-z0-9 ._-]{0,20}$/);

/** A stick or folder a person chose. `place`: its folder as shown to them; `label`: what it seems to be called. */
export type ParcelStick = { readonly place: string; readonly label: string; readonly freeBytes: number };

/** A package this PC has written. `receivedAt`: when its receiver read it, by the receipt that came back; null as long as none has. `ops`: counters of own ops in it. */
export type SentParcel = {
  readonly id: string;
  readonly to: number;
  readonly number: number;
  readonly at: number;
  readonly by: string;
  readonly label: string;
  readonly bytes: number;
  readonly parts: number;
  readonly files: number;
  /** Files there was no room for. */
  readonly skipped: number;
  readonly ops: { readonly first: number; readonly last: number } | null;
  readonly receivedAt: number | null;
};

/** What is said of a package that is read: written by whom (`from`: device number, 0 the province; `carrier`: who had it written), when, on which stick. */
export type ParcelTitle = {
  readonly id: string;
  readonly from: number;
  readonly number: number;
  readonly at: number;
  readonly carrier: string;
  readonly label: string;
};

/** A package that was read, when and by whom. */
export type ReadParcel = ParcelTitle & { readonly readAt: number; readonly by: string };

/** Packages of this PC, newest first. `missing`: numbers of a sender that were passed over. */
export type ParcelState = {
  readonly sent: readonly SentParcel[];
  readonly read: readonly ReadParcel[];
  readonly missing: readonly { readonly from: number; readonly numbers: readonly number[] }[];
};

/** How a package ended: taken whole, whole as once before, or why not (`parcel-incomplete`: what is intact was taken, parts are lacking). */
export type ParcelOutcome = 'whole' | 'again' | ErrorCode;

/**
 * What comes next of the packages on a stick. `parcel`: one begins; `kept`: files of this PC that its sender has. `answer`: of the province, and `carried`:
 * ops of a colleague's PC with the bytes it signed, to be taken into the store before the next is asked for. `read`: it ended; `ops`: how many ops of
 * colleagues' PCs were in it, `leftOut`: batches that were not taken (of a PC this one does not know, or of what must not leave its PC), `files`: how many
 * came whole, `lacking`: parts that are not here or damaged. `fault`: a part that cannot be opened at all. `moved`: the commune was merged into another one, as a
 * package of the province says; nothing of the stick is taken before this PC has followed.
 */
export type ParcelStep =
  | { readonly kind: 'parcel'; readonly title: ParcelTitle; readonly kept: readonly string[] }
  | { readonly kind: 'answer'; readonly request: SyncRequest; readonly answer: SyncAnswer }
  | { readonly kind: 'carried'; readonly signed: Uint8Array<ArrayBuffer>; readonly batch: CarriedBatch }
  | {
      readonly kind: 'read';
      readonly title: ParcelTitle;
      readonly outcome: ParcelOutcome;
      readonly ops: number;
      readonly leftOut: number;
      readonly files: number;
      readonly lacking: readonly number[];
      /** Numbers of the same sender that were never read. */
      readonly missing: readonly number[];
    }
  | { readonly kind: 'moved'; readonly moved: MovedCommune }
  | { readonly kind: 'fault'; readonly name: string; readonly code: ErrorCode }
  | { readonly kind: 'end' };

/** Bytes done of about so many; both 0 while nothing runs. */
export type ParcelProgress = { readonly done: number; readonly total: number };

const handle = z.uuid();

/** Channels for packages on a stick (`ipc.ts`). */
export const parcelChannels = {
  'parcel:state': { input: nothing, output: output<ParcelState>() },
  /** Asks the person for the stick; null when they cancelled. */
  'parcel:choose': {
    input: z.strictObject({ purpose: z.enum(['write', 'read']) }),
    output: output<ParcelStick | null>(),
  },
  /** Begins a package for this address on the chosen stick. `awaited`: files that a colleague's PC waits for, as its last package said. */
  'parcel:begin': {
    input: z.strictObject({ to: z.int().min(0).max(0xffffffff), label: stickLabelSchema }),
    output: output<{ readonly handle: string; readonly awaited: readonly string[] }>(),
  },
  /** Own ops for the province, as they would be sent. */
  'parcel:append': { input: z.strictObject({ handle, request: syncRequestSchema }), output: output<null>() },
  /** Ops of this PC for a colleague's, or of a colleague's PC for anybody, as their PC has signed them. */
  'parcel:append-carried': { input: z.strictObject({ handle, signed: signedBatchSchema }), output: output<null>() },
  /** Writes it: messages in the order given, then the files of the vault in this order as far as there is room. */
  'parcel:finish': {
    input: z.strictObject({
      handle,
      cookies: parcelManifestSchema.shape.cookies,
      files: z.array(fileHashSchema).max(100_000),
      awaits: parcelManifestSchema.shape.awaits,
      peers: parcelManifestSchema.shape.peers,
    }),
    output: output<SentParcel>(),
  },
  /** Looks at the chosen stick. */
  'parcel:open': { input: nothing, output: output<{ readonly handle: string }>() },
  /** The next step; `refused`: why the answer before could not be taken. */
  'parcel:next': {
    input: z.strictObject({ handle, refused: z.enum(['parcel-gap', 'store-failed']).nullable() }),
    output: output<ParcelStep>(),
  },
  /** Ends writing or reading; nothing half is left. */
  'parcel:abort': { input: z.strictObject({ handle }), output: output<null>() },
  'parcel:progress': { input: nothing, output: output<ParcelProgress>() },
} as const;
