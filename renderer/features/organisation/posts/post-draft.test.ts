import { expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { chooseKind, findPostProblems, openPostDraft, readPostDraft } from './post-draft.ts';

const today = toPlainDate('2026-11-22');
const unit: UnitRow = {
  ...{ ...usualUnit, formerNames: [], successorIds: [] },
  ...{ id: 'a', name: 'Chi bộ A', kind: 'cell', parentId: null, order: 1, validFrom: null, validTo: null },
  ...{ termFrom: toPlainDate('2025-07-01'), termTo: toPlainDate('2030-06-30') },
  ...{ stream: 'org:x', seq: 1, pending: 0, conflicts: [], removed: false },
};

it('a post begins today in the present term, under its usual name', () => {
  const draft = openPostDraft(unit, undefined, today);
  expect(draft).toMatchObject({ kind: 'secretary', post: 'Bí thư chi bộ', termName: '2025-2030', from: today });
  expect(chooseKind(draft, 'committee-member', 'cell').post).toBe('Chi uỷ viên');
  expect(chooseKind({ ...draft, post: 'Bí thư lâm thời' }, 'other', 'cell').post).toBe('Bí thư lâm thời');
});

it('a post needs a name, and days in order', () => {
  const draft = openPostDraft(unit, undefined, today);
  expect(findPostProblems(draft)).toEqual(['needs-name']);
  expect(findPostProblems({ ...draft, personName: 'Lý Văn Mẫu', to: toPlainDate('2026-11-21') })).toEqual([
    'wrong-days',
  ]);
});

it('a decision is kept only where something of it is written', () => {
  const draft = { ...openPostDraft(unit, undefined, today), personName: ' Lý  Văn Mẫu ' };
  expect(readPostDraft(draft, 'a')).toMatchObject({ personName: 'Lý Văn Mẫu', order: 1, decision: null });
  expect(readPostDraft({ ...draft, symbol: '5-QĐ/ĐU' }, 'a').decision).toMatchObject({ symbol: '5-QĐ/ĐU' });
});
