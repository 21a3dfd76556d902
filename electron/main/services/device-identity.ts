import type { DeviceState } from '#shared/contract/device-channels.ts';
import { noDeviceFacts, readDeviceFile, type DeviceFacts } from './device-file.ts';
import { writeFileAtomically } from './disk/atomic-file.ts';
import type { DeviceKey } from './keys/device-key.ts';

/** A number given by the province that is being taken up: own ops from counter `from` on go along. */
export type Renumbering = NonNullable<DeviceFacts['renumbering']>;

/** Who this PC is to the province: a key that signs while the PC is open, and what enrolment gave. */
export type DeviceIdentity = DeviceKey & {
  readonly isOpen: () => boolean;
  /** `null` until enrolled. */
  readonly state: () => DeviceState | null;
  readonly setState: (state: DeviceState) => Promise<void>;
  /** The province's public key, as first seen. */
  readonly provinceKey: () => string | undefined;
  /** Keeps the province's key at first sight; false when another one is kept already. */
  readonly pinProvinceKey: (key: string) => Promise<boolean>;
  /** A change of number that is not finished; null when none is. */
  readonly renumbering: () => Renumbering | null;
  readonly beginRenumbering: (change: Renumbering) => Promise<void>;
  /** The new number is this PC's from now on. */
  readonly endRenumbering: () => Promise<void>;
  /** Reads the file again: a backup was restored over it. */
  readonly reload: () => Promise<void>;
};

/** Reads the identity at `path`. A file of the first build is written anew without its key: the ring holds that by now. */
export async function openDeviceIdentity(path: string, key: DeviceKey): Promise<DeviceIdentity> {
  const stored = await readDeviceFile(path);
  let facts = stored?.facts ?? noDeviceFacts;
  let writing: Promise<unknown> = Promise.resolve();
  const keep = (change: (facts: DeviceFacts) => DeviceFacts): Promise<void> => {
    const mine = writing.then(async () => {
      const next = change(facts);
      await writeFileAtomically(path, JSON.stringify(next));
      facts = next;
    });
    writing = mine.catch(() => undefined);
    return mine;
  };
  if (stored?.plainKey !== undefined) await keep((now) => now);

  return {
    ...createIdentity(key, () => facts, keep),
    async reload() {
      facts = (await readDeviceFile(path))?.facts ?? noDeviceFacts;
    },
  };
}

/** An identity over facts kept anywhere. */
export function createIdentity(
  key: DeviceKey,
  facts: () => DeviceFacts,
  keep: (change: (facts: DeviceFacts) => DeviceFacts) => Promise<void>,
): Omit<DeviceIdentity, 'reload'> {
  return {
    publicKey: key.publicKey,
    sign: key.sign,
    ageIdentity: key.ageIdentity,
    isOpen: () => key.publicKey() !== undefined,
    state: () => facts().state,
    setState: (state) => keep((now) => ({ ...now, state })),
    provinceKey: () => facts().provinceKey ?? undefined,
    async pinProvinceKey(provinceKey) {
      if (facts().provinceKey === null) await keep((now) => ({ ...now, provinceKey }));
      return facts().provinceKey === provinceKey;
    },
    renumbering: () => facts().renumbering,
    beginRenumbering: (renumbering) => keep((now) => ({ ...now, renumbering })),
    endRenumbering: () => keep((now) => ({ ...now, state: now.renumbering?.state ?? now.state, renumbering: null })),
  };
}
