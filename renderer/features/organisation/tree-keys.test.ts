import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { describe, expect, it } from 'vitest';
import { stepInTree } from './tree-keys.ts';
import { buildUnitTree, visibleNodes, type TreeUnit } from './unit-tree.ts';

const unit = (id: string, parentId: string | null): TreeUnit => ({
  ...usualUnit,
  id,
  name: id,
  kind: 'cell',
  parentId,
  order: 0,
  validFrom: null,
  validTo: null,
});
const tree = buildUnitTree([unit('top', null), unit('a', 'top'), unit('a1', 'a'), unit('b', 'top')]);

describe('keys in the tree', () => {
  const open = visibleNodes(tree, () => true);
  it('go up and down through what is visible and stop at the ends', () => {
    expect(stepInTree('ArrowDown', open, 'a', () => true)).toEqual({ kind: 'go', id: 'a1' });
    expect(stepInTree('ArrowUp', open, 'top', () => true)).toBeUndefined();
    expect(stepInTree('End', open, 'top', () => true)).toEqual({ kind: 'go', id: 'b' });
  });
  it('close an open branch with left, then go out to its parent', () => {
    expect(stepInTree('ArrowLeft', open, 'a', () => true)).toEqual({ kind: 'fold', id: 'a', closed: true });
    expect(stepInTree('ArrowLeft', open, 'a1', () => true)).toEqual({ kind: 'go', id: 'a' });
  });
  it('open a closed branch with right, then go in', () => {
    const folded = visibleNodes(tree, (id) => id !== 'a');
    expect(stepInTree('ArrowRight', folded, 'a', (id) => id !== 'a')).toEqual({ kind: 'fold', id: 'a', closed: false });
    expect(stepInTree('ArrowRight', open, 'a', () => true)).toEqual({ kind: 'go', id: 'a1' });
    expect(stepInTree('ArrowRight', open, 'b', () => true)).toBeUndefined();
  });
});
