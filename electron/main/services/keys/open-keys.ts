import type { PassphraseKdf } from './passphrase-kdf.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import type { KeyNote, KeyRingParts } from './ring-desk.ts';
import { createKeyRotation, type KeyRotation, type Rekeyable } from './key-rotation.ts';
import type { DeviceKey } from './device-key.ts';
import type { KeySource } from './key-source.ts';
import type { SecretGuard } from './machine-secret.ts';
import { createPortableKeys, type PortableKeys } from './portable-keys.ts';
import { openRingStore, type KeyPaths } from './ring-store.ts';
import { openTryCounter } from './try-counter.ts';

/** What the key tree of a PC is opened with. */
export type OpenKeysParts = {
  readonly paths: KeyPaths;
  readonly guard: SecretGuard | undefined;
  readonly kdf: PassphraseKdf;
  readonly now: () => number;
  /** Milliseconds of a clock nobody can set. */
  readonly monotonic: () => number;
  readonly note: (note: KeyNote) => void;
};

/** The key tree of this PC, locked. */
export type Keys = {
  readonly ring: KeyRing;
  readonly source: KeySource;
  readonly device: DeviceKey;
  readonly portable: PortableKeys;
  /** Whether there is a sound file of keys: a device key from an earlier build need not be kept any longer. */
  readonly isThere: () => boolean;
  readonly rotateWith: (
    parts: { readonly journal: Rekeyable; readonly vault: Rekeyable },
    report: (cause: unknown) => void,
  ) => KeyRotation;
  /** Everything that could open this PC's data is overwritten and removed. */
  readonly erase: () => Promise<void>;
};

/** Reads the keys. Nothing is opened, nothing thrown away; a damaged or newer file is said by `ring.state`. */
export async function openKeys({ paths, guard, kdf, now, monotonic, note }: OpenKeysParts): Promise<Keys> {
  const store = await openRingStore(paths, guard);
  const tries = await openTryCounter(paths.tries, store.file().kind === 'none', monotonic);
  const parts: KeyRingParts = { store, tries, kdf, now, note };
  const ring = createKeyRing(parts);
  return {
    ring,
    source: store.source,
    device: store.device,
    portable: createPortableKeys(parts, ring),
    isThere: () => store.file().kind === 'sound',
    rotateWith: (rekeyable, report) => createKeyRotation(parts, ring, rekeyable, report),
    erase: store.erase,
  };
}
