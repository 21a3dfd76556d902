import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { buildUnitTree, flattenTree, idsBelow, isClosed, pathTo, visibleNodes, type TreeUnit } from './unit-tree.ts';

const unit = (id: string, parentId: string | null, order = 0, name = id): TreeUnit => ({
  ...usualUnit,
  id,
  name,
  kind: 'cell',
  parentId,
  order,
  validFrom: null,
  validTo: null,
});
const shape = (units: readonly TreeUnit[]): string[] =>
  flattenTree(buildUnitTree(units)).map(({ unit: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('the organisation tree', () => {
  it('puts units below their parents, siblings by order and then as numbers count', () => {
    expect(
      shape([
        unit('c10', 'top', 0, 'Chi bộ 10'),
        unit('c2', 'top', 0, 'Chi bộ 2'),
        unit('first', 'top', -1),
        unit('top', null),
      ]),
    ).toEqual(['top', '-first', '-c2', '-c10']);
  });
  it('shows a unit whose parent is unknown at the top, with its own children', () => {
    expect(shape([unit('a', 'gone'), unit('b', 'a')])).toEqual(['a', '-b']);
  });
  it('shows the units of a ring instead of losing them', () => {
    expect(
      shape([unit('a', 'b'), unit('b', 'a'), unit('c', 'a')])
        .map((row) => row.replaceAll('-', ''))
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });
  it('hides what lies below a closed branch', () => {
    const tree = buildUnitTree([unit('top', null), unit('a', 'top'), unit('b', 'a')]);
    expect(visibleNodes(tree, (id) => id === 'top').map(({ unit: { id } }) => id)).toEqual(['top', 'a']);
  });
  it('knows all ids below a unit and the way to it', () => {
    const units = [unit('top', null), unit('a', 'top'), unit('b', 'a'), unit('c', 'top')];
    expect([...idsBelow(buildUnitTree(units), 'a')]).toEqual(['a', 'b']);
    expect(pathTo(units, 'b')).toEqual(['top', 'a', 'b']);
  });
  it('counts a unit as closed from the day after its last', () => {
    expect(isClosed({ validTo: toPlainDate('2026-11-21') }, toPlainDate('2026-11-22'))).toBe(true);
    expect(isClosed({ validTo: toPlainDate('2026-11-22') }, toPlainDate('2026-11-22'))).toBe(false);
  });
});
