import { noDeviceFacts } from './device-file.ts';
import { createIdentity, type DeviceIdentity } from './device-identity.ts';
import { createPrivateDeviceKey, openSigner } from './keys/device-key.ts';

/** An identity in memory, for a PC without a window that lasts as long as its program. */
export function createMemoryIdentity(): DeviceIdentity {
  const signer = openSigner(createPrivateDeviceKey());
  let facts = noDeviceFacts;
  return {
    ...createIdentity(
      { publicKey: () => signer.publicKey, sign: signer.sign, ageIdentity: signer.ageIdentity },
      () => facts,
      (change) => {
        facts = change(facts);
        return Promise.resolve();
      },
    ),
    reload: () => Promise.resolve(),
  };
}
