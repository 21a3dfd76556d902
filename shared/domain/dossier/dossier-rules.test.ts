import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { DossierPaper } from './dossier-paper.ts';
import { countPages, countSheets, spanOf } from './dossier-paper.ts';
import { findDossierProblems, handOverDeadline, isAllowed, mayBecome, type RuledDossier } from './dossier-rules.ts';

const dossier: RuledDossier = {
  code: 'H05.02.02.2026.01',
  heading: 'Tổng hợp',
  holderStaffId: '0198c000-0000-7000-8000-000000000001',
  fondsCode: 'P01',
  openedOn: toPlainDate('2026-01-05'),
  closedOn: toPlainDate('2026-10-30'),
  state: 'open',
};
const paper: DossierPaper = {
  id: 'a',
  ownerType: 'document',
  ownerId: 'd',
  place: 1,
  symbol: '01-TB/TU',
  issuedOn: toPartialDate('2026-03-04'),
  issuer: 'Tỉnh uỷ',
  typeId: null,
  typeName: '',
  abstract: 'Về việc thử',
  signer: '',
  firstSheet: 1,
  pages: 3,
  note: '',
  files: [{ hash: 'x', name: 'a.pdf', size: 1, mime: 'application/pdf' }],
  standing: 'settled',
};
const surroundings = { today: toPlainDate('2026-11-22'), takenCodes: new Set<string>() };

function codes(
  change: Partial<RuledDossier>,
  papers: readonly DossierPaper[] = [paper],
  taken: readonly string[] = [],
): string[] {
  const given = { ...surroundings, takenCodes: new Set(taken) };
  return findDossierProblems({ ...dossier, ...change }, papers, given).map(({ code, weight }) => `${weight} ${code}`);
}

describe('the rules of a dossier', () => {
  it('find nothing in one that is whole', () => {
    expect(codes({})).toEqual([]);
  });

  it('name what the dossier itself lacks', () => {
    expect(codes({ code: '' })).toEqual(['submit code-missing']);
    expect(codes({ code: 'Hồ sơ 1' })).toEqual(['submit code-unfit']);
    expect(codes({ code: '../evil' })).toEqual(['submit code-unfit']);
    expect(codes({ code: 'HS-1' })).toEqual(['note code-form']);
    expect(codes({}, [paper], [dossier.code])).toEqual(['submit code-taken']);
    expect(codes({ heading: '', holderStaffId: null, fondsCode: '' })).toEqual([
      'note heading-missing',
      'note holder-missing',
      'note fonds-missing',
    ]);
    expect(codes({}, [])).toEqual(['close no-papers']);
    expect(codes({ closedOn: toPlainDate('2026-01-01') }, [paper])).toContain('close dates-swapped');
  });

  it('name what a paper lacks; a date outside the time of the dossier is a warning only', () => {
    const cases: readonly (readonly [Partial<DossierPaper>, readonly string[]])[] = [
      [{ files: [] }, ['submit file-missing']],
      [{ files: [{ hash: 'x', name: 'a.png', size: 1, mime: 'image/png' }] }, ['note file-not-pdf']],
      [{ firstSheet: null }, ['note sheets-missing']],
      [{ issuedOn: null }, ['note date-missing']],
      [{ issuedOn: toPartialDate('2025-12-31') }, ['note date-outside']],
      [{ issuedOn: toPartialDate('2026-11') }, ['note date-outside']],
      [{ issuedOn: toPartialDate('2026-10') }, []],
      [{ issuedOn: toPartialDate('2026') }, []],
      [{ issuedOn: toPartialDate('1944-12-31') }, ['note date-impossible']],
      [{ issuedOn: toPartialDate('2027-01-01') }, ['note date-impossible']],
      [{ standing: 'working' }, ['note work-open']],
      [{ standing: 'gone', abstract: '', files: [] }, ['submit paper-gone', 'submit file-missing']],
      [{ abstract: '' }, ['note abstract-missing']],
    ];
    for (const [change, expected] of cases) expect(codes({}, [{ ...paper, ...change }])).toEqual(expected);
    expect(codes({}, [paper, { ...paper, id: 'b', firstSheet: 1 }])).toEqual(['note sheets-overlap']);
  });

  it('let a dossier be closed without files, but not handed over', () => {
    const problems = findDossierProblems(dossier, [{ ...paper, files: [] }], surroundings);
    expect(isAllowed('close', problems)).toBe(true);
    expect(isAllowed('submit', problems)).toBe(false);
    expect(isAllowed('close', findDossierProblems(dossier, [], surroundings))).toBe(false);
  });

  it('want a dossier handed over by the end of the year after the one it was closed in', () => {
    expect(handOverDeadline(toPlainDate('2025-01-02'))).toBe('2026-12-31');
    expect(handOverDeadline(toPlainDate('2025-01-02'), 5)).toBe('2030-12-31');
    expect(codes({ openedOn: null, closedOn: toPlainDate('2024-12-31'), state: 'closed' }, [])).toContain(
      'note hand-over-late',
    );
    expect(codes({ openedOn: null, closedOn: toPlainDate('2024-12-31'), state: 'archived' }, [])).not.toContain(
      'note hand-over-late',
    );
  });

  it('know the steps of its life: what the archive has is never opened again', () => {
    expect(mayBecome('planned', 'open')).toBe(true);
    expect(mayBecome('planned', 'closed')).toBe(false);
    expect(mayBecome('submitted', 'returned')).toBe(true);
    expect(mayBecome('submitted', 'open')).toBe(false);
    expect(mayBecome('archived', 'open')).toBe(false);
  });

  it('count sheets, pages and the time of the papers', () => {
    const later = { ...paper, firstSheet: 4, pages: 2, issuedOn: toPartialDate('2026-09') };
    expect([countSheets([paper, later]), countPages([paper, later])]).toEqual([5, 5]);
    expect(spanOf([later, paper, { ...paper, issuedOn: null }])).toEqual({ first: '2026-03-04', last: '2026-09' });
    expect(spanOf([])).toEqual({ first: null, last: null });
  });
});
