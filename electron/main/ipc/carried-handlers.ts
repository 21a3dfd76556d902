import { err, ok } from '#shared/base/result.ts';
import type { Colleagues } from '../services/carried/colleagues.ts';
import { openBatch, signBatch } from '../services/carried/signed-batch.ts';
import type { DeviceIdentity } from '../services/device-identity.ts';
import type { ProvinceClient } from '../services/province/province-client.ts';
import type { IpcHandlers } from './register.ts';

/** What the handlers work with. */
type CarriedParts = {
  readonly identity: Pick<DeviceIdentity, 'sign' | 'state'>;
  readonly colleagues: Colleagues;
  readonly province: Pick<ProvinceClient, 'handIn'>;
};

/** Handlers of `carried:`. */
export function createCarriedHandlers({
  identity,
  colleagues,
  province,
}: CarriedParts): Pick<IpcHandlers, Extract<keyof IpcHandlers, `carried:${string}`>> {
  return {
    'carried:colleagues': ({ list }) => {
      colleagues.set(list);
      return Promise.resolve(ok(null));
    },
    'carried:sign': ({ epoch, ops }) => {
      const dev = identity.state()?.dev;
      if (dev === undefined) return Promise.resolve(err({ code: 'not-enrolled' }));
      const signed = signBatch(identity, { dev, epoch, ops });
      return Promise.resolve(signed.ok ? ok(signed.value) : err({ code: signed.error }));
    },
    'carried:open': ({ signed }) => {
      const opened = openBatch(signed, (dev) => colleagues.find(dev)?.publicKey);
      return Promise.resolve(opened.ok ? ok(opened.value) : err({ code: opened.error }));
    },
    'carried:hand-in': ({ signed }) => province.handIn(signed),
  };
}
