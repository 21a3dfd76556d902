import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeLine, normalizeText } from '#shared/base/vietnamese.ts';
import { padFileNumber } from '#shared/domain/dossier/dossier-code.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';

/** The form of a dossier as typed. */
export type DossierDraft = {
  readonly year: string;
  readonly fileNumber: string;
  readonly heading: string;
  readonly code: string;
  readonly title: string;
  readonly retentionYears: string;
  readonly access: DossierFields['access'];
  readonly holderStaffId: string | null;
  readonly unitId: string | null;
  readonly keywords: string;
  readonly termName: string;
  readonly openedOn: PlainDate | null;
  readonly inventoryNumber: string;
  readonly boxNumber: string;
  readonly fondsCode: string;
  readonly fondsName: string;
  readonly condition: string;
  readonly paperCode: string;
  readonly note: string;
};

/** Fields the form writes. */
export type DraftedDossier = Omit<
  DossierFields,
  'state' | 'closedOn' | 'packageHash' | 'submittedAt' | 'receiptNumber' | 'receivedOn' | 'returnReason'
>;

/** What stands in the way of saving. */
export type DossierDraftProblem = 'title' | 'year' | 'retention';

/** The form of a dossier that is there, or of a new one. */
export function createDossierDraft(dossier: DraftedDossier): DossierDraft {
  return {
    ...dossier,
    year: String(dossier.year),
    retentionYears: dossier.retentionYears === null ? '' : String(dossier.retentionYears),
  };
}

/** What is wrong with the form. */
export function findDraftProblems(draft: DossierDraft): readonly DossierDraftProblem[] {
  const problems: DossierDraftProblem[] = [];
  if (normalizeLine(draft.title) === '') problems.push('title');
  if (!/^(19[3-9]\d|2[01]\d\d)$/.test(draft.year.trim())) problems.push('year');
  if (draft.retentionYears.trim() !== '' && readYears(draft.retentionYears) === undefined) problems.push('retention');
  return problems;
}

/** The dossier as it is stored; only for a form without problems. */
export function readDossierDraft(draft: DossierDraft): DraftedDossier {
  return {
    ...draft,
    year: Number(draft.year.trim()),
    fileNumber: padFileNumber(draft.fileNumber),
    heading: normalizeLine(draft.heading),
    code: normalizeLine(draft.code),
    title: normalizeLine(draft.title),
    retentionYears: readYears(draft.retentionYears) ?? null,
    keywords: normalizeLine(draft.keywords),
    termName: normalizeLine(draft.termName),
    inventoryNumber: normalizeLine(draft.inventoryNumber),
    boxNumber: normalizeLine(draft.boxNumber),
    fondsCode: normalizeLine(draft.fondsCode),
    fondsName: normalizeLine(draft.fondsName),
    condition: normalizeLine(draft.condition),
    paperCode: normalizeLine(draft.paperCode),
    note: normalizeText(draft.note),
  };
}

/** Years of keeping from 2 to 70 (Luật 33/2024/QH15); undefined for anything else. */
function readYears(typed: string): number | undefined {
  const years = /^\d{1,2}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return years >= 2 && years <= 70 ? years : undefined;
}
