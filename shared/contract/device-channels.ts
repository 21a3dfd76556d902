import { z } from 'zod';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import { enrolmentCodeSchema } from './http.ts';
import { nothing, output } from './ipc-parts.ts';
import { passphraseSchema } from './keys.ts';
import { movedCommuneSchema } from './protocol.ts';

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

/** Channels for the life of this PC at the province: enrolled, given another number, following its commune, handed over (`ipc.ts`). */
export const deviceChannels = {
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
} as const;
