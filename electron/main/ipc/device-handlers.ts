import { ok } from '#shared/base/result.ts';
import { followMerger } from '../services/device-life/follow-merger.ts';
import type { DeviceLife } from '../services/device-life/device-life.ts';
import type { DeviceIdentity } from '../services/device-identity.ts';
import type { IpcHandlers } from './register.ts';

type DeviceChannel = Extract<keyof IpcHandlers, `device:${string}`>;

/** Handlers of `device:`: this PC's standing in its commune. */
export function createDeviceHandlers(
  identity: Pick<DeviceIdentity, 'state' | 'setState'>,
  life: DeviceLife,
): Pick<IpcHandlers, DeviceChannel> {
  return {
    'device:get': () => Promise.resolve(ok(identity.state())),
    'device:enrol': (wish) => life.enrol(wish),
    'device:renumber': ({ from }) => life.renumber(from),
    'device:follow-merger': (moved) => followMerger(identity, moved),
    'device:hand-over': ({ passphrase }) => life.handOver(passphrase),
  };
}
