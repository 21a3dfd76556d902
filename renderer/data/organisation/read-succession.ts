import { successionOf, type Succession, type UnitChange } from '#shared/domain/unit/unit-succession.ts';
import type { Office } from '../office.ts';
import type { UnitEventRow } from '../rows.ts';

/** The changes of the tree and what they make of it. */
export type Tree = { readonly changes: readonly UnitChange[]; readonly succession: Succession };

/** Every change of the tree this PC knows, also those taken back. */
export async function readUnitEvents({ db }: Office): Promise<readonly UnitEventRow[]> {
  return db.unitEvents.filter(({ removed }) => !removed).toArray();
}

/** The changes of the tree as this PC knows them, with those of `written` in their place. */
export async function readTree(office: Office, written: readonly UnitChange[] = []): Promise<Tree> {
  return treeOf(await readUnitEvents(office), written);
}

/** The changes and what they make of the tree. */
export function treeOf(known: readonly UnitChange[], written: readonly UnitChange[] = []): Tree {
  const changes = [...known.filter(({ id }) => !written.some((each) => each.id === id)), ...written];
  return { changes, succession: successionOf(changes) };
}
