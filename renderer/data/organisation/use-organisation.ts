import { compareText } from '#shared/base/collation.ts';
import { comparePersonNames } from '#shared/base/person-name.ts';
import type { DeviceRow, StaffRow, UnitRow } from '../rows.ts';
import type { UnitCount } from '../search/member-index.ts';
import { useSharedLive, useWatched } from '../use-live.ts';

/** Organisations in the order of the tree, each followed by those below it; undefined while loading. */
export function useUnits(): readonly UnitRow[] | undefined {
  return useSharedLive('units', async ({ db }) =>
    inTreeOrder(await db.units.filter(({ removed }) => !removed).toArray()),
  );
}

/** Active members per organisation. */
export function useUnitCounts(): ReadonlyMap<string, UnitCount> | undefined {
  return useWatched<ReadonlyMap<string, UnitCount>>('unit-counts', (office, listener) =>
    office.search.watchUnitCounts(listener),
  );
}

/** People of the office: leaders by post, then by name. */
export function useStaff(): readonly StaffRow[] | undefined {
  return useSharedLive('staff', async ({ db }) => {
    const staff = await db.staff.filter(({ removed }) => !removed).toArray();
    return staff.sort((a, b) => a.order - b.order || comparePersonNames(a.name, b.name));
  });
}

/** PCs of the commune. */
export function useDevices(): readonly DeviceRow[] | undefined {
  return useSharedLive('devices', async ({ db }) => (await db.devices.toArray()).sort((a, b) => a.number - b.number));
}

/** Orders units so that each is followed by those below it; one whose parent is gone stands at the top. */
export function inTreeOrder(units: readonly UnitRow[]): readonly UnitRow[] {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<string | null, UnitRow[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const ordered: UnitRow[] = [];
  const visit = (parent: string | null): void => {
    const below = (children.get(parent) ?? []).sort((a, b) => a.order - b.order || compareText(a.name, b.name));
    for (const unit of below) {
      ordered.push(unit);
      visit(unit.id);
    }
  };
  visit(null);
  // Units in a ring hang under nothing; they are shown rather than lost.
  return [...ordered, ...units.filter((unit) => !ordered.includes(unit))];
}
