import { expect, it } from 'vitest';
import { createFarewell } from './farewell.ts';

it('a word is said at closing only while an urgent paper is unsent, with what the page told last', () => {
  const said: string[] = [];
  const farewell = createFarewell((title, body) => said.push(`${title}: ${body}`));
  farewell.say();
  farewell.note({ all: 5, urgent: 0 });
  farewell.say();
  expect(said).toEqual([]);
  farewell.note({ all: 5, urgent: 2 });
  farewell.say();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('2 văn bản khẩn');
  farewell.note({ all: 0, urgent: 0 });
  farewell.say();
  expect(said).toHaveLength(1);
});
