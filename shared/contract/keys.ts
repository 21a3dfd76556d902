import { z } from 'zod';

/** A passphrase as typed, in NFC. No rules of composition; how easily it is guessed is shown and judged by the page. At least 8, at most 128 characters (ASVS 6.2). */
export const passphraseSchema = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFC'))
  .pipe(z.string().min(8).max(128));

/** Printed recovery code: seven groups of four (Crockford base 32, upper case), the last two characters a checksum. Typed spaces, dashes and look-alikes are forgiven by who reads it. */
export const recoveryCodeSchema = z.string().min(20).max(60);

/** A person who has a passphrase on this PC. `waitMs`: how long until the next try is taken, after wrong ones. */
export type PersonOnPc = { readonly id: string; readonly name: string; readonly waitMs: number };

/** Standing of this PC's keys. `none`: not enrolled (`wiped`: any more, because the province ordered its data to be made unreadable); `setup`: enrolled, nobody has a passphrase yet; `damaged`: the file of keys cannot be read. */
export type KeyState =
  | { readonly kind: 'none'; readonly wiped?: true }
  | { readonly kind: 'setup' }
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'locked' | 'open';
      readonly people: readonly PersonOnPc[];
      /** Who has it open; empty while locked. */
      readonly personId: string;
      readonly recoveryWaitMs: number;
      readonly idleMinutes: number;
      /** When the recovery code was made (milliseconds). */
      readonly recoveryMadeAt: number;
      /** How safe a copy of the disk is besides the passphrases: the operating system guards a second secret, or nothing does. */
      readonly machineSecret: 'guarded' | 'plain';
    };

/** Keys the page works with: 32 bytes each, for rows only. New rows use the one with the highest id. */
export type OpenKeys = {
  /** Who opened it; empty during setup. */
  readonly personId: string;
  readonly rowKeys: readonly { readonly id: number; readonly key: Uint8Array }[];
};

/** How far an exchange of keys has come; null when none runs. `journal` and `vault`: done and total of segments and files. */
export type RotationState = {
  readonly keyId: number;
  readonly rowsDone: boolean;
  readonly journal: { readonly done: number; readonly total: number };
  readonly vault: { readonly done: number; readonly total: number };
} | null;
