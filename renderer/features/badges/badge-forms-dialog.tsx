import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { badgesText } from '#renderer/messages/badges.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import type { ChoosableLine } from './badge-views.ts';

const { forms: text } = badgesText;

type BadgeFormsDialogProps = {
  readonly on: PlainDate;
  readonly lines: readonly ChoosableLine[];
  readonly onClose: () => void;
};

/** The declarations (6-HHD) of those chosen, one after the other as they will be printed. */
export function BadgeFormsDialog({ on, lines, onClose }: BadgeFormsDialogProps): ReactNode {
  const office = useOffice();
  const fileName = text.fileName(formatDate(on));
  const note = async (): Promise<void> => {
    for (const { member } of lines) await noteAudit('printed', { type: 'member', id: member.id, detail: 'badges' });
  };
  const print = async (bytes: Uint8Array): Promise<void> => {
    const printed = await printPdf(fileName, bytes);
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) await note();
  };
  const save = async (bytes: Uint8Array): Promise<void> => {
    const saved = await saveAs(`${fileName}.pdf`, bytes);
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) {
      notifyDone(text.saved);
      await note();
    }
  };
  return (
    <PdfDialog
      title={text.title(lines.length)}
      name={text.name}
      paperKey={lines.map(({ key }) => key).join()}
      make={async () => {
        // What draws forms is loaded when one is asked for.
        const { makeBadgeForms } = await import('./make-badge-forms.ts');
        return makeBadgeForms(office, on, lines);
      }}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={print}
      onSave={save}
      onClose={onClose}
    />
  );
}
