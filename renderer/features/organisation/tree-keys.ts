import type { UnitNode } from './unit-tree.ts';

/** What a key does in the tree: go to a unit, or fold and unfold one. */
export type TreeStep =
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'fold'; readonly id: string; readonly closed: boolean };

/** The usual keys of a tree: up and down, right opens or goes in, left closes or goes out, Home and End. */
export function stepInTree(
  key: string,
  nodes: readonly UnitNode[],
  current: string | undefined,
  isOpen: (id: string) => boolean,
): TreeStep | undefined {
  const at = nodes.findIndex(({ unit }) => unit.id === current);
  const node = nodes[at];
  const go = (index: number): TreeStep | undefined => {
    const target = nodes[index];
    return target === undefined ? undefined : { kind: 'go', id: target.unit.id };
  };
  if (key === 'ArrowDown') return go(at + 1);
  if (key === 'ArrowUp') return go(at - 1);
  if (key === 'Home') return go(0);
  if (key === 'End') return go(nodes.length - 1);
  if (node === undefined) return undefined;
  const hasChildren = node.children.length > 0;
  const open = hasChildren && isOpen(node.unit.id);
  if (key === 'Enter' || key === ' ') return { kind: 'go', id: node.unit.id };
  if (key === 'ArrowRight')
    return open ? go(at + 1) : hasChildren ? { kind: 'fold', id: node.unit.id, closed: false } : undefined;
  if (key !== 'ArrowLeft') return undefined;
  if (open) return { kind: 'fold', id: node.unit.id, closed: true };
  const parent = nodes.slice(0, at).findLast(({ depth }) => depth < node.depth);
  return parent === undefined ? undefined : { kind: 'go', id: parent.unit.id };
}
