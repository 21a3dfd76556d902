import { statfs } from 'node:fs/promises';
import { ok } from '#shared/base/result.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `app:` and `disk:`. */
export function createAppHandlers(info: AppInfo, profile: string): Pick<IpcHandlers, 'app:info' | 'disk:free'> {
  return {
    'app:info': () => Promise.resolve(ok(info)),
    'disk:free': async () => {
      const { bavail, bsize } = await statfs(profile);
      return ok({ freeBytes: bavail * bsize });
    },
  };
}
