import { describe, expect, it } from 'vitest';
import { placesOf } from './agency-places.ts';
import { recallStanding } from './recall.ts';

describe('where a paper goes', () => {
  const directory: Readonly<Record<string, { mergedInto: string | null }>> = {
    stands: { mergedInto: null },
    gone: { mergedInto: 'stands' },
    'long-gone': { mergedInto: 'gone' },
    round: { mergedInto: 'about' },
    about: { mergedInto: 'round' },
    'into-nothing': { mergedInto: 'nobody' },
  };
  const find = (code: string): { mergedInto: string | null } | undefined => directory[code];

  it('follows mergers to the office that stands', () => {
    expect(placesOf('stands', find)).toEqual(['stands']);
    expect(placesOf('long-gone', find)).toEqual(['long-gone', 'gone', 'stands']);
  });

  it('is nowhere for a code nobody knows, and ends where a circle closes', () => {
    expect(placesOf('nobody', find)).toEqual([]);
    expect(placesOf('round', find)).toEqual(['round', 'about']);
    expect(placesOf('into-nothing', find)).toEqual(['into-nothing']);
  });
});

describe('a wish to take a paper back', () => {
  it('is open until its own answer comes, and open again when it is repeated', () => {
    expect(recallStanding({ recallAt: null, recallStatus: null, recallAnsweredFor: null })).toBeNull();
    expect(recallStanding({ recallAt: 'a', recallStatus: null, recallAnsweredFor: null })).toBe('13');
    expect(recallStanding({ recallAt: 'a', recallStatus: '16', recallAnsweredFor: 'a' })).toBe('16');
    expect(recallStanding({ recallAt: 'b', recallStatus: '16', recallAnsweredFor: 'a' })).toBe('13');
  });
});
