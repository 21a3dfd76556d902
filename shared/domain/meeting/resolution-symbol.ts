import { RESOLUTION_SUFFIX } from './meeting-words-table.ts';

const numbered = /^(?:số[:\s]*)?(\d{1,4})\s*[-–/]\s*NQ/iu;

/**
 * The symbol after those a cell's resolutions bear: cells number their resolutions within their term. A symbol that cannot be read counts for nothing; a
 * person may write another one.
 */
export function nextResolutionSymbol(symbols: readonly string[]): string {
  const highest = symbols.reduce((top, symbol) => Math.max(top, Number(numbered.exec(symbol.trim())?.[1] ?? 0)), 0);
  return `${String(highest + 1).padStart(2, '0')}${RESOLUTION_SUFFIX}`;
}
