import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { backupFactsSchema, type AdoptedPc, type BackupState, type RestoreCandidate } from './backup.ts';
import { nothing, output, pieceSchema } from './ipc-parts.ts';
import { passphraseSchema, recoveryCodeSchema } from './keys.ts';

/** Channels for backups of this PC, and for what is brought back from one (`ipc.ts`). */
export const backupChannels = {
  'backup:state': { input: nothing, output: output<BackupState>() },
  /** Asks the person for the folder or stick backups go to. */
  'backup:choose-folder': { input: nothing, output: output<BackupState>() },
  'backup:begin': { input: nothing, output: output<{ readonly handle: string }>() },
  /** Some rows of one table as JSON text in UTF-8. */
  'backup:append': {
    input: z.strictObject({
      handle: z.uuid(),
      table: z.string().min(1).max(40),
      count: z.int().min(1),
      bytes: pieceSchema,
    }),
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
} as const;
