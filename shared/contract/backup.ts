import { z } from 'zod';
import type { OpenKeys } from './keys.ts';

/** What the page knows of the rows it hands over. */
export const backupFactsSchema = z.strictObject({
  /** Corrected milliseconds. */
  at: z.int(),
  /** Rows by table. */
  counts: z.record(z.string().max(40), z.int().min(0)),
  /** Own changes the province had not shown back. */
  unsent: z.int().min(0),
});
export type BackupFacts = z.infer<typeof backupFactsSchema>;

/** A backup that was made. `id` is its folder's name. */
export type BackupEntry = BackupFacts & {
  readonly id: string;
  readonly bytes: number;
  readonly files: number;
  /** Files for which there was no room: they are not in it. */
  readonly skipped: number;
  /** Last time it was opened and counted: corrected milliseconds and whether all was there; null when never. */
  readonly rehearsed: { readonly at: number; readonly ok: boolean } | null;
};

/** Standing of this PC's backups. `folder`: as shown to a person; null until one was chosen. */
export type BackupState = {
  readonly folder: string | null;
  readonly isFolderThere: boolean;
  readonly running: 'backup' | 'rehearsal' | null;
  readonly entries: readonly BackupEntry[];
  /** The last rehearsal, also when the backup it was of is gone since; null before the first. */
  readonly rehearsed: { readonly at: number; readonly ok: boolean } | null;
  /** Code of the last failure, and when; null after a success. */
  readonly failure: { readonly code: string; readonly at: number } | null;
  /** When the next one is due (milliseconds); 0 when it is due now. */
  readonly nextDueAt: number;
  /** The same for the rehearsal. */
  readonly nextRehearsalAt: number;
};

/** A PC taken over from a backup. `damaged`: parts of the backup that could not be read whole; `lackingFiles`: files it names that are not there. */
export type AdoptedPc = { readonly keys: OpenKeys; readonly damaged: number; readonly lackingFiles: number };

/** A backup that may be restored. `people`: who can open it with their passphrase. */
export type RestoreCandidate = BackupEntry & {
  readonly commune: string;
  readonly device: string;
  readonly dev: number;
  /** `own`: of this PC, opens with its keys; `other`: needs a passphrase; `damaged`/`newer`: cannot be used. */
  readonly standing: 'own' | 'other' | 'damaged' | 'newer';
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** Whether a backup can be opened at all. */
export function isUsableBackup({ standing }: Pick<RestoreCandidate, 'standing'>): boolean {
  return standing === 'own' || standing === 'other';
}

/** The newest backup in which nothing is known to be damaged or missing, else the newest that can be opened; undefined when none can. */
export function findSoundBackup(found: readonly RestoreCandidate[]): RestoreCandidate | undefined {
  const usable = found.filter(isUsableBackup).sort((a, b) => b.at - a.at);
  return usable.find(({ rehearsed, skipped }) => rehearsed?.ok !== false && skipped === 0) ?? usable[0];
}
