import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { Op } from '#shared/sync/op.ts';
import type { JournalFacts, VaultReport } from './disk-facts.ts';
import { nothing, output, pieceSchema } from './ipc-parts.ts';
import { opsTextSchema } from './ops-text.ts';

/** Channels for what this PC keeps outside the page: the journal of its ops, and the vault of files (`ipc.ts`). */
export const vaultChannels = {
  /** Appends and fsyncs; only after this answers may the screen say saved. */
  'journal:append': { input: z.strictObject({ ops: opsTextSchema }), output: output<null>() },
  /**
   * Ops of this device with a counter above `n`, in order, at most 1,000. Ops of the stream `local` never reach the server and are counted apart
   * (lane `local`), so that the counters the server sees have no gaps.
   */
  'journal:read-since': {
    input: z.strictObject({ n: z.int().min(0), lane: z.enum(['shared', 'local']) }),
    output: output<readonly Op[]>(),
  },
  'journal:facts': { input: nothing, output: output<JournalFacts>() },
  /** Looks over all files in the background; `known`: hashes that records name. */
  'vault:check': { input: z.strictObject({ known: z.array(fileHashSchema).max(200_000) }), output: output<null>() },
  'vault:report': { input: nothing, output: output<VaultReport>() },
  'vault:begin': {
    input: z.strictObject({ size: z.int().min(1).max(FILE_MAX_BYTES) }),
    output: output<{ readonly handle: string }>(),
  },
  'vault:append': { input: z.strictObject({ handle: z.uuid(), bytes: pieceSchema }), output: output<null>() },
  /** Ends the file: size checked, hashed, fsynced, renamed into the vault. */
  'vault:finish': {
    input: z.strictObject({ handle: z.uuid() }),
    output: output<{ readonly hash: string; readonly size: number }>(),
  },
  'vault:abort': { input: z.strictObject({ handle: z.uuid() }), output: output<null>() },
  /** Which of these files lie on this PC. */
  'vault:present': {
    input: z.strictObject({ hashes: z.array(fileHashSchema).max(2000) }),
    output: output<readonly string[]>(),
  },
  /** Bytes of a file that lies here, from `start` on, fewer at its end: so that the page's isolated intake can look at what came over the exchange. */
  'vault:read': {
    input: z.strictObject({
      hash: fileHashSchema,
      start: z.int().min(0).max(FILE_MAX_BYTES),
      length: z
        .int()
        .min(1)
        .max(4 * 1024 * 1024),
    }),
    output: output<Uint8Array>(),
  },
  /** Removes a file that no record names (a paper turned out to be secret, a form was given up). */
  'vault:discard': { input: z.strictObject({ hash: fileHashSchema }), output: output<null>() },
} as const;
