import { useRef, useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { transfersText } from '#renderer/messages/transfers.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { printPdf, saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { PdfDialog } from '#renderer/ui/pdf-frame/pdf-dialog.tsx';
import type { IntroductionOwner, MadeIntroduction } from './make-introduction.ts';

const { print: text } = transfersText;

type IntroductionDialogProps = { readonly of: IntroductionOwner; readonly onClose: () => void };

/** The introduction paper with its stub as it will be printed. */
export function IntroductionDialog({ of, onClose }: IntroductionDialogProps): ReactNode {
  const office = useOffice();
  const made = useRef<MadeIntroduction>(undefined);
  const [name, setName] = useState('');
  const type = of.kind === 'transfer' ? 'memberTransfer' : 'memberEvent';
  const note = () => noteAudit('printed', { type, id: of.id, detail: text.action });
  const print = async (bytes: Uint8Array): Promise<void> => {
    const printed = await printPdf(made.current?.fileName ?? text.action, bytes);
    if (!printed.ok) notifyError(printed.error.code);
    else if (printed.value) await note();
  };
  const save = async (bytes: Uint8Array): Promise<void> => {
    const saved = await saveAs(`${made.current?.fileName ?? text.action}.pdf`, bytes);
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) {
      notifyDone(text.saved);
      await note();
    }
  };
  return (
    <PdfDialog
      title={text.title(name)}
      name={text.action}
      paperKey={of.id}
      make={async () => {
        // What draws forms is loaded when one is asked for.
        const { makeIntroduction } = await import('./make-introduction.ts');
        made.current = await makeIntroduction(office, of);
        setName(made.current.memberName);
        return made.current.bytes;
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
