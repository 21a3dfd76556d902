import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { nothing, output } from './ipc-parts.ts';
import { passphraseSchema, recoveryCodeSchema, type KeyState, type OpenKeys, type RotationState } from './keys.ts';

/** Channels for who opens this PC, and for its keys (`ipc.ts`). */
export const keyChannels = {
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
} as const;
