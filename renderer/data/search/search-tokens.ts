import { foldForSearch, hasMarks } from '#shared/base/vietnamese.ts';
import { looksLikeSymbol, symbolQueryTokens, symbolTokens } from '#shared/domain/document/symbol-search.ts';

const word = /\d+|\p{L}+/gu;
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The folded pieces a text is found by: letter groups and numbers apart, numbers without leading zeros. */
export function textTokens(text: string): readonly string[] {
  return (foldForSearch(text).match(word) ?? []).map(withoutZeros);
}

/**
 * The marked pieces of a text, only those that bear marks: hats and horns kept, the tone moved to the end,
 * so that hoà and hòa are one. They start with `=`, which no folded piece does.
 */
export function markedTokens(text: string): readonly string[] {
  if (!hasMarks(text)) return [];
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? [];
  return words.filter((piece) => hasMarks(piece)).map(markedKey);
}

/** What a paper's symbol is found by. */
export function tokensOfSymbol(symbol: string): readonly string[] {
  return symbol === '' ? [] : symbolTokens(symbol);
}

/** A typed query: pieces that must all occur (the last one as a beginning), marked pieces that rank first, and whether it can be a symbol. */
export type Query = {
  readonly terms: readonly string[];
  readonly marked: readonly string[];
  readonly isSymbol: boolean;
};

/** Takes a query apart. While the last word is being typed it counts as a beginning; after a space it still does, which harms nothing. */
export function parseQuery(text: string): Query {
  const isSymbol = looksLikeSymbol(text);
  const terms = isSymbol ? symbolQueryTokens(text) : textTokens(text);
  return { terms, marked: markedTokens(text), isSymbol };
}

function markedKey(piece: string): string {
  const parts = piece.normalize('NFD');
  const tone = parts.match(toneMarks)?.[0] ?? '';
  return `=${parts.replace(toneMarks, '').normalize('NFC')}${tone}`;
}

function withoutZeros(token: string): string {
  return token.replace(/^0+(?=\d)/, '');
}
