import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ArchiveDesk } from '../services/archive/archive-desk.ts';
import type { IpcHandlers } from './register.ts';

type ArchiveChannel = Extract<keyof IpcHandlers, `archive:${string}`>;

/** Handlers of `archive:`. */
export function createArchiveHandlers(desk: ArchiveDesk): Pick<IpcHandlers, ArchiveChannel> {
  return {
    'archive:write': async ({ dossierId, order, form }) => withCode(await desk.write(dossierId, order, form)),
    'archive:check': async ({ form, statedHash }) => withCode(await desk.check(form, statedHash)),
    'archive:progress': () => Promise.resolve(ok(desk.progress())),
    'archive:cancel': () => {
      desk.cancel();
      return Promise.resolve(ok(null));
    },
  };
}

function withCode<T>(result: Result<T, ErrorCode>): Result<T, { readonly code: ErrorCode }> {
  return result.ok ? result : err({ code: result.error });
}
