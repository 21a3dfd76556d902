import { err, ok } from '#shared/base/result.ts';
import type { StoreStamp } from '../services/store-stamp/store-stamp.ts';
import type { IpcHandlers } from './register.ts';

type StoreChannel = Extract<keyof IpcHandlers, `store:${string}`>;

/** Handlers of `store:`. `startAgain` ends this run and begins the next. */
export function createStoreHandlers(stamp: StoreStamp, startAgain: () => void): Pick<IpcHandlers, StoreChannel> {
  return {
    'store:facts': () => Promise.resolve(ok(stamp.facts())),
    'store:opened': async ({ storeId, records }) => {
      const noted = await stamp.noteOpened(storeId, records);
      return noted.ok ? noted : err({ code: noted.error });
    },
    'store:set-aside': async () => {
      const marked = await stamp.setAsideNext();
      if (!marked.ok) return err({ code: marked.error });
      startAgain();
      return marked;
    },
  };
}
