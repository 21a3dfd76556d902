import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIGHEST_ORDER, inDossierOrder, orderAtEnd, planMove, type OrderedItem } from './dossier-order.ts';

const items = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: HIGHEST_ORDER })), { maxLength: 60 })
  .map((orders): OrderedItem[] => orders.map((order, i) => ({ id: `i${String(i).padStart(2, '0')}`, order })));

function apply(before: readonly OrderedItem[], changes: readonly OrderedItem[]): readonly OrderedItem[] {
  const places = new Map(changes.map(({ id, order }) => [id, order]));
  return inDossierOrder(before.map(({ id, order }) => ({ id, order: places.get(id) ?? order })));
}

describe('moving a line of a dossier', () => {
  it('puts it where it was wanted and leaves all others in their order, whatever the places were', () => {
    fc.assert(
      fc.property(items, fc.nat(70), fc.nat(70), (lines, which, to) => {
        const before = inDossierOrder(lines);
        const moved = before[which];
        if (moved === undefined) return;
        const rest = before.filter(({ id }) => id !== moved.id).map(({ id }) => id);
        const at = Math.min(to, rest.length);
        const wanted = [...rest.slice(0, at), moved.id, ...rest.slice(at)];
        const after = apply(before, planMove(before, moved.id, to));
        expect(after.map(({ id }) => id)).toEqual(wanted);
        for (const { order } of after) expect(order >= 1 && order <= HIGHEST_ORDER).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes one line only while there is room beside it', () => {
    let lines: OrderedItem[] = [];
    for (let i = 0; i < 300; i += 1)
      lines = [...lines, { id: `i${String(i).padStart(3, '0')}`, order: orderAtEnd(lines) }];
    expect(planMove(lines, 'i299', 0)).toHaveLength(1);
    expect(planMove(lines, 'i000', 299)).toHaveLength(1);
    expect(planMove(lines, 'i010', 10)).toEqual([]);
    expect(planMove(lines, 'nobody', 10)).toEqual([]);
  });
});
