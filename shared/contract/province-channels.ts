import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { Row } from '#shared/sync/record.ts';
import { PREFIXES_MAX } from './http.ts';
import { nothing, output, type TransferState } from './ipc-parts.ts';
import { HOLD_SECONDS_MAX, type StreamEnds } from './news.ts';
import { syncRequestSchema, type HistoryEntry, type SyncAnswer } from './protocol.ts';
import { receiptRequestSchema, type ReceiptAnswer } from './receipts.ts';
import { MAX_CHUNK_BYTES, type SnapshotManifest } from './snapshot/snapshot-manifest.ts';

/** An exchange with the province: the answer, round-trip milliseconds and bytes counted in both directions, to estimate the line. */
export type ExchangeReply = {
  readonly answer: SyncAnswer;
  readonly roundTripMs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
};

/** Channels for what goes over the line to the province, records and files (`ipc.ts`). */
export const provinceChannels = {
  'sync:exchange': { input: syncRequestSchema, output: output<ExchangeReply>() },
  /** Waits until one of the own streams ends elsewhere than `known`; `null` when it does not in `seconds`. `not-found`: the server is older. */
  'sync:await-news': {
    input: z.strictObject({
      known: z.strictObject({ own: z.int().min(0), province: z.int().min(0) }),
      seconds: z.int().min(1).max(HOLD_SECONDS_MAX),
    }),
    output: output<StreamEnds | null>(),
  },
  'sync:history': {
    input: z.strictObject({ type: z.string().max(40), id: recordIdSchema }),
    output: output<readonly HistoryEntry[]>(),
  },

  'sync:receipts': { input: receiptRequestSchema, output: output<ReceiptAnswer>() },
  /** Snapshots the province has of the streams of this PC, in a form this build knows; none where the server is older. */
  'snapshot:list': { input: nothing, output: output<readonly SnapshotManifest[]>() },
  /** Fetches the next piece of a chunk, some seconds of line; verified when it is done. `file-not-here-yet`: the province has a newer snapshot. */
  'snapshot:fetch-piece': {
    input: z.strictObject({
      stream: z.string().min(1).max(64),
      hash: fileHashSchema,
      size: z.int().min(1).max(MAX_CHUNK_BYTES),
    }),
    output: output<TransferState>(),
  },
  /** Some records of a chunk that is here, from place `from` on. `bad-answer`: it is no chunk. */
  'snapshot:rows': {
    input: z.strictObject({ hash: fileHashSchema, from: z.int().min(0) }),
    output: output<{ readonly rows: readonly Row[]; readonly isLast: boolean }>(),
  },
  /** A chunk is in the store, or of no use any more. */
  'snapshot:drop': { input: z.strictObject({ hash: fileHashSchema }), output: output<null>() },

  /** Which of these files the province lacks. */
  'files:missing': {
    input: z.strictObject({ hashes: z.array(fileHashSchema).max(500) }),
    output: output<readonly string[]>(),
  },
  /**
   * Sends the next piece, about one second of line time, so that records can go between two pieces; it may go while the one before is not answered yet.
   * `behind`: files the province has that this one may be a continuation of, as a signed PDF is of the one before: if it is, only what was added is sent.
   */
  'files:upload-piece': {
    input: z.strictObject({ hash: fileHashSchema, behind: z.array(fileHashSchema).max(PREFIXES_MAX).optional() }),
    output: output<TransferState>(),
  },
  'files:download-piece': {
    input: z.strictObject({ hash: fileHashSchema, size: z.int().min(1).max(FILE_MAX_BYTES) }),
    output: output<TransferState>(),
  },
} as const;
