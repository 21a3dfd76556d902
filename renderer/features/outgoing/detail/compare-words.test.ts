import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from './compare-words.ts';

const words = fc
  .array(fc.constantFrom('Đảng', 'uỷ', 'xã', 'họp', 'ngày', '20/11', '\n'), { maxLength: 30 })
  .map((list) => list.join(' '));

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('comparing two versions', () => {
  it('says which words were added and which taken out', () => {
    expect(compareWords('họp ngày 20 tháng 11', 'họp ngày 22 tháng 11')).toEqual([
      { kind: 'same', text: 'họp ngày ' },
      { kind: 'removed', text: '20 ' },
      { kind: 'added', text: '22 ' },
      { kind: 'same', text: 'tháng 11' },
    ]);
    expect(compareWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  });

  it('leaves of both texts no word out and puts none in', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = compareWords(before, after);
        const side = (left: 'added' | 'removed'): string =>
          squeezed(
            changes
              .filter(({ kind }) => kind !== left)
              .map(({ text }) => text)
              .join(''),
          );
        expect(side('added')).toBe(squeezed(before));
        expect(side('removed')).toBe(squeezed(after));
      }),
    );
  });

  it('is done in time with long texts that have nothing in common', () => {
    const long = (word: string): string => Array.from({ length: 5000 }, (_, i) => `${word}${String(i)}`).join(' ');
    expect(compareWords(long('a'), long('b'))).toHaveLength(2);
  });
});
