import { ok } from '#shared/base/result.ts';
import type { LanDesk } from '../services/lan/lan-desk.ts';
import type { IpcHandlers } from './register.ts';

/** Handlers of `lan:`. */
export function createLanHandlers(
  lan: LanDesk,
): Pick<IpcHandlers, 'lan:state' | 'lan:set-on' | 'lan:set-typed' | 'lan:round'> {
  return {
    'lan:state': () => Promise.resolve(ok(lan.state())),
    'lan:set-on': async ({ isOn }) => {
      await lan.setOn(isOn);
      return ok(lan.state());
    },
    'lan:set-typed': async ({ addresses }) => {
      await lan.setTyped(addresses);
      return ok(lan.state());
    },
    'lan:round': async ({ kept, wanted }) => ok(await lan.round(kept, wanted)),
  };
}
