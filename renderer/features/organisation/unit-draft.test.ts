import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { UnitFields } from '#shared/domain/unit/unit-record.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { blankUnit, changesOf, createUnitDraft, findUnitProblems, readOrder, readUnit } from './unit-draft.ts';

describe('the form of a unit', () => {
  it('puts a new unit after its siblings, and the first one of all at the top', () => {
    expect(blankUnit('top', [{ order: 3 }, { order: 7 }])).toMatchObject({ kind: 'cell', parentId: 'top', order: '8' });
    expect(blankUnit(null, [])).toMatchObject({ kind: 'committee', parentId: null, order: '1' });
  });
  it('asks for a name, a number and dates in order', () => {
    const draft = {
      ...blankUnit(null, []),
      order: 'x',
      validFrom: toPlainDate('2026-02-01'),
      validTo: toPlainDate('2026-01-01'),
    };
    expect(findUnitProblems(draft)).toEqual(['name-required', 'bad-order', 'bad-dates']);
    expect(readOrder('100001')).toBeUndefined();
  });
  it('reads back what it was made from, without change', () => {
    const unit: UnitFields = {
      ...usualUnit,
      name: 'Chi bộ Nà Lầu',
      kind: 'cell',
      parentId: null,
      order: 4,
      validFrom: null,
      validTo: null,
    };
    expect(changesOf(unit, readUnit(createUnitDraft(unit)))).toEqual({});
    expect(changesOf(unit, readUnit({ ...createUnitDraft(unit), name: 'Chi bộ  Nà Pàn ' }))).toEqual({
      name: 'Chi bộ Nà Pàn',
    });
  });
});
