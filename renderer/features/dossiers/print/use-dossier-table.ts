import { useEffect, useState } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { readDossierPapers } from '#renderer/data/dossiers/read-dossier-papers.ts';
import type { Office } from '#renderer/data/office.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import type { ViewerSource } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
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

/** A table as PDF, to be shown, printed or saved. */
export type MadeTable = {
  readonly key: string;
  readonly table: TableBook;
  readonly bytes: Uint8Array;
  readonly source: ViewerSource;
};

/** Makes the table once per kind; undefined while it is being made. The PDF writer is loaded only now. */
export function useDossierTable(kind: TableKind, parts: TableParts): MadeTable | undefined {
  const office = useOffice();
  const person = useActingPerson()?.name.full ?? '';
  const [made, setMade] = useState<MadeTable>();
  // What is printed is what stood there when the dialogue was opened.
  const [fixed] = useState(parts);
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<void> => {
      const [table, fonts, { makeTablePdf }] = await Promise.all([
        buildTable(office, kind, fixed, person),
        loadPaperFonts(),
        import('#renderer/paper/books/make-table-pdf.ts'),
      ]);
      const bytes = await makeTablePdf(table, fonts, { author: office.device.commune.name });
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
      if (isCurrent) setMade({ key: kind, table, bytes, source: { kind: 'bytes', bytes: blob } });
    };
    make().catch((error: unknown) => {
      console.error(error);
      if (isCurrent) notifyError('unexpected');
    });
    return () => {
      isCurrent = false;
    };
  }, [office, kind, fixed, person]);
  return made?.key === kind ? made : undefined;
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
