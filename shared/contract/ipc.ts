import { z } from 'zod';
import { auditCodeSchema, auditKindSchema, pageAuditKindSchema, type AuditEntry, type AuditVerdict } from './audit.ts';
import { backupChannels } from './backup-channels.ts';
import { deviceChannels } from './device-channels.ts';
import type { DiskLevel, StoreFacts } from './disk-facts.ts';
import { exportChannels } from './export-channels.ts';
import { nothing, output } from './ipc-parts.ts';
import { keyChannels } from './key-channels.ts';
import { officeChannels } from './office-channels.ts';
import { parcelChannels } from './parcel.ts';
import { provinceChannels } from './province-channels.ts';
import { vaultChannels } from './vault-channels.ts';

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

/**
 * Everything the page may ask of the desktop: one line per power granted. Input is parsed in main; every call answers `Result<output, ErrorCode>`.
 * No channel takes a path, a URL other than the province's at enrolment, or a channel name.
 */
export const ipc = {
  'app:info': { input: nothing, output: output<AppInfo>() },
  /** What only this PC has, for a word at closing. */
  'app:unsent': {
    input: z.strictObject({ all: z.int().min(0), urgent: z.int().min(0) }),
    output: output<null>(),
  },
  'disk:free': { input: nothing, output: output<{ readonly freeBytes: number; readonly level: DiskLevel }>() },
  'store:facts': { input: nothing, output: output<StoreFacts>() },
  /** The page has a store open with this id and about so many rows. */
  'store:opened': {
    input: z.strictObject({ storeId: z.uuid(), records: z.int().min(0) }),
    output: output<null>(),
  },
  /** The store cannot be used: it is set aside before the next window, and the program starts again. */
  'store:set-aside': { input: nothing, output: output<null>() },
  'audit:note': {
    input: z.strictObject({
      kind: pageAuditKindSchema,
      type: auditCodeSchema.max(40),
      id: auditCodeSchema.max(64),
      detail: auditCodeSchema.max(80),
    }),
    output: output<null>(),
  },
  /** Newest first, at most 500, with `n` below `before`. */
  'audit:list': {
    input: z.strictObject({
      before: z.int().min(1).nullable(),
      kinds: z.array(auditKindSchema).max(40),
      by: z.string().max(40).nullable(),
      fromMs: z.int().nullable(),
      untilMs: z.int().nullable(),
    }),
    output: output<readonly AuditEntry[]>(),
  },
  'audit:verify': { input: nothing, output: output<AuditVerdict>() },

  ...keyChannels,
  ...backupChannels,
  ...deviceChannels,
  ...vaultChannels,
  ...provinceChannels,
  ...officeChannels,
  ...parcelChannels,
  ...exportChannels,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type IpcChannel = keyof typeof ipc;
/** What of a call reaches the desktop's handlers, read and checked. */
export type IpcInput<C extends IpcChannel> = z.infer<(typeof ipc)[C]['input']>;
type Asks = {
  readonly [C in IpcChannel]: C extends 'journal:append' ? z.input<(typeof ipc)[C]['input']> : IpcInput<C>;
};
/** What the page sends on a channel: the same, but for what travels as text. */
export type IpcAsk<C extends IpcChannel> = Asks[C];
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
  'go-this-pc',
  'lock',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** What main tells the page unasked. */
export const ipcEvents = {
  'menu:command': z.strictObject({ command: menuCommandSchema }),
  'power:resumed': z.strictObject({}),
  'disk:level': z.strictObject({ level: z.enum(['ample', 'low', 'read-only']), freeBytes: z.number() }),
  /** Keys are about to be dropped (idle, screen lock): finish saving and call `keys:lock`; two seconds later it happens anyway. */
  'keys:locking': z.strictObject({}),
} as const;
export type IpcEvent = keyof typeof ipcEvents;
export type IpcEventPayload<E extends IpcEvent> = z.infer<(typeof ipcEvents)[E]>;
