import { Button, FileButton, Modal } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { importEdxmlStatus } from '#renderer/data/edxml/import-edxml-status.ts';
import { importEdxml } from '#renderer/data/edxml/import-edxml.ts';
import type { EdxmlFailure, EdxmlMessage, EdxmlPaper, EdxmlStatus } from '#renderer/data/edxml/edxml-paper.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { edxmlText as text } from '#renderer/messages/edxml.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { openEdxml, takeInEdxml } from '#renderer/platform/take-in-edxml.ts';
import { discardFile } from '#renderer/platform/store-file.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { EdxmlFailureNote, EdxmlPaperPreview, EdxmlStatusPreview } from './edxml-preview.tsx';

type Opened = { readonly message: EdxmlMessage } | { readonly failure: EdxmlFailure };

/** Chooses an edXML file, shows what is in it, and puts it into the incoming queue. */
export function EdxmlImportButton(): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const { may } = useMay('arrival.handle');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState(false);
  if (!may) return null;

  const open = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const read = await openEdxml(file);
    setBusy(false);
    setOpened(read.ok ? { message: read.value } : { failure: read.error });
  };
  const takePaper = async (paper: EdxmlPaper): Promise<void> => {
    const taken = await takeInEdxml(paper);
    if (!taken.ok) {
      notifyError(taken.error.code, paper.letter.symbol);
      return;
    }
    const { files, leftOut, hasUnread } = taken.value;
    const saved = await importEdxml(office, paper, files);
    if (!saved.ok) {
      for (const { hash } of files) await discardFile(hash);
      notifyError(saved.error.code, paper.letter.symbol);
      return;
    }
    const { outcome, heldFrom } = saved.value;
    const notes = [
      outcome === 'foreign' ? text.foreign(paper.from.name || paper.from.organId, heldFrom) : text.outcomes[outcome],
      ...(leftOut.length > 0
        ? [text.leftOut(leftOut.map(({ name, code }) => `${name} (${describeError(code).happened})`).join('; '))]
        : []),
      ...(hasUnread ? [text.unread] : []),
    ];
    if (notes.length > 1 || outcome === 'foreign') notifyInfo(notes.join('. '));
    else notifyDone(notes.join(''));
    navigate(routes.arrival(saved.value.arrivalId));
  };
  const takeStatus = async (status: EdxmlStatus): Promise<void> => {
    const saved = await importEdxmlStatus(office, status);
    if (saved.ok) notifyDone(text.statusNoted);
    else if (saved.error.code === 'record-missing') notifyInfo(text.statusUnknown);
    else notifyError(saved.error.code, status.about.symbol);
  };
  const take = async (message: EdxmlMessage): Promise<void> => {
    setBusy(true);
    await (message.form === 'paper' ? takePaper(message) : takeStatus(message));
    setBusy(false);
    setOpened(null);
  };
  const message = opened !== null && 'message' in opened ? opened.message : undefined;
  return (
    <>
      <FileButton accept=".edxml,.xml" onChange={(file) => void open(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={busy && opened === null}
            leftSection={<IconFileImport size="1rem" aria-hidden />}
          >
            {text.open}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={message?.form === 'status' ? text.titleStatus : text.title}
        size="lg"
        closeButtonProps={{ 'aria-label': text.cancel }}
      >
        {message?.form === 'paper' && <EdxmlPaperPreview paper={message} />}
        {message?.form === 'status' && <EdxmlStatusPreview status={message} />}
        {opened !== null && 'failure' in opened && <EdxmlFailureNote failure={opened.failure} />}
        <Button.Group mt="md">
          {message !== undefined && (
            <Button loading={busy} onClick={() => void take(message)} data-autofocus>
              {message.form === 'paper' ? text.take : text.note}
            </Button>
          )}
          <Button variant="default" onClick={() => setOpened(null)}>
            {text.cancel}
          </Button>
        </Button.Group>
      </Modal>
    </>
  );
}
