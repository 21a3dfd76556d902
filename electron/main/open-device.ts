import { app, safeStorage } from 'electron';
import type { IpcHandlers } from './ipc/register.ts';
import { createDeviceHandlers } from './ipc/device-handlers.ts';
import { createKeysHandlers } from './ipc/keys-handlers.ts';
import { createProvinceHandlers } from './ipc/province-handlers.ts';
import type { ProfileFolder } from './profile-folder.ts';
import { createDeviceLife, type DeviceLife, type DeviceLifeParts } from './services/device-life/device-life.ts';
import { openDeviceIdentity, type DeviceIdentity } from './services/device-identity.ts';
import { readDeviceFile } from './services/device-file.ts';
import type { KeyNote } from './services/keys/ring-desk.ts';
import type { Rekeyable } from './services/keys/key-rotation.ts';
import type { LockKeeper, LockKeeperParts } from './services/keys/lock-keeper.ts';
import { findSecretGuard } from './services/keys/machine-secret.ts';
import { openKeys, type Keys } from './services/keys/open-keys.ts';
import { createArgon2Kdf } from './services/keys/argon2-kdf.ts';
import type { ProvinceClient } from './services/province/province-client.ts';
import type { FailureLog } from './services/log/failure-log.ts';

/** Keys and identity of this PC, locked. */
export type DeviceParts = { readonly keys: Keys; readonly identity: DeviceIdentity };

/** Opens keys and identity. A private key that an earlier build kept in plain moves into the ring first. */
export async function openDevice(
  profile: ProfileFolder,
  isOpenToTests: boolean,
  note: (note: KeyNote) => void,
): Promise<DeviceParts> {
  await app.whenReady(); // before that the system's keeper of secrets does not say whether it is there
  const keys = await openKeys({
    paths: {
      file: profile.keys,
      spare: profile.keysSpare,
      machineSecret: profile.machineSecret,
      tries: profile.tries,
    },
    guard: findSecretGuard(safeStorage, process.platform),
    kdf: createArgon2Kdf(isOpenToTests && process.env['HOSOXA_FAST_PASSPHRASE'] === '1'),
    now: Date.now,
    monotonic: () => performance.now(),
    note,
  });
  const plainKey = (await readDeviceFile(profile.device))?.plainKey;
  if (plainKey !== undefined && !keys.isThere()) {
    await keys.ring.prepare(plainKey);
    keys.ring.lock('system');
  }
  if (plainKey !== undefined && !keys.isThere()) throw new Error('the device key found no place in the ring');
  return { keys, identity: await openDeviceIdentity(profile.device, keys.device) };
}

/** What binds keys, identity and province to the rest of the program. */
export type DeviceBinding = DeviceParts & {
  readonly profile: ProfileFolder;
  readonly province: ProvinceClient;
  readonly journal: DeviceLifeParts['journal'] & Rekeyable;
  readonly vault: Rekeyable;
  readonly note: (note: KeyNote) => void;
  /** Hands the log over while the PC can still sign. */
  readonly sendLog: () => Promise<void>;
  readonly restart: () => void;
  readonly keeper: () => LockKeeper | undefined;
  readonly log: FailureLog;
};

/** What the program needs of them. */
export type BoundDevice = {
  readonly life: DeviceLife;
  readonly handlers: Pick<IpcHandlers, Extract<keyof IpcHandlers, `${'keys' | 'device' | 'sync'}:${string}`>>;
  readonly lock: Pick<LockKeeperParts, 'isOpen' | 'beforeDrop' | 'drop' | 'idleLimit'>;
};

/** Binds them. */
export function bindDevice(parts: DeviceBinding): BoundDevice {
  const { keys, identity, province, profile } = parts;
  const { ring } = keys;
  const life = createDeviceLife({
    ...parts,
    ring,
    eraseKeys: keys.erase,
    wipedPath: profile.wiped,
  });
  const rotation = keys.rotateWith(parts, (cause) => {
    parts.log.note('key-rotation', cause);
  });
  return {
    life,
    handlers: {
      ...createKeysHandlers({ ring, rotation, identity, life, keeper: parts.keeper }),
      ...createDeviceHandlers(identity, life),
      ...createProvinceHandlers(province),
    },
    lock: {
      isOpen: () => ring.personId() !== '',
      beforeDrop: parts.sendLog,
      drop(reason) {
        ring.lock(reason);
        province.forgetSession();
      },
      idleLimit: () => {
        const state = ring.state();
        return state.ok && state.value.kind === 'open' ? state.value.idleMinutes * 60_000 : Infinity;
      },
    },
  };
}
