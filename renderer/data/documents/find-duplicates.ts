import { foldForSearch } from '#shared/base/vietnamese.ts';
import type { PartialDate } from '#shared/base/partial-date.ts';
import type { Office } from '../office.ts';
import type { DocumentRow } from '../rows.ts';

/** What tells two papers are one: symbol, date and issuer. Sloppy forms of a symbol count as the same. */
export type DuplicateQuestion = {
  readonly symbol: string;
  readonly issuedOn: PartialDate | null;
  readonly issuer: string;
  readonly exceptId?: string;
};

/** Papers that may be the same one: same symbol and, where both sides know them, same date and issuer. */
export async function findDuplicates(
  office: Office,
  { symbol, issuedOn, issuer, exceptId }: DuplicateQuestion,
): Promise<readonly DocumentRow[]> {
  if (!/\d/.test(symbol)) return [];
  const ids = await office.search.withSymbol(symbol);
  const rows = await office.db.documents.bulkGet([...ids.slice(0, 50)]);
  const folded = foldForSearch(issuer);
  return rows.filter(
    (row): row is NonNullable<typeof row> =>
      row !== undefined &&
      row.id !== exceptId &&
      !row.removed &&
      (issuedOn === null || row.issuedOn === null || row.issuedOn === issuedOn) &&
      (folded === '' || row.issuer === '' || foldForSearch(row.issuer) === folded),
  );
}
