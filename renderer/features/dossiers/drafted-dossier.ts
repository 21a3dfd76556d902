import { equalValues } from '#shared/sync/equal-values.ts';
import type { DraftedDossier } from './dossier-draft.ts';

/** Fields of `now` that differ from the dossier as it was. */
export function changesOfDossier(before: DraftedDossier, now: DraftedDossier): Partial<DraftedDossier> {
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => !equalValues(value as never, before[field as keyof DraftedDossier] as never),
    ),
  );
}

/** A new line of a year's list. */
export function blankDossier(year: number, fondsCode: string, fondsName: string): DraftedDossier {
  return {
    year,
    fileNumber: '',
    heading: '',
    code: '',
    title: '',
    retentionYears: null,
    access: 'conditional',
    holderStaffId: null,
    unitId: null,
    keywords: '',
    termName: '',
    openedOn: null,
    inventoryNumber: '',
    boxNumber: '',
    fondsCode,
    fondsName,
    condition: '',
    paperCode: '',
    note: '',
  };
}

/** The fields of the form of a record that has more. */
export function pickDrafted(dossier: DraftedDossier): DraftedDossier {
  const fields = Object.keys(blankDossier(0, '', '')) as (keyof DraftedDossier)[];
  return Object.fromEntries(fields.map((field) => [field, dossier[field]])) as DraftedDossier;
}
