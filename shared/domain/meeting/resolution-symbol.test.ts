import { expect, it } from 'vitest';
import { nextResolutionSymbol } from './resolution-symbol.ts';

it('the next symbol of a cell follows the highest one, however it was written', () => {
  expect(nextResolutionSymbol([])).toBe('01-NQ/CB');
  expect(nextResolutionSymbol(['01-NQ/CB', 'Số 9-NQ/CB', '', '12 - NQ/CB', 'không số'])).toBe('13-NQ/CB');
});
