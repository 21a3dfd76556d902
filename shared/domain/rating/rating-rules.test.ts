import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultRatingRules as rules } from './rating-criteria-table.ts';
import { countRatings, periodsOf, ratingLevels, spanOf, suggestLevel, type CountedRating } from './rating-rules.ts';

const rating = (level: CountedRating['decidedLevel'], notRated = ''): CountedRating => ({
  proposedLevel: null,
  decidedLevel: level,
  notRated,
});

it('one of five good ones may be excellent, the second is too many', () => {
  const good = Array.from({ length: 4 }, () => rating('good'));
  expect(countRatings([...good, rating('excellent')], 6, rules)).toMatchObject({
    allowed: 1,
    isOverCap: false,
    open: 1,
  });
  expect(countRatings([...good, rating('excellent'), rating('excellent')], 6, rules)).toMatchObject({
    isOverCap: true,
  });
});

it('who is not rated counts apart, and what is only proposed counts until it is decided', () => {
  const proposed: CountedRating = { proposedLevel: 'good', decidedLevel: null, notRated: '' };
  const decided: CountedRating = { proposedLevel: 'good', decidedLevel: 'fulfilled', notRated: '' };
  expect(countRatings([proposed, decided, rating(null, 'Được miễn')], 4, rules)).toMatchObject({
    levels: { good: 1, fulfilled: 1 },
    rated: 2,
    notRated: 1,
    open: 1,
  });
});

it('points suggest a level', () => {
  expect([100, 90, 89, 70, 50, 49, 0].map((total) => suggestLevel(total, rules))).toEqual([
    'excellent',
    'excellent',
    'good',
    'good',
    'fulfilled',
    'not-fulfilled',
    'not-fulfilled',
  ]);
});

it('everybody is counted exactly once', () => {
  const any = fc.record({
    proposedLevel: fc.option(fc.constantFrom(...ratingLevels)),
    decidedLevel: fc.option(fc.constantFrom(...ratingLevels)),
    notRated: fc.constantFrom('', '', 'Mới kết nạp'),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (ratings) => {
      const { rated, notRated, open } = countRatings(ratings, ratings.length, rules);
      expect(rated + notRated + open).toBe(ratings.length);
    }),
  );
});

it('a quarter and a year begin and end on their days', () => {
  expect(periodsOf(2026).map(spanOf)).toEqual([
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2026-10-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-12-31' },
  ]);
});
