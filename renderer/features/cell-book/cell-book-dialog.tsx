import type { ReactNode } from 'react';
import { readCellBook } from '#renderer/data/members/read-cell-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useReach } from '#renderer/data/rights/use-reach.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { cellBookText as text } from '#renderer/messages/cell-book.ts';
import { exportingText } from '#renderer/messages/exporting.ts';
import { exportList } from '#renderer/platform/export-list.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';

type CellBookDialogProps = { readonly cell: UnitRow; readonly year: number; readonly onClose: () => void };

/** The book as it will be printed. Leaving the program it asks what for, and the log keeps that. */
export function CellBookDialog({ cell, year, onClose }: CellBookDialogProps): ReactNode {
  const office = useOffice();
  const { isPrivate } = useReach();
  const put = async (way: 'print' | 'pdf', bytes: Uint8Array): Promise<void> => {
    const fileName = text.fileName(cell.name, year);
    const left = await exportList({
      list: 'cell-book',
      name: text.name,
      way,
      count: await countMembers(office, cell.id, year),
      fileName: way === 'pdf' ? `${fileName}.pdf` : fileName,
      about: { type: 'unit', id: cell.id },
      make: () => Promise.resolve(bytes),
    });
    if (!left.ok) notifyError(left.error.code);
    else if (left.value && way === 'pdf') notifyDone(exportingText.saved(text.name));
  };
  return (
    <PdfDialog
      title={text.dialog(cell.name, year)}
      name={text.dialog(cell.name, year)}
      paperKey={`${cell.id} ${String(year)} ${String(isPrivate)}`}
      make={async () => {
        // What draws papers is loaded when one is asked for.
        const { makeCellBook } = await import('./make-cell-book.ts');
        return makeCellBook(office, cell.id, year, isPrivate);
      }}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={(bytes) => put('print', bytes)}
      onSave={(bytes) => put('pdf', bytes)}
      onClose={onClose}
    />
  );
}

async function countMembers(office: Office, cellId: string, year: number): Promise<number> {
  return (await readCellBook(office, cellId, year))?.members.length ?? 0;
}
