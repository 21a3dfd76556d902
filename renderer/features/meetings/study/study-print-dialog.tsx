import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import { listMissingReaders } from '#renderer/data/study/missing-readers.ts';
import type { CountedItem } from '#renderer/data/study/use-study.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { readSetting } from '#renderer/data/settings/use-setting.ts';
import { studyText as text } from '#renderer/messages/study.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';

type StudyPrintProps = {
  readonly cellName: string;
  /** The cell whose missing readers are named; null for all cells: then only figures are printed. */
  readonly cellId: string | null;
  readonly items: readonly CountedItem[];
  readonly onClose: () => void;
};

/** The reading list of a cell in large type, with who has not studied what. */
export function StudyPrintDialog({ cellName, cellId, items, onClose }: StudyPrintProps): ReactNode {
  const office = useOffice();
  const title = text.printTitle(cellName);
  const make = async (): Promise<Uint8Array> => {
    const [{ studySheet }, { makeSheetPdf }, fonts, name, missing] = await Promise.all([
      import('#renderer/paper/meeting/study-sheet.ts'),
      import('#renderer/paper/sheet/make-sheet-pdf.ts'),
      loadPaperFonts(),
      readSetting(office, 'office-name'),
      cellId === null
        ? undefined
        : listMissingReaders(
            office,
            cellId,
            items.map(({ item }) => item.id),
          ),
    ]);
    const sheet = studySheet({
      above: name?.partyName ?? '',
      cellName,
      printedOn: formatDate(office.today()),
      items: items.map(({ item, share }) => ({
        title: item.title,
        about: [item.symbol, item.issuer].filter((word) => word !== '').join(', '),
        minutes: item.readingMinutes,
        dueOn: item.dueOn === null ? '' : formatDate(item.dueOn),
        share: `${String(share.read)}/${String(share.of)}\n${percentOf(share.read, share.of)} %`,
        missing: missing?.get(item.id) ?? null,
      })),
    });
    return makeSheetPdf(sheet, fonts, new Date(office.nowMs()));
  };
  return (
    <PdfDialog
      title={text.print}
      name={title}
      paperKey={JSON.stringify([cellId, items.map(({ item, share }) => [item.id, item.seq, share.read])])}
      make={make}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={async (bytes) => {
        const printed = await printPdf(title, bytes);
        if (!printed.ok) notifyError(printed.error.code);
        else if (printed.value) await noteAudit('printed', { type: 'studyItem', detail: 'list' });
      }}
      onSave={async (bytes) => {
        const saved = await saveAs(`${title}.pdf`, bytes);
        if (!saved.ok) notifyError(saved.error.code);
        else if (saved.value) notifyDone(text.saved);
      }}
      onClose={onClose}
      isLarge
    />
  );
}
