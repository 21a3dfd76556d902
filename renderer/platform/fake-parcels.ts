import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { err, ok } from '#shared/base/result.ts';

type ParcelChannel = Extract<keyof DesktopBridge['call'], `parcel:${string}`>;

/** A PC without a stick in it. */
export const noParcels: Pick<DesktopBridge['call'], ParcelChannel> = {
  'parcel:state': () => Promise.resolve(ok({ sent: [], read: [], missing: [] })),
  'parcel:choose': () => Promise.resolve(ok(null)),
  'parcel:begin': () => Promise.resolve(err({ code: 'parcel-stick-gone' })),
  'parcel:append': () => Promise.resolve(err({ code: 'bad-input' })),
  'parcel:append-carried': () => Promise.resolve(err({ code: 'bad-input' })),
  'parcel:finish': () => Promise.resolve(err({ code: 'bad-input' })),
  'parcel:open': () => Promise.resolve(err({ code: 'parcel-stick-gone' })),
  'parcel:next': () => Promise.resolve(err({ code: 'bad-input' })),
  'parcel:abort': () => Promise.resolve(ok(null)),
  'parcel:progress': () => Promise.resolve(ok({ done: 0, total: 0 })),
};
