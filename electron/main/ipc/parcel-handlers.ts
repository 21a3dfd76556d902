import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Parcels } from '../services/parcel/parcels.ts';
import type { IpcHandlers } from './register.ts';

type ParcelChannel = Extract<keyof IpcHandlers, `parcel:${string}`>;

/** Handlers of `parcel:`. */
export function createParcelHandlers(parcels: Parcels): Pick<IpcHandlers, ParcelChannel> {
  return {
    'parcel:state': () => Promise.resolve(ok(parcels.state())),
    'parcel:choose': async ({ purpose }) => withCode(await parcels.choose(purpose)),
    'parcel:begin': async ({ to, label }) => withCode(await parcels.begin(to, label)),
    'parcel:append': ({ handle, request }) => Promise.resolve(withCode(parcels.append(handle, request))),
    'parcel:append-carried': ({ handle, signed }) => Promise.resolve(withCode(parcels.appendCarried(handle, signed))),
    'parcel:finish': async (wish) => withCode(await parcels.finish(wish)),
    'parcel:open': async () => withCode(await parcels.open()),
    'parcel:next': async ({ handle, refused }) => withCode(await parcels.next(handle, refused)),
    'parcel:abort': async ({ handle }) => {
      await parcels.abort(handle);
      return ok(null);
    },
    'parcel:progress': () => Promise.resolve(ok(parcels.progress())),
  };
}

function withCode<T>(result: Result<T, ErrorCode>): Result<T, { readonly code: ErrorCode }> {
  return result.ok ? result : err({ code: result.error });
}
