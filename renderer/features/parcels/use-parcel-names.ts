import { useDevices, useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { parcelsText as text } from '#renderer/messages/parcels.ts';
import { PROVINCE_ADDRESS } from '#renderer/platform/desktop-parcels.ts';

/** How addresses and people of packages are called. A name that is none of this office's is shown as it was written. */
export function useParcelNames(): {
  readonly placeOf: (address: number) => string;
  readonly personOf: (id: string) => string;
} {
  const devices = useDevices() ?? [];
  const staff = useStaff() ?? [];
  return {
    placeOf: (address) =>
      address === PROVINCE_ADDRESS
        ? text.province
        : (devices.find(({ number }) => number === address)?.name ?? text.unknownDevice(address)),
    personOf: (id) => staff.find((person) => person.id === id)?.name.full ?? (id === '' ? text.nobody : id),
  };
}
