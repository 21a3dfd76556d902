import { useMemo } from 'react';
import { useDevices, useStaff, useUnits } from './use-organisation.ts';

/** What this PC knows of the ids in records: names of units, people and PCs. Each answers `undefined` for what is unknown here. */
export type KnownNames = {
  readonly unit: (id: string) => string | undefined;
  readonly staff: (id: string) => string | undefined;
  readonly device: (dev: number) => string | undefined;
};

/** Names for the ids in a record's fields, live. */
export function useRecordNames(): KnownNames {
  const units = useUnits();
  const staff = useStaff();
  const devices = useDevices();
  return useMemo(() => {
    const unitNames = new Map((units ?? []).map(({ id, name }) => [id, name]));
    const staffNames = new Map((staff ?? []).map(({ id, name }) => [id, name.full]));
    const deviceNames = new Map((devices ?? []).map(({ number, name }) => [number, name]));
    return {
      unit: (id) => unitNames.get(id),
      staff: (id) => staffNames.get(id),
      device: (dev) => deviceNames.get(dev),
    };
  }, [units, staff, devices]);
}
