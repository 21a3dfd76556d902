import { useMemo } from 'react';
import { changesInOrder } from '#shared/domain/unit/unit-succession.ts';
import { defaultUnitRules, type UnitRules } from '#shared/domain/unit/unit-rules.ts';
import type { UnitEventRow } from '../rows.ts';
import { useSetting } from '../settings/use-setting.ts';
import { useSharedLive } from '../use-live.ts';
import { readUnitEvents } from './read-succession.ts';

/** Every change of the tree, newest first, those taken back too; undefined while loading. */
export function useUnitEvents(): readonly UnitEventRow[] | undefined {
  return useSharedLive('unit-events', async (office) => changesInOrder(await readUnitEvents(office)).toReversed());
}

/** The changes an organisation was part of, newest first. */
export function useEventsOfUnit(unitId: string): readonly UnitEventRow[] {
  const events = useUnitEvents();
  return useMemo(
    () =>
      (events ?? []).filter(
        ({ fromUnitIds, toUnitIds, carriedWork }) =>
          fromUnitIds.includes(unitId) || toUnitIds.includes(unitId) || Object.hasOwn(carriedWork, unitId),
      ),
    [events, unitId],
  );
}

/** Numbers the office goes by, live. */
export function useUnitRules(): UnitRules {
  return useSetting('unit-rules') ?? defaultUnitRules;
}
