import { expect, test } from 'vitest';
import { formatEnrolmentCode, isWholeCode } from './enrolment-code.ts';

test('a code typed without dashes and in lower case is put in its printed form', () => {
  expect(formatEnrolmentCode(' 7kq2m xh4td9rwea ')).toBe('7KQ2M-XH4TD-9RWEA');
  expect(isWholeCode('7KQ2M-XH4TD-9RWEA')).toBe(true);
});

test('a code that is too short or holds a letter never printed is not whole', () => {
  expect(isWholeCode(formatEnrolmentCode('7KQ2M-XH4T'))).toBe(false);
  expect(isWholeCode('7KQ2M-XH4TD-9RWE0')).toBe(false);
});

test('what is typed beyond the fifteenth character is dropped', () => {
  expect(formatEnrolmentCode('7KQ2MXH4TD9RWEAZZZ')).toBe('7KQ2M-XH4TD-9RWEA');
});
