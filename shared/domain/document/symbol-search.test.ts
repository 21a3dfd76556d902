import { describe, expect, it } from 'vitest';
import { looksLikeSymbol, symbolQueryTokens, symbolTokens } from './symbol-search.ts';

function isFound(query: string, symbol: string): boolean {
  const have = new Set(symbolTokens(symbol));
  return symbolQueryTokens(query).every((token) => have.has(token));
}

describe('search by symbol', () => {
  it.each(['12-NQ/DU', '12 nq du', 'NQ12', 'Số 12-NQ/ĐU', 'nq/đu 12', '12', 'nq 012'])('%s finds 12-NQ/ĐU', (query) => {
    expect(isFound(query, '12-NQ/ĐU')).toBe(true);
  });

  it('does not find another number or body', () => {
    expect(isFound('NQ12', '112-NQ/ĐU')).toBe(false);
    expect(isFound('12-NQ/TU', '12-NQ/ĐU')).toBe(false);
  });

  it('treats TƯ and TW as one, but not TU', () => {
    expect(isFound('433-NQ/TW', '433-NQ/TƯ')).toBe(true);
    expect(isFound('433-NQ/TƯ', '433-NQ/TW')).toBe(true);
    expect(isFound('433-NQ/TU', '433-NQ/TW')).toBe(false);
  });

  it('ignores leading zeros on both sides', () => {
    expect(isFound('5 nq', '05-NQ/ĐU')).toBe(true);
    expect(isFound('05 nq', '5-NQ/ĐU')).toBe(true);
  });

  it('tells a symbol from words', () => {
    expect(looksLikeSymbol('12 nq du')).toBe(true);
    expect(looksLikeSymbol('15/QĐ-UBND')).toBe(true);
    expect(looksLikeSymbol('chuyển đổi số')).toBe(false);
  });
});
