import type { RegisterFields } from '#shared/domain/register/register-record.ts';
import type { StockItem } from '#shared/domain/member/form-stock-record.ts';
import type { TransferKind } from './member-transfer-record.ts';

/** Kinds of introduction papers: for each kind of transfer, and for a move from cell to cell of this office (nội bộ). */
export type IntroductionKind = TransferKind | 'internal';

/** Type of paper, and what is counted of it (form 11-TCTW); which printed form goes with whom abroad is by local habit (unverified). */
export const introductions: Readonly<Record<IntroductionKind, { readonly typeId: string; readonly item: StockItem }>> =
  {
    official: { typeId: 'party-transfer-official', item: 'introduction-official' },
    temporary: { typeId: 'party-transfer-temporary', item: 'introduction-temporary' },
    internal: { typeId: 'party-transfer-internal', item: 'introduction-internal' },
    abroad: { typeId: 'party-transfer-abroad', item: 'introduction-plain' },
  };

const typeIds: ReadonlySet<unknown> = new Set(Object.values(introductions).map(({ typeId }) => typeId));

/** Whether a type is that of an introduction paper. */
export function isIntroductionType(typeId: unknown): boolean {
  return typeIds.has(typeId);
}

/** The book of introductions (Sổ giới thiệu sinh hoạt đảng): the only one of Party papers whose numbers begin anew each year, by kind. */
export function isIntroductionBook({
  book,
  regime,
  counting,
}: Pick<RegisterFields, 'book' | 'regime' | 'counting'>): boolean {
  return book === 'outgoing' && regime === 'party' && counting === 'type-year';
}
