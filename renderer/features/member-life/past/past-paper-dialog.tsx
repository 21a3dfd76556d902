import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { memberPastText as text } from '#renderer/messages/member-past.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';

type PastPaperDialogProps = {
  readonly memberId: string;
  readonly values: MemberFields;
  readonly day: PlainDate;
  readonly onClose: () => void;
};

/** Form 1-HSĐV as it would have been filled on a day. */
export function PastPaperDialog({ memberId, values, day, onClose }: PastPaperDialogProps): ReactNode {
  const office = useOffice();
  const fileName = text.fileName(values.name.full, formatDate(day));
  const note = (): Promise<void> => noteAudit('printed', { type: 'member', id: memberId, detail: 'member-past' });
  return (
    <PdfDialog
      title={fileName}
      name={text.paper}
      paperKey={day}
      make={async () => {
        // What draws forms is loaded when one is asked for.
        const { makePastLife } = await import('./make-past-life.ts');
        return makePastLife(office, memberId, values, day);
      }}
      onFailed={(error) => {
        console.error(error);
        notifyError('unexpected');
      }}
      onPrint={async (bytes) => {
        const printed = await printPdf(fileName, bytes);
        if (!printed.ok) notifyError(printed.error.code);
        else if (printed.value) await note();
      }}
      onSave={async (bytes) => {
        const saved = await saveAs(`${fileName}.pdf`, bytes);
        if (!saved.ok) notifyError(saved.error.code);
        else if (saved.value) {
          notifyDone(text.saved);
          await note();
        }
      }}
      onClose={onClose}
    />
  );
}
