import { describe, expect, it } from 'vitest';
import { cardsFor, countOwnWork, listsFor, type CardCounts } from './today-cards.ts';

const counts: CardCounts = {
  awaiting: 4,
  mine: 2,
  unit: 3,
  overdue: 1,
  unnumbered: 5,
  choose: 1,
  unsent: 12,
  registered: 31,
  'in-progress': 6,
};

describe('the first page', () => {
  it('begins with what the role is there for', () => {
    expect(cardsFor('leader', counts)[0]).toEqual({ id: 'awaiting', count: 4, alarm: false });
    expect(cardsFor('clerk', counts).map(({ id }) => id)).toContain('unnumbered');
    expect(listsFor('leader')[0]).toBe('awaiting');
    expect(listsFor('officer')[0]).toBe('mine');
  });
  it('counts as waiting only what this person can do something about', () => {
    expect(countOwnWork('leader', counts)).toBe(7);
    expect(countOwnWork('officer', counts)).toBe(3);
  });
  it('marks trouble only when there is some', () => {
    expect(
      cardsFor('clerk', counts)
        .filter(({ alarm }) => alarm)
        .map(({ id }) => id),
    ).toEqual(['overdue', 'choose']);
    expect(cardsFor('clerk', { ...counts, overdue: 0, choose: 0 }).some(({ alarm }) => alarm)).toBe(false);
  });
});
