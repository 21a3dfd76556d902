import type { EntityType } from '#shared/entities.ts';
import { useOffice } from '../office-context.tsx';
import { useLive, useSharedLive } from '../use-live.ts';
import { askProvince, type Shown } from './ask-province.ts';
import { readStanding, type Standing } from './place-of.ts';
import { readReceipt, type Receipt } from './read-receipt.ts';

/** What is to be known of all records to say where each stands, live; undefined while loading. */
export function useStanding(): Standing | undefined {
  return useSharedLive('standing', readStanding);
}

/** What may be said of an item, live (undefined while loading or when there is none), and the way to let the province show it. */
export function useReceipt(
  type: EntityType,
  id: string,
): { readonly receipt: Receipt | undefined; readonly ask: () => Promise<Shown | undefined> } {
  const office = useOffice();
  const receipt = useLive(() => readReceipt(office, type, id), [type, id]);
  const ask = async (): Promise<Shown | undefined> =>
    receipt === undefined ? undefined : askProvince(office, receipt);
  return { receipt, ask };
}
