import { compareNumbered } from '#shared/base/collation.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { UnitFields } from '#shared/domain/unit/unit-record.ts';

/** A unit as the tree needs it. */
export type TreeUnit = UnitFields & { readonly id: string };

/** A unit in its place in the tree. `depth`: 0 at the top. */
export type UnitNode<T extends TreeUnit = TreeUnit> = {
  readonly unit: T;
  readonly depth: number;
  readonly children: readonly UnitNode<T>[];
};

/** Whether a unit has ended by `today`. */
export function isClosed(unit: Pick<UnitFields, 'validTo'>, today: PlainDate): boolean {
  return unit.validTo !== null && unit.validTo < today;
}

/**
 * Builds the tree, siblings by order and then by name. A unit whose parent is unknown stands at the top, and so does one of a ring
 * (two PCs made each the other's parent while offline): nobody disappears from the screen.
 */
export function buildUnitTree<T extends TreeUnit>(units: readonly T[]): readonly UnitNode<T>[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const childrenOf = new Map<string | null, T[]>();
  for (const unit of units) {
    const parent = hasTop(unit, byId) ? unit.parentId : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), unit]);
  }
  const build = (parent: string | null, depth: number): readonly UnitNode<T>[] =>
    [...(childrenOf.get(parent) ?? [])]
      .sort(compareUnits)
      .map((unit) => ({ unit, depth, children: build(unit.id, depth + 1) }));
  return build(null, 0);
}

/** The rows a person sees: children of opened units only. */
export function visibleNodes<T extends TreeUnit>(
  tree: readonly UnitNode<T>[],
  isOpen: (id: string) => boolean,
): readonly UnitNode<T>[] {
  return tree.flatMap((node) => [node, ...(isOpen(node.unit.id) ? visibleNodes(node.children, isOpen) : [])]);
}

/** Every unit of the tree from the top down. */
export function flattenTree<T extends TreeUnit>(tree: readonly UnitNode<T>[]): readonly UnitNode<T>[] {
  return visibleNodes(tree, () => true);
}

/** Ids of a unit and all below it: it cannot be put under one of these. */
export function idsBelow(tree: readonly UnitNode[], id: string): ReadonlySet<string> {
  const node = flattenTree(tree).find(({ unit }) => unit.id === id);
  return new Set(node === undefined ? [] : flattenTree([node]).map(({ unit }) => unit.id));
}

/** Names from the top down to the unit, for people who know places by where they belong. */
export function pathTo(units: readonly TreeUnit[], id: string): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const names: string[] = [];
  const seen = new Set<string>();
  for (
    let unit = byId.get(id);
    unit !== undefined && !seen.has(unit.id);
    unit = unit.parentId === null ? undefined : byId.get(unit.parentId)
  ) {
    seen.add(unit.id);
    names.unshift(unit.name);
  }
  return names;
}

function compareUnits(a: TreeUnit, b: TreeUnit): number {
  return a.order - b.order || compareNumbered(a.name, b.name);
}

/** Whether going from parent to parent ends at a known top. */
function hasTop(unit: TreeUnit, byId: ReadonlyMap<string, TreeUnit>): boolean {
  const seen = new Set<string>([unit.id]);
  for (let parent = unit.parentId; parent !== null;) {
    if (seen.has(parent)) return false;
    seen.add(parent);
    const next = byId.get(parent);
    if (next === undefined) return parent !== unit.parentId;
    parent = next.parentId;
  }
  return true;
}
