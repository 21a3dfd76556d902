import { expect, test } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { bookDate, bookDay } from './book-date.ts';

test.each([
  ['2026-02-05', '05/02/2026'],
  ['2026-05-27', '27/5/2026'],
  ['2026-10-01', '01/10/2026'],
  ['2026-01-31', '31/01/2026'],
  ['1998-03', '3/1998'],
  ['1998', '1998'],
])('%s is written %s in a book', (date, words) => {
  expect(bookDate(toPartialDate(date))).toBe(words);
});

test('an instant late in the evening of Greenwich is the next day in Vietnam', () => {
  expect(bookDay('2026-05-27T18:00:00.000Z')).toBe('28/5/2026');
});
