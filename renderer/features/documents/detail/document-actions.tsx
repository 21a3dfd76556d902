import { useState, type ReactNode } from 'react';
import { markDone, reopenDocument } from '#renderer/data/documents/document-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { rightsText } from '#renderer/messages/rights.ts';
import { DirectiveModal } from './directive-modal.tsx';
import { routingText } from '#renderer/messages/routing.ts';
import { HandOnModal } from './hand-on-modal.tsx';
import { DoneModal } from './done-modal.tsx';
import { MoreActions } from './more-actions.tsx';
import { NoteAction } from './note-action.tsx';

/** What can be done with the paper now; done by mistake is taken back by the notice's button. */
export function DocumentActions({ document }: { readonly document: DocumentRow }): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'done' | 'directive' | 'hand-on' | null>(null);
  const name = document.symbol === '' ? text.noSymbol : document.symbol;
  const close = (): void => setOpen(null);
  const { may: mayComplete } = useMay('document.complete');
  const { may: mayDirect } = useMay('directive.give');
  const { may: mayHandOn } = useMay('handover.make');
  const { may: mayEdit, roles } = useMay('document.edit');

  const reopen = async (): Promise<void> => {
    const result = await reopenDocument(office, document.id);
    if (!result.ok) {
      notifyError(result.error.code);
      return;
    }
    const { result: words, doneOn } = document;
    notifyDone(
      text.reopened(name),
      doneOn === null ? {} : { undo: () => void markDone(office, document.id, { result: words, doneOn }) },
    );
  };
  // What comes next is the filled button: a paper that waits for a directive is not ended but directed or handed on.
  const waits = document.state === 'awaiting-directive' && (mayDirect || mayHandOn);
  const done = mayComplete && document.state !== 'done' && (
    <WriteButton variant={waits ? 'default' : 'filled'} onClick={() => setOpen('done')}>
      {text.markDone}
    </WriteButton>
  );
  return (
    <>
      {mayComplete && document.state === 'done' && (
        <WriteButton variant="default" onClick={() => void reopen()}>
          {text.reopen}
        </WriteButton>
      )}
      {!waits && done}
      {mayDirect && (
        <WriteButton variant={waits ? 'filled' : 'default'} onClick={() => setOpen('directive')}>
          {text.directive}
        </WriteButton>
      )}
      {mayHandOn && (
        <WriteButton variant={waits && !mayDirect ? 'filled' : 'default'} onClick={() => setOpen('hand-on')}>
          {routingText.handOn}
        </WriteButton>
      )}
      {waits && done}
      {mayEdit ? (
        <WriteButton variant="default" onClick={() => navigate(routes.documentEdit(document.id))}>
          {text.edit}
        </WriteButton>
      ) : (
        <NoteAction document={document} whoMayEdit={rightsText.whoMay(roles)} />
      )}
      {document.secrecy === 'none' && <MoreActions document={document} />}
      <DoneModal document={document} opened={open === 'done'} onClose={close} />
      <HandOnModal document={document} opened={open === 'hand-on'} onClose={close} />
      <DirectiveModal document={document} opened={open === 'directive'} onClose={close} />
    </>
  );
}
