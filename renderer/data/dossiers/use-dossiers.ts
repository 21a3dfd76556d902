import { compareNaturally } from '#shared/domain/dossier/dossier-code.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierItemFields } from '#shared/domain/dossier/dossier-item-record.ts';
import type { DocumentRow, DossierRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { countItems, listUnfiled, readDocuments, type Unfiled } from './list-unfiled.ts';
import { readDossierPapers } from './read-dossier-papers.ts';

/** A dossier with how many papers lie in it. */
export type CountedDossier = DossierRow & { readonly papers: number };

/** Every dossier of the office: newest year first, then by heading and number as people count; undefined while loading. */
export function useDossiers(): readonly CountedDossier[] | undefined {
  return useLive(async (office) => {
    const [rows, counts] = await Promise.all([
      office.db.dossiers.filter(({ removed }) => !removed).toArray(),
      countItems(office),
    ]);
    return rows
      .map((row) => ({ ...row, papers: counts.get(row.id) ?? 0 }))
      .sort(
        (a, b) =>
          b.year - a.year ||
          compareNaturally(a.fileNumber, b.fileNumber) ||
          compareNaturally(a.title, b.title) ||
          (a.id < b.id ? -1 : 1),
      );
  }, []);
}

/** The papers of a dossier in order; undefined while loading. */
export function useDossierPapers(dossierId: string): readonly DossierPaper[] | undefined {
  return useLive((office) => readDossierPapers(office, dossierId), [dossierId]);
}

/** The dossiers a paper of a register lies in; undefined while loading. */
export function useDossiersOf(
  ownerType: DossierItemFields['ownerType'],
  ownerId: string,
): readonly DossierRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const items = await db.dossierItems.where('ownerId').equals(ownerId).toArray();
      const live = items.filter((item) => !item.removed && item.ownerType === ownerType);
      const dossiers = await db.dossiers.bulkGet(live.map(({ dossierId }) => dossierId));
      return dossiers.filter((row) => row?.removed === false).filter((row) => row !== undefined);
    },
    [ownerType, ownerId],
  );
}

/** Ended work of a year that lies in no dossier yet; undefined while loading. */
export function useUnfiled(year: number): Unfiled | undefined {
  return useLive((office) => listUnfiled(office, year), [year]);
}

/** Rows of these documents, in their order; undefined while loading. */
export function useDocumentsOf(ids: readonly string[]): readonly DocumentRow[] | undefined {
  return useLive((office) => readDocuments(office, ids), [ids.join(' ')]);
}
