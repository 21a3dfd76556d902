import { expect, test } from 'vitest';
import { partsOf } from './breakable-code.tsx';

test('a code may be broken behind its slashes and dashes only, and loses nothing', () => {
  expect(partsOf('01/2022/TTLT-BCA')).toEqual(['01/', '2022/', 'TTLT-', 'BCA']);
  expect(partsOf('Số 12-NQ/ĐU')).toEqual(['Số 12-', 'NQ/', 'ĐU']);
  for (const code of ['', '-', '/a', 'a//b', '15/QĐ-UBND-', 'không số']) expect(partsOf(code).join('')).toBe(code);
});
