import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import type { PartialDate } from '#shared/base/partial-date.ts';
import type { DossierItemFields } from './dossier-item-record.ts';

/** A file of a paper in a dossier. */
export type PaperFile = {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly mime: AttachmentMime;
};

/** A line of a dossier with what the register says of its paper: all that lists, packages and rules need to know. */
export type DossierPaper = {
  readonly id: string;
  readonly ownerType: DossierItemFields['ownerType'];
  readonly ownerId: string | null;
  /** Counts from 1 in the order people see. */
  readonly place: number;
  readonly symbol: string;
  readonly issuedOn: PartialDate | null;
  readonly issuer: string;
  readonly typeId: string | null;
  /** Name of the type as printed; empty when unknown. */
  readonly typeName: string;
  readonly abstract: string;
  readonly signer: string;
  readonly firstSheet: number | null;
  readonly pages: number;
  readonly note: string;
  readonly files: readonly PaperFile[];
  /** `working`: the paper's own work is not ended; `gone`: the register's line was removed or is not here. */
  readonly standing: 'settled' | 'working' | 'gone';
};

/** Sheets a dossier has (tổng số tờ): up to the last sheet of the last numbered paper; 0 while none is numbered. */
export function countSheets(papers: readonly DossierPaper[]): number {
  return Math.max(
    0,
    ...papers.map(({ firstSheet, pages }) => (firstSheet === null ? 0 : firstSheet + Math.max(1, pages) - 1)),
  );
}

/** Pages of all papers together. */
export function countPages(papers: readonly DossierPaper[]): number {
  return papers.reduce((sum, { pages }) => sum + pages, 0);
}

/** First and last known date of the papers, as partial dates; null where none is known. */
export function spanOf(papers: readonly DossierPaper[]): {
  readonly first: PartialDate | null;
  readonly last: PartialDate | null;
} {
  const dates = papers.flatMap(({ issuedOn }) => (issuedOn === null ? [] : [issuedOn])).sort();
  return { first: dates[0] ?? null, last: dates.at(-1) ?? null };
}
