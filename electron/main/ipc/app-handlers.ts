import { ok } from '#shared/base/result.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import type { Farewell } from '../farewell.ts';
import type { DiskGuard } from '../services/disk/disk-guard.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `app:` and `disk:`. */
export function createAppHandlers(
  info: AppInfo,
  disk: DiskGuard,
  farewell: Pick<Farewell, 'note'>,
): Pick<IpcHandlers, 'app:info' | 'app:unsent' | 'disk:free'> {
  return {
    'app:info': () => Promise.resolve(ok(info)),
    'app:unsent': (unsent) => {
      farewell.note(unsent);
      return Promise.resolve(ok(null));
    },
    'disk:free': async () => ok(await disk.look()),
  };
}
