import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';

/** What a letter's file is called inside: type, number and symbol, what it is about. */
export function titleOf({ typeId, abstract, record }: PaperFacts): string {
  const type = findDocumentType(typeId)?.name ?? '';
  return [type, record.symbol, abstract].filter((part) => part !== '').join(' ');
}
