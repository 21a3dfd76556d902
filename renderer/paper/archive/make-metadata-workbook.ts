import { Workbook, type Worksheet } from 'exceljs';
import {
  documentMetadata,
  dossierMetadata,
  listFields,
  partySheetRows,
  type MetadataSurroundings,
} from '#shared/domain/dossier/archive-metadata.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierFields } from '#shared/domain/dossier/dossier-record.ts';
import { documentMetadataFields, dossierMetadataFields } from '#shared/domain/dossier/metadata-table.ts';
import { partySheetColumns } from '#shared/domain/dossier/party-sheet-table.ts';

/** Names the SIP tools of State projects look for (domain.md 4.3). */
const STATE_SHEETS = ['Metadata_HS', 'MetadataVB'] as const;
const PARTY_SHEET = 'Metadata';

/**
 * Metadata of a dossier as XLSX: `state` has the two sheets of TT 05/2025/TT-BNV, `party` one flat sheet of 49 columns with a row per document. Row 1 says
 * the fields in Vietnamese, row 2 by their names; every cell is text, so that codes and dates stay as they are.
 */
export async function makeMetadataWorkbook(
  form: 'state' | 'party',
  dossier: DossierFields,
  papers: readonly DossierPaper[],
  surroundings: MetadataSurroundings,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = dossier.title;
  if (form === 'party') {
    fill(workbook.addWorksheet(PARTY_SHEET), partySheetColumns, partySheetRows(dossier, papers, surroundings));
  } else {
    const ofDossier = listFields(dossierMetadataFields, dossierMetadata(dossier, papers, surroundings));
    fill(workbook.addWorksheet(STATE_SHEETS[0]), dossierMetadataFields, [ofDossier.map(({ value }) => value)]);
    fill(
      workbook.addWorksheet(STATE_SHEETS[1]),
      documentMetadataFields,
      papers.map((paper) =>
        listFields(documentMetadataFields, documentMetadata(dossier, paper)).map(({ value }) => value),
      ),
    );
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(
  sheet: Worksheet,
  columns: readonly { readonly name: string; readonly title: string }[],
  rows: readonly (readonly string[])[],
): void {
  sheet.columns = columns.map(({ title }) => ({ width: Math.max(12, title.length + 2), style: { numFmt: '@' } }));
  sheet.addRow(columns.map(({ title }) => title)).font = { bold: true };
  sheet.addRow(columns.map(({ name }) => name)).font = { italic: true };
  for (const row of rows) sheet.addRow([...row]);
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
}
