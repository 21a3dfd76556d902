import { useState } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { readDossierPapers } from '#renderer/data/dossiers/read-dossier-papers.ts';
import type { Office } from '#renderer/data/office.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { inventoryTable, papersTable, recordTable, type TableSurroundings } from './dossier-tables.ts';

/** What can be printed: of a year, or of one dossier. */
export type TableKind = 'inventory' | 'papers' | 'cover' | 'record';

/** What a table is made of. */
export type TableParts = {
  readonly year: number;
  readonly dossiers: readonly DossierRow[];
  readonly dossier: DossierRow | undefined;
  readonly papers: readonly DossierPaper[] | undefined;
};

/** Makes tables of what stood there when the dialogue was opened. The PDF writer is loaded only when one is made. */
export function useDossierTable(parts: TableParts): {
  readonly makeTable: (kind: TableKind) => Promise<TableBook>;
  readonly makePdf: (kind: TableKind) => Promise<Uint8Array>;
} {
  const office = useOffice();
  const person = useActingPerson()?.name.full ?? '';
  const [fixed] = useState(parts);
  const makeTable = (kind: TableKind): Promise<TableBook> => buildTable(office, kind, fixed, person);
  return {
    makeTable,
    makePdf: async (kind) => {
      const [table, fonts, { makeTablePdf }] = await Promise.all([
        makeTable(kind),
        loadPaperFonts(),
        import('#renderer/paper/books/make-table-pdf.ts'),
      ]);
      return makeTablePdf(table, fonts, { author: office.device.commune.name });
    },
  };
}

async function buildTable(office: Office, kind: TableKind, parts: TableParts, person: string): Promise<TableBook> {
  const [name, fonds] = await Promise.all([readSetting(office, 'office-name'), readSetting(office, 'fonds')]);
  const surroundings: TableSurroundings = {
    body: name?.partyName ?? office.device.commune.name,
    archive: fonds?.archive ?? '',
    person,
    today: office.today(),
  };
  const { dossier, papers = [] } = parts;
  if (kind === 'inventory' || dossier === undefined) {
    const printed = await Promise.all(
      parts.dossiers.map(async (each) => ({ dossier: each, papers: await readDossierPapers(office, each.id) })),
    );
    return inventoryTable(parts.year, printed, surroundings);
  }
  if (kind === 'record') return recordTable({ dossier, papers }, surroundings);
  return papersTable({ dossier, papers }, surroundings, kind === 'cover');
}
