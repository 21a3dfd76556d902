import { expect, it } from 'vitest';
import { findVoteProblem, isCarried, votesNeeded } from './vote-rules.ts';

const count = { entitled: 15, voters: 12, yes: 8, no: 3, none: 1 };

it('a count is right when its parts make up the voters, who were there and may vote', () => {
  expect(findVoteProblem(count, 12)).toBeUndefined();
  expect(findVoteProblem(count, 11)).toBe('too-many-voters');
  expect(findVoteProblem({ ...count, none: 0 }, 12)).toBe('sums');
  expect(findVoteProblem({ ...count, yes: 9 }, 12)).toBe('sums');
  expect(findVoteProblem({ entitled: 15, voters: 0, yes: 0, no: 0, none: 0 }, 12)).toBe('nobody');
});

it('a question is carried by more than half, or two thirds, of all official members, also of those who are not there', () => {
  expect([
    votesNeeded('half', 15),
    votesNeeded('half', 16),
    votesNeeded('two-thirds', 15),
    votesNeeded('two-thirds', 16),
  ]).toEqual([8, 9, 10, 11]);
  expect(isCarried({ needs: 'half', count })).toBe(true);
  expect(isCarried({ needs: 'half', count: { ...count, yes: 7, none: 2 } })).toBe(false);
  expect(isCarried({ needs: 'two-thirds', count })).toBe(false);
  expect(isCarried({ needs: 'half', count: null })).toBeUndefined();
});
