import { ok } from '#shared/base/result.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import type { DiskGuard } from '../services/disk/disk-guard.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `app:` and `disk:`. */
export function createAppHandlers(info: AppInfo, disk: DiskGuard): Pick<IpcHandlers, 'app:info' | 'disk:free'> {
  return {
    'app:info': () => Promise.resolve(ok(info)),
    'disk:free': async () => ok(await disk.look()),
  };
}
