import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { partsOfSeries } from '#shared/domain/register/series.ts';
import type { TermRow } from '#renderer/data/rows.ts';
import { numbersText } from '#renderer/messages/numbers.ts';

/** A series in words: `Năm 2026`, `Quyết định, nhiệm kỳ 2025 - 2030`. */
export function wordsOfSeries(series: string, terms: readonly TermRow[]): string {
  const { typeId, span } = partsOfSeries(series);
  const isYear = /^\d{4}$/.test(span);
  const term = isYear ? span : (terms.find(({ id }) => id === span)?.name ?? numbersText.unknownTerm);
  if (typeId === undefined) return isYear ? numbersText.year(span) : term;
  const type = findDocumentType(typeId)?.name ?? typeId;
  return isYear ? numbersText.inYear(type, span) : numbersText.inTerm(type, term);
}
