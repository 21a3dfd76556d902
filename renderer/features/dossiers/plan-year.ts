import { fillTitle, moveTitle, proposedFiles } from '#shared/domain/dossier/file-plan-table.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import type { NewDossier } from '#renderer/data/dossiers/dossier-repository.ts';

/** What of a dossier goes on to the next year's list. */
type Former = Pick<
  DossierFields,
  'year' | 'fileNumber' | 'heading' | 'title' | 'retentionYears' | 'access' | 'holderStaffId' | 'unitId' | 'termName'
>;

/** Fonds new dossiers belong to. */
export type FondsOfNew = { readonly code: string; readonly name: string };

/** The newest year before `year` that has a list; undefined when there is none. */
export function findFormerYear(dossiers: readonly { readonly year: number }[], year: number): number | undefined {
  const years = dossiers.map((dossier) => dossier.year).filter((each) => each < year);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** The list of a year made of another year's: titles move on, what the year's list has already is left out. */
export function planFromFormer(
  former: readonly Former[],
  there: readonly { readonly title: string }[],
  year: number,
  fonds: FondsOfNew,
): readonly NewDossier[] {
  return withoutKnown(
    former.map((dossier) => ({
      year,
      fileNumber: dossier.fileNumber,
      heading: dossier.heading,
      title: moveTitle(dossier.title, dossier.year, year),
      retentionYears: dossier.retentionYears,
      access: dossier.access,
      holderStaffId: dossier.holderStaffId,
      unitId: dossier.unitId,
      termName: dossier.termName,
      fondsCode: fonds.code,
      fondsName: fonds.name,
    })),
    there,
  );
}

/** The list of a year from the proposals, numbered in their order. */
export function planFromModel(
  there: readonly { readonly title: string }[],
  year: number,
  term: string,
  fonds: FondsOfNew,
): readonly NewDossier[] {
  return withoutKnown(
    proposedFiles.map(({ heading, title, retentionYears }, i) => ({
      year,
      fileNumber: String(i + 1).padStart(2, '0'),
      heading,
      title: fillTitle(title, year, term),
      retentionYears,
      termName: term,
      fondsCode: fonds.code,
      fondsName: fonds.name,
    })),
    there,
  );
}

function withoutKnown(
  proposed: readonly NewDossier[],
  there: readonly { readonly title: string }[],
): readonly NewDossier[] {
  const known = new Set(there.map(({ title }) => title));
  return proposed.filter(({ title }) => !known.has(title));
}
