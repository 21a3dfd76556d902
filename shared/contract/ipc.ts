import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { opSchema, type Op } from '#shared/sync/op.ts';
import { enrolmentCodeSchema } from './http.ts';
import { syncRequestSchema, type HistoryEntry, type SyncAnswer } from './protocol.ts';

/** What this PC is to the province; `null` until it is enrolled. `offsetMs`: server clock minus local clock when last measured. */
export type DeviceState = {
  readonly dev: number;
  readonly name: string;
  readonly serverUrl: string;
  readonly commune: { readonly id: string; readonly name: string; readonly province: string };
  readonly streams: readonly string[];
  readonly offsetMs: number;
};

/** An exchange with the province: the answer, round-trip milliseconds and bytes counted in both directions, to estimate the line. */
export type ExchangeReply = {
  readonly answer: SyncAnswer;
  readonly roundTripMs: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
};

/** Facts about the running program shown on the status bar and in F1. */
export type AppInfo = {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** Enrolment values given on the command line for a first start, else empty. */
  readonly enrolUrl: string;
  readonly enrolCode: string;
  /** Not a release: engineers and proofs may drive it (`renderer/app/test-handle.ts`). */
  readonly openToTests: boolean;
};

/** How far a file has come. `done` when all bytes are at the other side and the hash was verified. */
export type TransferState = { readonly offset: number; readonly size: number; readonly done: boolean };

const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 4 * 1024 * 1024, 'at most 4 MiB a piece');
const fileName = z.string().min(1).max(200);
const nothing = z.undefined();

/** An output whose shape the main process vouches for; the type is checked at compile time only. */
const output = <T>(): z.ZodType<T> => z.custom<T>();

/**
 * Everything the page may ask of the desktop: one line per power granted. Input is parsed in main; every call answers `Result<output, ErrorCode>`.
 * No channel takes a path, a URL other than the province's at enrolment, or a channel name.
 */
export const ipc = {
  'app:info': { input: nothing, output: output<AppInfo>() },
  'disk:free': { input: nothing, output: output<{ readonly freeBytes: number }>() },

  'device:get': { input: nothing, output: output<DeviceState | null>() },
  'device:enrol': {
    input: z.strictObject({
      serverUrl: z.url({ protocol: /^https?$/ }).max(200),
      code: enrolmentCodeSchema,
      name: z.string().trim().min(1).max(80),
    }),
    output: output<DeviceState>(),
  },

  'sync:exchange': { input: syncRequestSchema, output: output<ExchangeReply>() },
  'sync:history': {
    input: z.strictObject({ type: z.string().max(40), id: recordIdSchema }),
    output: output<readonly HistoryEntry[]>(),
  },

  /** Appends and fsyncs; only after this answers may the screen say saved. */
  'journal:append': { input: z.strictObject({ ops: z.array(opSchema).min(1).max(500) }), output: output<null>() },
  /**
   * Ops of this device with a counter above `n`, in order, at most 1,000. Ops of the stream `local` never reach the server and are counted apart
   * (lane `local`), so that the counters the server sees have no gaps.
   */
  'journal:read-since': {
    input: z.strictObject({ n: z.int().min(0), lane: z.enum(['shared', 'local']) }),
    output: output<readonly Op[]>(),
  },

  'vault:begin': {
    input: z.strictObject({ size: z.int().min(1).max(FILE_MAX_BYTES) }),
    output: output<{ readonly handle: string }>(),
  },
  'vault:append': { input: z.strictObject({ handle: z.uuid(), bytes }), output: output<null>() },
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
  /** Removes a file that no record names (a paper turned out to be secret, a form was given up). */
  'vault:discard': { input: z.strictObject({ hash: fileHashSchema }), output: output<null>() },

  /** Which of these files the province lacks. */
  'files:missing': {
    input: z.strictObject({ hashes: z.array(fileHashSchema).max(500) }),
    output: output<readonly string[]>(),
  },
  /** Sends the next piece, about one second of line time, so that records can go between two pieces. */
  'files:upload-piece': { input: z.strictObject({ hash: fileHashSchema }), output: output<TransferState>() },
  'files:download-piece': {
    input: z.strictObject({ hash: fileHashSchema, size: z.int().min(1).max(FILE_MAX_BYTES) }),
    output: output<TransferState>(),
  },

  /** Asks the person where to save; `saved` is false when they cancelled. */
  'files:save-as': {
    input: z.strictObject({ suggestedName: fileName, bytes: z.instanceof(Uint8Array) }),
    output: output<{ readonly saved: boolean }>(),
  },
  'files:save-vault-file-as': {
    input: z.strictObject({ suggestedName: fileName, hash: fileHashSchema }),
    output: output<{ readonly saved: boolean }>(),
  },
  /** Opens the system's print dialogue for a PDF made by the page. */
  'print:pdf': {
    input: z.strictObject({ title: fileName, bytes: z.instanceof(Uint8Array) }),
    output: output<{ readonly printed: boolean }>(),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type IpcChannel = keyof typeof ipc;
export type IpcInput<C extends IpcChannel> = z.infer<(typeof ipc)[C]['input']>;
export type IpcOutput<C extends IpcChannel> = z.infer<(typeof ipc)[C]['output']>;

/** Commands of the application menu that the page carries out. */
export const menuCommandSchema = z.enum([
  'new',
  'find',
  'save',
  'print',
  'help',
  'sync-now',
  'large-type',
  'go-today',
  'go-documents',
  'go-members',
  'go-sync',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** What main tells the page unasked. */
export const ipcEvents = {
  'menu:command': z.strictObject({ command: menuCommandSchema }),
  'power:resumed': z.strictObject({}),
} as const;
export type IpcEvent = keyof typeof ipcEvents;
export type IpcEventPayload<E extends IpcEvent> = z.infer<(typeof ipcEvents)[E]>;
