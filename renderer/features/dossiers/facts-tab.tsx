import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { countPages, countSheets, type DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { accessWords, dossiersText as text, retentionWords } from '#renderer/messages/dossiers.ts';
import { dossierFieldLabels as labels } from '#renderer/messages/document-office-fields.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';

type FactsTabProps = { readonly dossier: DossierRow; readonly papers: readonly DossierPaper[] };

/** What a dossier says of itself: the fields of TT 05/2025/TT-BNV. */
export function FactsTab({ dossier, papers }: FactsTabProps): ReactNode {
  const names = useRecordNames();
  const said = (value: string | undefined): string => (value === undefined || value === '' ? text.unknown : value);
  const day = (date: DossierRow['openedOn']): string => (date === null ? text.unknown : formatDate(date));
  const { holderStaffId, unitId } = dossier;
  return (
    <FactList
      facts={[
        { label: labels.code, value: said(dossier.code) },
        { label: labels.heading, value: said(dossier.heading) },
        { label: labels.year, value: String(dossier.year) },
        { label: labels.retentionYears, value: retentionWords(dossier.retentionYears) },
        { label: labels.access, value: accessWords[dossier.access] },
        { label: labels.holderStaffId, value: said(holderStaffId === null ? '' : names.staff(holderStaffId)) },
        { label: labels.unitId, value: said(unitId === null ? '' : names.unit(unitId)) },
        { label: labels.openedOn, value: day(dossier.openedOn) },
        { label: labels.closedOn, value: day(dossier.closedOn) },
        { label: text.sheetsAndPages, value: text.sheetsAndPagesOf(countSheets(papers), countPages(papers)) },
        { label: labels.termName, value: said(dossier.termName) },
        { label: labels.fondsCode, value: said(dossier.fondsCode) },
        { label: labels.fondsName, value: said(dossier.fondsName) },
        { label: labels.inventoryNumber, value: said(dossier.inventoryNumber) },
        { label: labels.boxNumber, value: said(dossier.boxNumber) },
        { label: labels.keywords, value: said(dossier.keywords) },
        { label: labels.condition, value: said(dossier.condition) },
        { label: labels.paperCode, value: said(dossier.paperCode) },
        { label: labels.note, value: said(dossier.note) },
      ]}
    />
  );
}
