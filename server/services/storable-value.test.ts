import { expect, it } from 'vitest';
import { isStorableValue } from './storable-value.ts';

it('texts PostgreSQL cannot keep are found at any depth; all other Vietnamese text and JSON passes', () => {
  for (const value of ['Nguyễn Thị Ố', '𠀀 chữ Nôm 👍', 0, null, true, { a: ['b', { c: 'd' }] }])
    expect(isStorableValue(value)).toBe(true);
  for (const value of ['a\u0000', '\ud800', 'x\udc00y', ['ok', ['\u0000']], { a: { '\u0000': 1 } }])
    expect(isStorableValue(value)).toBe(false);
});
