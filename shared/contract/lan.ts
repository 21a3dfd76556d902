import { z } from 'zod';

/** Where a PC of the office answers: a name or IPv4 address and a port, `192.168.1.12:47815`; without a port the usual one. */
export const lanAddressSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9.-]{1,60}(?::\d{1,5})?$/);

/** Port PCs answer at unless it is taken or another one is set. */
export const LAN_PORT = 47_815;

/** How this PC stands on the office's own network. Times in local milliseconds. */
export type LanState = {
  readonly isOn: boolean;
  /** Where others reach this PC; empty while it does not listen. */
  readonly own: readonly string[];
  /** As they were typed here. */
  readonly typed: readonly string[];
  /** Colleagues' PCs met since the program began. `lastAt`: when something was last exchanged; `isInReach`: at the last try it answered, or it called. */
  readonly colleagues: readonly {
    readonly dev: number;
    readonly name: string;
    readonly address: string;
    readonly lastAt: number;
    readonly isInReach: boolean;
  }[];
};
