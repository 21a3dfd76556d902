import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from './blank-member.ts';
import { findCompleteness, listDuePapers, yearsOfPapers } from './completeness.ts';
import { fieldWeights } from './completeness-table.ts';
import type { MemberFields } from './member-record.ts';

const years = yearsOfPapers(toPlainDate('2026-11-22'), 2);
const member = (fields: Partial<MemberFields>): MemberFields => ({ ...blankMember, ...fields });
const codes = (fields: Partial<MemberFields>): string[] => listDuePapers(member(fields), years).map(({ code }) => code);

/** A record with everything: every weighed field, every paper. */
const full = (fields: Partial<MemberFields>): MemberFields => {
  const filled = Object.fromEntries(fieldWeights.map(([field]) => [field, '2018-02-03']));
  const base = member({ ...(filled as Partial<MemberFields>), ...fields });
  return { ...base, heldPapers: listDuePapers(base, years).map(({ code }) => code) };
};

describe('papers of a dossier', () => {
  it('are asked of a candidate only when the dossier is being made, of the probationary up to the admission', () => {
    expect(codes({ state: 'candidate', candidateStage: 'chosen' })).toEqual([]);
    expect(codes({ state: 'candidate', candidateStage: 'preparing' })).toContain('application');
    expect(codes({ state: 'probationary' })).toContain('admission-decision');
    expect(codes({ state: 'probationary' })).not.toContain('recognition-decision');
    expect(codes({ state: 'official' })).toContain('recognition-decision');
    expect(codes({ state: 'guest' })).toEqual([]);
  });

  it('come yearly for full years of membership, not for the exempt', () => {
    const yearly = (fields: Partial<MemberFields>): string[] =>
      codes(fields).filter((code) => code.startsWith('yearly-sheet'));
    expect(yearly({ state: 'official', admittedOn: toPartialDate('1990') })).toEqual([
      'yearly-sheet:2024',
      'yearly-sheet:2025',
    ]);
    expect(yearly({ state: 'official', admittedOn: toPartialDate('2024-05-19') })).toEqual(['yearly-sheet:2025']);
    expect(yearly({ state: 'exempt', admittedOn: toPartialDate('1960') })).toEqual([]);
  });
});

describe('how complete a record is', () => {
  it('is all of it with every field and paper, whatever only some have', () => {
    for (const state of ['candidate', 'probationary', 'official', 'exempt', 'guest'] as const) {
      const record = full({ state, candidateStage: 'preparing' });
      const held = record.heldPapers.filter((code) => code !== 'union-resolution');
      expect([state, findCompleteness({ ...record, heldPapers: held }, years)]).toEqual([
        state,
        { percent: 100, missingFields: [], missingPapers: [] },
      ]);
    }
  });

  it('falls with each thing that is missing, by its weight, and says which', () => {
    const record = full({ state: 'official' });
    const lacking = (code: string): MemberFields => ({
      ...record,
      heldPapers: record.heldPapers.filter((held) => held !== code),
    });
    const decision = findCompleteness(lacking('admission-decision'), years);
    const yearly = findCompleteness(lacking('yearly-sheet:2025'), years);
    expect(decision.missingPapers.map(({ code }) => code)).toEqual(['admission-decision']);
    expect(decision.percent).toBeLessThan(yearly.percent);
    expect(yearly.percent).toBeLessThan(100);
    expect(findCompleteness({ ...record, citizenId: '' }, years).missingFields).toEqual(['citizenId']);
  });

  it('does not ask for a paper somebody has said is not needed', () => {
    const record = full({ state: 'official' });
    const without = { ...record, heldPapers: record.heldPapers.filter((code) => code !== 'opinions') };
    expect(findCompleteness(without, years).percent).toBeLessThan(100);
    expect(findCompleteness({ ...without, unneededPapers: ['opinions'] }, years).percent).toBe(100);
  });

  it('of an empty record is nothing', () => {
    expect(findCompleteness(member({ state: 'official' }), years).percent).toBe(0);
  });
});
