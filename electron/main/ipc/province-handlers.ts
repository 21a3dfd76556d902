import { ok } from '#shared/base/result.ts';
import type { DeviceIdentity } from '../services/device-identity.ts';
import type { ProvinceClient } from '../services/province/province-client.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `device:` and `sync:`: everything that concerns this PC's standing with the province. */
export function createProvinceHandlers(
  identity: DeviceIdentity,
  province: ProvinceClient,
): Pick<IpcHandlers, 'device:get' | 'device:enrol' | 'sync:exchange' | 'sync:history'> {
  return {
    'device:get': () => Promise.resolve(ok(identity.state())),
    'device:enrol': (wish) => province.enrol(wish),
    'sync:exchange': (request) => province.exchange(request),
    'sync:history': ({ type, id }) => province.history(type, id),
  };
}
