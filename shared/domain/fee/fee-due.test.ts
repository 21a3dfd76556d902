import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, feeDue, findArrears, type FeeBasisEntry, type FeeDue } from './fee-due.ts';
import { addToMonth, defaultFeeRules, keptOf } from './fee-rules.ts';

const basis = (extra: Partial<FeeBasisEntry>): FeeBasisEntry => ({
  from: '2025-01',
  category: 'insured',
  base: 5_000_000,
  agreed: null,
  ...extra,
});

describe('what a member owes for a month', () => {
  it('is 1 % of the salary base, half a percent of the pension, a fixed sum for students', () => {
    expect(feeDue('2026-05', 'official', [basis({})], defaultFeeRules)).toMatchObject({ amount: 50_000 });
    expect(feeDue('2026-05', 'official', [basis({ category: 'pension' })], defaultFeeRules)).toMatchObject({
      amount: 25_000,
    });
    expect(
      feeDue('2026-05', 'probationary', [basis({ category: 'student', base: null })], defaultFeeRules),
    ).toMatchObject({ amount: 5000 });
  });

  it('goes by the rate and the basis of that very month', () => {
    const bases = [basis({ category: 'student', base: null }), basis({ from: '2026-04', base: 6_123_456 })];
    const amounts = ['2026-01', '2026-02', '2026-03', '2026-04'].map((month) =>
      feeDue(month, 'official', bases, defaultFeeRules),
    );
    expect(amounts.map((due) => due.kind === 'due' && due.amount)).toEqual([3000, 5000, 5000, 61_235]);
  });

  it('is nothing for who is no member here, and not told where something is missing', () => {
    expect(feeDue('2026-05', 'transferred', [basis({})], defaultFeeRules)).toEqual({ kind: 'none' });
    expect(feeDue('2026-05', 'official', [], defaultFeeRules)).toEqual({ kind: 'unknown', why: 'no-basis' });
    expect(feeDue('2026-05', 'official', [basis({ base: null })], defaultFeeRules)).toMatchObject({ why: 'no-base' });
    expect(feeDue('2026-05', 'official', [basis({ category: 'abroad' })], defaultFeeRules)).toMatchObject({
      why: 'no-rate',
    });
  });

  it('is the sum the superior agreed to where there is one', () => {
    expect(feeDue('2026-05', 'official', [basis({ agreed: 0 })], defaultFeeRules)).toMatchObject({ amount: 0 });
  });
});

describe('arrears', () => {
  const due = (amount: number): FeeDue => ({ kind: 'due', amount, category: 'farmer' });

  it('warn at two ended months of the year and alarm at three; the present month is not late', () => {
    const pay = (month: string): { month: string; paid: number; due: number } => ({ month, paid: 5000, due: 5000 });
    const of = (current: string, paid: readonly string[]): unknown =>
      findArrears(current, () => due(5000), paid.map(pay), defaultFeeRules).level;
    expect(of('2026-02', [])).toBe('none');
    expect(of('2026-03', [])).toBe('warn');
    expect(of('2026-04', [])).toBe('alarm');
    expect(of('2026-05', ['2026-01', '2026-03'])).toBe('warn');
    expect(of('2027-01', ['2026-01'])).toBe('alarm');
  });

  it('count a month paid in part, by what was due when it was paid', () => {
    const account = accountOf('2026-03', due(9000), [{ month: '2026-03', paid: 3000, due: 5000 }]);
    expect(account).toMatchObject({ paid: 3000, owed: 2000 });
  });

  it('owe exactly what was due and not paid, month by month', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.record({ at: fc.integer({ min: 0, max: 11 }), paid: fc.integer({ min: 1, max: 9000 }) })),
        (dues, paid) => {
          const month = (at: number): string => addToMonth('2026-01', at);
          const payments = paid.map((each) => ({ month: month(each.at), paid: each.paid, due: dues[each.at]! }));
          const { owed, months } = findArrears(
            '2027-01',
            (each) => due(dues[Number(each.slice(5)) - 1]!),
            payments,
            defaultFeeRules,
          );
          const byHand = dues.map((wanted, at) =>
            Math.max(0, wanted - paid.filter((each) => each.at === at).reduce((sum, each) => sum + each.paid, 0)),
          );
          expect(owed).toBe(byHand.reduce((sum, each) => sum + each, 0));
          expect(months).toEqual(byHand.flatMap((each, at) => (each > 0 ? [month(at)] : [])));
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('keeps a share and never more than was collected', () => {
  expect(keptOf(defaultFeeRules, 100_001, '2026-05')).toBe(90_001);
  expect(keptOf({ ...defaultFeeRules, roundTo: 1000 }, 400, '2026-05')).toBe(0);
});
