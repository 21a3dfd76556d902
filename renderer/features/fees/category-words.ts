import { feeCategories, isFeeCategory } from '#shared/domain/fee/fee-category-table.ts';
import type { FeeBasisRow } from '#renderer/data/rows.ts';

/** The group of a payer in words; a code of a newer build as it is. */
export function categoryWords(basis: Pick<FeeBasisRow, 'category'> | undefined): string {
  if (basis === undefined) return '';
  return isFeeCategory(basis.category) ? feeCategories[basis.category] : basis.category;
}
