import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { archivePackageSchema } from '#shared/domain/dossier/archive-package.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import { opSchema, type Op } from '#shared/sync/op.ts';
import { packageFormSchema, type ArchiveProgress, type WrittenPackage } from './archive.ts';
import { auditCodeSchema, auditKindSchema, pageAuditKindSchema, type AuditEntry, type AuditVerdict } from './audit.ts';
import { backupFactsSchema, type AdoptedPc, type BackupState, type RestoreCandidate } from './backup.ts';
import type { DiskLevel, JournalFacts, StoreFacts, VaultReport } from './disk-facts.ts';
import { enrolmentCodeSchema, PREFIXES_MAX } from './http.ts';
import { parcelIpc } from './parcel.ts';
import { nothing, output, type TransferState } from './ipc-parts.ts';
import { officeChannels } from './office-channels.ts';
import { passphraseSchema, recoveryCodeSchema, type KeyState, type OpenKeys, type RotationState } from './keys.ts';
import { movedCommuneSchema } from './protocol.ts';
import { provinceChannels } from './province-channels.ts';

/** What this PC is to the province; `null` until it is enrolled. `offsetMs`: server clock minus local clock when last measured. */
export type DeviceState = {
  readonly dev: number;
  readonly name: string;
  readonly serverUrl: string;
  readonly commune: { readonly id: string; readonly name: string; readonly province: string };
  readonly streams: readonly string[];
  readonly offsetMs: number;
  /** Moves of streams it was in before its commune was merged into another one, the first first. */
  readonly moves?: readonly StreamMove[] | undefined;
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

const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 4 * 1024 * 1024, 'at most 4 MiB a piece');
const fileName = z.string().min(1).max(200);

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

  /** Who can open this PC, and whether it is open now. */
  'keys:state': { input: nothing, output: output<KeyState>() },
  /** During the first start, before anybody has a passphrase. */
  'keys:open-setup': { input: nothing, output: output<OpenKeys>() },
  'keys:unlock': {
    input: z.strictObject({ personId: recordIdSchema, passphrase: passphraseSchema }),
    output: output<OpenKeys>(),
  },
  /** Opens with the printed recovery code and gives a person of this PC a new passphrase. */
  'keys:recover': {
    input: z.strictObject({ code: recoveryCodeSchema, personId: recordIdSchema, passphrase: passphraseSchema }),
    output: output<OpenKeys>(),
  },
  /**
   * Gives a person a passphrase on this PC, while it is open; `confirm`: the passphrase of who has it open, null during the first start. With the
   * first person the setup ends, and the recovery code to be printed comes back.
   */
  'keys:add-person': {
    input: z.strictObject({
      personId: recordIdSchema,
      name: z.string().min(1).max(200),
      passphrase: passphraseSchema,
      confirm: passphraseSchema.nullable(),
    }),
    output: output<{ readonly recoveryCode: string | null }>(),
  },
  'keys:remove-person': {
    input: z.strictObject({ personId: recordIdSchema, confirm: passphraseSchema }),
    output: output<null>(),
  },
  /** The person who has the PC open changes the passphrase. */
  'keys:change-passphrase': {
    input: z.strictObject({ current: passphraseSchema, next: passphraseSchema }),
    output: output<null>(),
  },
  /** Makes the old recovery code useless. */
  'keys:new-recovery-code': {
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: output<{ readonly recoveryCode: string }>(),
  },
  /** Drops the keys; the page is thrown away and loaded anew. */
  'keys:lock': { input: nothing, output: output<null>() },
  /** Somebody is at the PC: the idle time begins anew. */
  'keys:activity': { input: nothing, output: output<null>() },
  'keys:set-idle-minutes': {
    input: z.strictObject({ minutes: z.int().min(1).max(60) }),
    output: output<null>(),
  },
  /** Makes a new data key; rows, journal and files are enciphered anew in the background, the page doing its rows. */
  'keys:rotate': { input: z.strictObject({ passphrase: passphraseSchema }), output: output<OpenKeys>() },
  'keys:rotation': { input: nothing, output: output<RotationState>() },
  /** The page has enciphered all rows with the newest key. When journal and vault are done too, older keys are thrown away. */
  'keys:rows-rotated': { input: z.strictObject({ keyId: z.int().min(1) }), output: output<null>() },

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

  'backup:state': { input: nothing, output: output<BackupState>() },
  /** Asks the person for the folder or stick backups go to. */
  'backup:choose-folder': { input: nothing, output: output<BackupState>() },
  'backup:begin': { input: nothing, output: output<{ readonly handle: string }>() },
  /** Some rows of one table as JSON text in UTF-8. */
  'backup:append': {
    input: z.strictObject({ handle: z.uuid(), table: z.string().min(1).max(40), count: z.int().min(1), bytes }),
    output: output<null>(),
  },
  /** Ends the backup: journal, keys and new files go along, everything is read back, old backups are thinned out. */
  'backup:finish': {
    input: z.strictObject({ handle: z.uuid(), facts: backupFactsSchema }),
    output: output<BackupState>(),
  },
  'backup:abort': { input: z.strictObject({ handle: z.uuid() }), output: output<null>() },
  /** Opens the newest backup (or the named one) and counts what is in it, as for a restore. */
  'backup:rehearse': { input: z.strictObject({ id: z.string().max(80).nullable() }), output: output<BackupState>() },
  /** Asks the person for the place to restore from, or looks at the usual one; what lies there. */
  'backup:list-restorable': {
    input: z.strictObject({ ask: z.boolean() }),
    output: output<readonly RestoreCandidate[]>(),
  },
  /**
   * Brings back what lies outside the page (keys, identity, journal, files), on a PC that has none. Opens with the person's passphrase, or with the
   * printed code (`code`), and then the passphrase is a new one for that person.
   */
  'backup:adopt': {
    input: z.strictObject({
      id: z.string().max(80),
      personId: recordIdSchema,
      passphrase: passphraseSchema,
      code: recoveryCodeSchema.nullable(),
    }),
    output: output<AdoptedPc>(),
  },
  /** The next rows of a backup, from frame `from` on; `done` with the last. */
  'backup:read': {
    input: z.strictObject({ id: z.string().max(80), from: z.int().min(0) }),
    output: output<{
      readonly frames: readonly { readonly table: string; readonly bytes: Uint8Array }[];
      readonly next: number;
      readonly done: boolean;
    }>(),
  },

  ...parcelIpc,

  /** This PC's number is used by a copy of it: it gets one of its own, and what is unsent is journalled anew under it. `from`: first counter in question. */
  'device:renumber': { input: z.strictObject({ from: z.int().min(1) }), output: output<DeviceState>() },
  /**
   * Its commune was merged into another one, as the province told in an answer: the PC belongs to that one from now on. The page begins again afterwards,
   * and takes its copy along. Again is the same.
   */
  'device:follow-merger': { input: movedCommuneSchema, output: output<DeviceState>() },
  /** Leaves the commune and makes the data of this PC unreadable. Refused while something is only here. */
  'device:hand-over': { input: z.strictObject({ passphrase: passphraseSchema }), output: output<null>() },

  'device:get': { input: nothing, output: output<DeviceState | null>() },
  'device:enrol': {
    input: z.strictObject({
      serverUrl: z.url({ protocol: /^https?$/ }).max(200),
      code: enrolmentCodeSchema,
      name: z.string().trim().min(1).max(80),
    }),
    output: output<DeviceState>(),
  },

  ...provinceChannels,
  ...officeChannels,

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

  'journal:facts': { input: nothing, output: output<JournalFacts>() },

  /** Looks over all files in the background; `known`: hashes that records name. */
  'vault:check': { input: z.strictObject({ known: z.array(fileHashSchema).max(200_000) }), output: output<null>() },
  'vault:report': { input: nothing, output: output<VaultReport>() },
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

  /** Which of these files the province lacks. */
  'files:missing': {
    input: z.strictObject({ hashes: z.array(fileHashSchema).max(500) }),
    output: output<readonly string[]>(),
  },
  /**
   * Sends the next piece, about one second of line time, so that records can go between two pieces. `behind`: files the province has that this one may
   * be a continuation of, as a signed PDF is of the one before: if it is, only what was added is sent.
   */
  'files:upload-piece': {
    input: z.strictObject({ hash: fileHashSchema, behind: z.array(fileHashSchema).max(PREFIXES_MAX).optional() }),
    output: output<TransferState>(),
  },
  'files:download-piece': {
    input: z.strictObject({ hash: fileHashSchema, size: z.int().min(1).max(FILE_MAX_BYTES) }),
    output: output<TransferState>(),
  },

  /** Asks the person for a place and puts the dossier's hand-over package there: written, read back, checked. Null when they cancelled. */
  'archive:write': {
    input: z.strictObject({ dossierId: recordIdSchema, order: archivePackageSchema, form: packageFormSchema }),
    output: output<WrittenPackage | null>(),
  },
  /** Asks the person for a package and checks it in a process of its own. `statedHash`: as the sender's paper says it. */
  'archive:check': {
    input: z.strictObject({ form: packageFormSchema, statedHash: fileHashSchema.nullable() }),
    output: output<PackageReport | null>(),
  },
  'archive:progress': { input: nothing, output: output<ArchiveProgress>() },
  'archive:cancel': { input: nothing, output: output<null>() },

  /** Asks the person where to save; `saved` is false when they cancelled. */
  'files:save-as': {
    input: z.strictObject({ suggestedName: fileName, bytes: z.instanceof(Uint8Array) }),
    output: output<{ readonly saved: boolean }>(),
  },
  'files:save-vault-file-as': {
    input: z.strictObject({ suggestedName: fileName, hash: fileHashSchema }),
    output: output<{ readonly saved: boolean }>(),
  },
  /** Asks the person where to save an edXML message: texts of it, and the files of the vault that stand between them, zipped and in base64. */
  'files:save-edxml': {
    input: z.strictObject({
      suggestedName: fileName,
      pieces: z
        .array(z.union([z.string().max(2_000_000), z.strictObject({ hash: fileHashSchema, name: fileName })]))
        .min(1)
        .max(200),
    }),
    output: output<{ readonly saved: boolean }>(),
  },
  /** Opens the system's print dialogue for a file of the vault: a PDF, a picture, the text of a Word file, the tables of an Excel file. */
  'print:file': {
    input: z.strictObject({ title: fileName, hash: fileHashSchema }),
    output: output<{ readonly printed: boolean }>(),
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
