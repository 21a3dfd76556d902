import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { writingText as text } from '#renderer/messages/outgoing-writing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type SaveModalProps = {
  readonly version: number;
  readonly isApproved: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Saves with this note; the code of a refusal, or null when it is saved. */
  readonly onSave: (note: string) => Promise<ErrorCode | null>;
};

/** Saves a version: Enter is enough, a note is welcome. */
export function SaveModal({ version, opened, onClose, ...rest }: SaveModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.saveTitle(version)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <SaveForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function SaveForm({ isApproved, onClose, onSave }: Omit<SaveModalProps, 'opened' | 'version'>): ReactNode {
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const code = await onSave(note.trim());
    setBusy(false);
    setRefusal(code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {isApproved && <p>{text.saveApprovedWarning}</p>}
        <TextInput
          label={text.saveNote}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" loading={busy}>
            {sharedText.save}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
