import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';

/**
 * What a symbol is found by: its numbers without leading zeros and its folded letter groups, apart.
 * `05-NQ/ĐU` gives 5, nq, du. TƯ also stands for TW, so it is found by both.
 */
export function symbolTokens(symbol: string): readonly string[] {
  const tokens = split(symbol);
  return /TƯ/u.test(normalizeLine(symbol).toUpperCase()) ? [...tokens, 'tw'] : tokens;
}

/** The tokens a typed query for a symbol asks for, in any order: `NQ12`, `12 nq du`, `12-NQ/DU`. `TƯ` asks for TW. */
export function symbolQueryTokens(query: string): readonly string[] {
  return split(normalizeLine(query).replace(/(?<!\p{L})tư(?!\p{L})/giu, 'tw'));
}

/** Whether a text typed into the search field can be a number or symbol: it has a digit and only short letter groups. */
export function looksLikeSymbol(query: string): boolean {
  const tokens = split(query);
  return (
    tokens.length > 0 &&
    tokens.length <= 6 &&
    tokens.some((token) => /^\d/.test(token)) &&
    tokens.every((token) => token.length <= 8)
  );
}

function split(text: string): readonly string[] {
  const tokens = foldForSearch(text).match(/\d+|\p{L}+/gu) ?? [];
  const trimmed = tokens.map((token) => token.replace(/^0+(?=\d)/, ''));
  return trimmed[0] === 'so' && trimmed.length > 1 ? trimmed.slice(1) : trimmed;
}
