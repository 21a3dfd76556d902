import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { AuditNote } from '../audit/audit-log.ts';
import type { KeySource } from '../keys/key-source.ts';
import type { PortableKeys } from '../keys/portable-keys.ts';

/** A file of this PC that goes into a backup as it lies there; its first `size` bytes are whole. */
export type StoredFile = { readonly name: string; readonly path: string; readonly size: number };

/** The journal as far as backups know it: its files, already enciphered. */
export type BackupJournal = {
  readonly listSegments: () => readonly StoredFile[];
  /** Takes segment files in beside those that are here. */
  readonly adopt: (paths: readonly string[]) => Promise<Result<null, ErrorCode>>;
};

/** The vault as far as backups know it: its files, already enciphered. */
export type BackupVault = {
  readonly listFiles: () => Promise<readonly { readonly hash: string; readonly path: string; readonly size: number }[]>;
  /** Moves an enciphered file in. */
  readonly adoptEnciphered: (path: string, hash: string) => Promise<Result<null, ErrorCode>>;
  /** Deciphers a copy lying elsewhere and compares its hash. */
  readonly verifyCopy: (path: string, hash: string) => Promise<boolean>;
};

/** What backups stand on. */
export type BackupParts = {
  readonly paths: {
    /** Chosen folder and last failure. */
    readonly state: string;
    readonly device: string;
    readonly audit: string;
    /** Where what comes from a backup waits until it is whole; emptied at every start. */
    readonly staging: string;
  };
  readonly keys: KeySource;
  readonly portable: PortableKeys;
  readonly device: () => DeviceState | null;
  readonly journal: BackupJournal;
  readonly vault: BackupVault;
  /** Corrected milliseconds. */
  readonly now: () => number;
  readonly appVersion: string;
  readonly note: (note: AuditNote) => void;
  readonly flushAudit: () => Promise<unknown>;
  /** Asks a person for a folder; undefined when they cancelled. */
  readonly chooseFolder: () => Promise<string | undefined>;
  /** Takes the log that lies in a folder, in place of the one begun here. */
  readonly takeOverLog: (folder: string) => Promise<void>;
  /** Reads the identity anew from the disk. */
  readonly afterAdopt: () => Promise<void>;
};
