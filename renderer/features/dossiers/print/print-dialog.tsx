import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { dossierTableText as text } from '#renderer/messages/dossier-tables.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import { useDossierTable, type TableKind } from './use-dossier-table.ts';

type PrintDialogProps = {
  readonly year: number;
  /** Dossiers of the year, for the inventory. */
  readonly dossiers: readonly DossierRow[];
  /** One dossier and its papers, for all other tables. */
  readonly dossier?: DossierRow;
  readonly papers?: readonly DossierPaper[];
  readonly first?: TableKind;
  readonly onClose: () => void;
};

/** What is printed of dossiers, as it will be on paper. */
export function PrintDialog({ year, dossiers, dossier, papers, first, onClose }: PrintDialogProps): ReactNode {
  const kinds: readonly TableKind[] = dossier === undefined ? ['inventory'] : ['papers', 'cover', 'record'];
  const [kind, setKind] = useState<TableKind>(first ?? kinds[0] ?? 'inventory');
  const { makeTable, makePdf } = useDossierTable({ year, dossiers, dossier, papers });
  const name = text.fileName(text.kinds[kind], dossier?.code ?? String(year)).trim();

  const put = async (ending: 'pdf' | 'xlsx', bytes: Uint8Array): Promise<void> => {
    const saved = await saveAs(`${name}.${ending}`, bytes);
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) {
      notifyDone(text.dialog.saved);
      await noteAudit('list-exported', { type: 'dossier', detail: kind });
    }
  };
  const print = async (bytes: Uint8Array): Promise<void> => {
    const printed = await printPdf(`${name}.pdf`, bytes);
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) await noteAudit('printed', { type: 'dossier', detail: kind });
  };
  return (
    <PdfDialog
      title={text.dialog.title}
      name={text.kinds[kind]}
      paperKey={kind}
      make={() => makePdf(kind)}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={print}
      onSave={(bytes) => put('pdf', bytes)}
      onClose={onClose}
      controls={
        <Select
          label={text.dialog.kind}
          allowDeselect={false}
          data-autofocus
          data={kinds.map((value) => ({ value, label: text.kinds[value] }))}
          value={kind}
          onChange={(chosen) => chosen !== null && setKind(chosen)}
        />
      }
      moreActions={
        <Button
          variant="default"
          onClick={() =>
            void makeTable(kind)
              .then(toWorkbook)
              .then((bytes) => put('xlsx', bytes))
          }
        >
          {text.dialog.xlsx}
        </Button>
      }
    />
  );
}

/** The library comes when it is asked for: the page's start must not wait for it. */
async function toWorkbook(table: TableBook): Promise<Uint8Array> {
  const { makeWorkbook } = await import('#renderer/paper/books/make-workbook.ts');
  return makeWorkbook(table);
}
