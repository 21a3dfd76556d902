import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { UnitEventKind } from '#shared/domain/unit/unit-event-record.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { openChangeForm, readChangeForm, termNameOf, type ChangeForm } from './change-form.ts';

const today = toPlainDate('2026-11-22');
const row = (id: string, order: number): UnitRow => ({
  ...{ ...usualUnit, formerNames: [], successorIds: [] },
  ...{ id, name: id, kind: 'cell', parentId: 'top', order, validFrom: null, validTo: null },
  ...{ stream: 'org:x', seq: 1, pending: 0, conflicts: [], removed: false },
});
const unit = row('a', 1);
const units = [unit, row('b', 7)];
const read = (kind: UnitEventKind, more: Partial<ChangeForm>): ReturnType<typeof readChangeForm> =>
  readChangeForm({ ...openChangeForm(kind, unit, today, ['new-1', 'new-2']), ...more }, unit, units, 5);

describe('the form of a change', () => {
  it('merges into a new cell under the same parent, after its siblings, with a whole term', () => {
    expect(read('merged', { with: ['b'], name: ' Chi bộ  Mới ' })).toMatchObject({
      fromUnitIds: ['a', 'b'],
      toUnitIds: ['new-1'],
      founded: [{ name: 'Chi bộ Mới', parentId: 'top', order: 8, termFrom: '2026-11-22', termTo: '2031-11-21' }],
    });
  });

  it('merges into one of those chosen: that one goes on', () => {
    const draft = read('merged', { with: ['b'], heirId: 'b' });
    expect(draft).toMatchObject({ fromUnitIds: ['a'], toUnitIds: ['b'], founded: [] });
  });

  it('parts people off, or ends the old cell for two new ones', () => {
    const parted = new Set(['m1']);
    expect(read('split', { parted, otherName: 'Hai' })).toMatchObject({
      toUnitIds: ['a', 'new-2'],
      founded: [{ name: 'Hai' }],
      memberUnits: { m1: 'new-2' },
    });
    expect(read('split', { parted, goesOn: false, name: 'Một', otherName: 'Hai' })).toMatchObject({
      toUnitIds: ['new-1', 'new-2'],
      founded: [{ name: 'Một' }, { name: 'Hai' }],
    });
  });

  it('says nothing without a day, and no decision while nothing of it is written', () => {
    expect(read('renamed', { on: null })).toBeUndefined();
    expect(read('renamed', { name: 'Khác' })).toMatchObject({ decision: null, name: 'Khác' });
    expect(read('renamed', { symbol: '1-QĐ/ĐU' })?.decision).toMatchObject({ symbol: '1-QĐ/ĐU', issuedOn: null });
  });

  it('founds below, ends into an heir, moves elsewhere', () => {
    expect(read('founded', { name: 'Con' })).toMatchObject({
      fromUnitIds: [],
      founded: [{ parentId: 'a', kind: 'cell' }],
    });
    expect(read('dissolved', {})?.toUnitIds).toEqual([]);
    expect(read('dissolved', { heirId: 'b' })?.toUnitIds).toEqual(['b']);
    expect(read('moved', { parentId: null })).toMatchObject({ toUnitIds: ['a'], parentId: null });
  });
});

it('a term is named by its years', () => {
  expect(termNameOf(toPlainDate('2025-07-01'), toPlainDate('2030-06-30'))).toBe('2025-2030');
  expect(termNameOf(null, null)).toBe('');
});
