import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Backups } from '../services/backup/backups.ts';
import type { IpcHandlers } from './register.ts';

type BackupChannel = Extract<keyof IpcHandlers, `backup:${string}`>;

/** Handlers of `backup:`. */
export function createBackupHandlers(backups: Backups): Pick<IpcHandlers, BackupChannel> {
  return {
    'backup:state': async () => ok(await backups.state()),
    'backup:choose-folder': async () => ok(await backups.chooseFolder()),
    'backup:begin': async () => withCode(await backups.begin()),
    'backup:append': async ({ handle, table, count, bytes }) =>
      withCode(await backups.append(handle, table, count, bytes)),
    'backup:finish': async ({ handle, facts }) => withCode(await backups.finish(handle, facts)),
    'backup:abort': async ({ handle }) => {
      await backups.abort(handle);
      return ok(null);
    },
    'backup:rehearse': async ({ id }) => withCode(await backups.rehearse(id)),
    'backup:list-restorable': async ({ ask }) => withCode(await backups.listRestorable(ask)),
    'backup:adopt': async ({ id, ...way }) => withCode(await backups.adopt(id, way)),
    'backup:read': async ({ id, from }) => withCode(await backups.read(id, from)),
  };
}

function withCode<T>(result: Result<T, ErrorCode>): Result<T, { readonly code: ErrorCode }> {
  return result.ok ? result : err({ code: result.error });
}
