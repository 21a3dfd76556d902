import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import { saveDocument } from '#renderer/data/documents/document-repository.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type NoteActionProps = {
  readonly document: DocumentRow;
  /** Said to those who may write a note only. */ readonly whoMayEdit: string;
};

/** For those who may not edit the line, but may write a note on the paper. */
export function NoteAction({ document, whoMayEdit }: NoteActionProps): ReactNode {
  const { may } = useMay('document.note');
  const [opened, setOpened] = useState(false);
  const kept = useDraft<string>(`note:${document.id}`);
  if (!may) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {text.noteAction}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={text.noteAction}
        closeButtonProps={{ 'aria-label': sharedText.close }}
      >
        {kept !== undefined && (
          <NoteForm document={document} kept={kept} whoMayEdit={whoMayEdit} onClose={() => setOpened(false)} />
        )}
      </Modal>
    </>
  );
}

type NoteFormProps = NoteActionProps & { readonly kept: string | null; readonly onClose: () => void };

function NoteForm({ document, kept, whoMayEdit, onClose }: NoteFormProps): ReactNode {
  const office = useOffice();
  const [note, setNote] = useState(kept ?? document.note);
  const forget = useKeepDraft(`note:${document.id}`, note, note !== document.note);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved = await saveDocument(office, document.id, { note: normalizeText(note) }, document.seq);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    forget();
    onClose();
    notifyDone(text.noteSaved, { undo: () => void undo(office, saved.value) });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Textarea
          label={text.note}
          description={text.noteHint(whoMayEdit)}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit">{sharedText.save}</Button>
        </Group>
      </Stack>
    </form>
  );
}
