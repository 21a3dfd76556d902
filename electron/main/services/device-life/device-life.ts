import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { JournalFacts } from '#shared/contract/disk-facts.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Signer } from '../keys/device-key.ts';
import type { KeyNote } from '../keys/ring-desk.ts';
import type { EnrolmentWish } from '../province/enrolment.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import { forgetWipe, markWiped, readWipeReason, type WipeReason } from './wiped-mark.ts';

/** What the life of a device stands on. */
export type DeviceLifeParts = {
  readonly identity: DeviceIdentity;
  readonly province: Pick<ProvinceClient, 'enrol' | 'enrolAgain' | 'rejoin' | 'leave' | 'forgetSession'>;
  readonly ring: KeyRing;
  /** Overwrites and removes everything that could open the data of this PC. */
  readonly eraseKeys: () => Promise<void>;
  readonly journal: {
    readonly facts: () => JournalFacts;
    readonly copyAsDevice: (from: number, dev: number) => Promise<Result<number, ErrorCode>>;
  };
  readonly wipedPath: string;
  readonly note: (note: KeyNote) => void;
  /** Hands the log over while there still is a device that can. */
  readonly sendLog: () => Promise<void>;
  readonly restart: () => void;
};

/** Enrolment, a number of its own after a copy was noticed, hand-over, and the end. */
export type DeviceLife = {
  /**
   * Joins a commune. A PC that is enrolled already may do so again only when its province does not know it any more (restored from an older backup):
   * it gets another number, and everything in its journal goes along.
   */
  readonly enrol: (wish: EnrolmentWish) => Promise<Result<DeviceState, Refusal>>;
  /** Gets another number, and writes own ops from counter `from` on into the journal anew under it. Nothing may be appended meanwhile. */
  readonly renumber: (from: number) => Promise<Result<DeviceState, Refusal>>;
  /** Ends a change of number that a crash interrupted after the journal was written; only while open. */
  readonly resume: () => Promise<Result<null, ErrorCode>>;
  readonly handOver: (passphrase: string) => Promise<Result<null, Refusal>>;
  /** Makes the data of this PC unreadable, at once and for good, and starts the program again. */
  readonly wipe: (reason: WipeReason) => Promise<void>;
  /** Whether the province ordered that, and nothing new has begun since. */
  readonly wasWiped: () => boolean;
};

/** Makes the life of this PC. */
export function createDeviceLife(parts: DeviceLifeParts): DeviceLife {
  const { identity, province, ring, journal, note } = parts;

  async function wipe(reason: WipeReason): Promise<void> {
    await markWiped(parts.wipedPath, reason); // first: a crash from here on is gone on with at the next start
    await parts.eraseKeys();
    parts.restart();
  }

  async function resume(): Promise<Result<null, ErrorCode>> {
    const change = identity.renumbering();
    if (change === null) return ok(null);
    const taken = await ring.takeDeviceKey(change.publicKey);
    if (!taken.ok) return taken;
    await identity.endRenumbering();
    province.forgetSession();
    note({ kind: 'device-renumbered', by: ring.personId(), detail: String(change.state.dev) });
    return ok(null);
  }

  /** Takes up a number that `ask` gets for a new key, with own ops from counter `from` on. */
  async function takeNumber(
    from: number,
    ask: (key: Signer) => Promise<Result<DeviceState, Refusal>>,
  ): Promise<Result<DeviceState, Refusal>> {
    // A key and number of an attempt that a crash ended are left to nobody: the journal may hold half of them.
    const key = await ring.stageDeviceKey();
    if (!key.ok) return err({ code: key.error });
    const given = await ask(key.value);
    if (!given.ok) return given;
    const copied = await journal.copyAsDevice(from, given.value.dev);
    if (!copied.ok) return err({ code: copied.error });
    await identity.beginRenumbering({ from, publicKey: key.value.publicKey, state: given.value });
    const ended = await resume();
    return ended.ok ? ok(given.value) : err({ code: ended.error });
  }

  return {
    wipe,
    resume,
    wasWiped: () => readWipeReason(parts.wipedPath) === 'ordered',

    async enrol(wish) {
      if (identity.state() !== null) return takeNumber(1, (key) => province.enrolAgain(wish, key));
      const prepared = await ring.prepare();
      if (!prepared.ok) return err({ code: prepared.error });
      const enrolled = await province.enrol(wish);
      if (enrolled.ok) await forgetWipe(parts.wipedPath);
      return enrolled;
    },

    async renumber(from) {
      if (identity.state() === null) return err({ code: 'not-enrolled' });
      return takeNumber(from, province.rejoin);
    },

    async handOver(passphrase) {
      const right = await ring.verify(passphrase);
      if (!right.ok) return err({ code: right.error });
      const { lastN, acked } = journal.facts();
      if (lastN > acked) return err({ code: 'only-on-this-pc' });
      note({ kind: 'device-handed-over', by: ring.personId() });
      await parts.sendLog();
      const left = await province.leave();
      if (!left.ok) return left;
      await wipe('handed-over');
      return ok(null);
    },
  };
}
