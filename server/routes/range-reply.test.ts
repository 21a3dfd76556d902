import { expect, it } from 'vitest';
import { parseRange } from './range-reply.ts';

it('one range of bytes is understood, cut at the end of the file; anything else means the whole file', () => {
  expect(parseRange('bytes=0-', 10)).toEqual({ start: 0, end: 9 });
  expect(parseRange('bytes=4-6', 10)).toEqual({ start: 4, end: 6 });
  expect(parseRange('bytes=4-600', 10)).toEqual({ start: 4, end: 9 });
  expect(parseRange('bytes=10-', 10)).toBe('outside');
  expect(parseRange('bytes=6-4', 10)).toBe('outside');
  for (const header of [undefined, '', 'bytes=-5', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=99999999999999999-']) {
    expect(parseRange(header, 10)).toBeUndefined();
  }
});
