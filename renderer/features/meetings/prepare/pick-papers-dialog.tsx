import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { PaperPicker, type PickedPaper } from './paper-picker.tsx';

type PickPapersDialogProps = {
  readonly known: readonly string[];
  readonly onClose: () => void;
  readonly onPick: (paperIds: readonly string[]) => Promise<void>;
};

/** Finds papers of the registers for one meeting. */
export function PickPapersDialog({ known, onClose, onPick }: PickPapersDialogProps): ReactNode {
  const [picked, setPicked] = useState<readonly PickedPaper[]>([]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={meetingsText.prepare.addPapers}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <PaperPicker known={known} picked={picked} onChange={setPicked} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" size="md" onClick={onClose}>
          {sharedText.cancel}
        </Button>
        <WriteButton size="md" disabled={picked.length === 0} onClick={() => void onPick(picked.map(({ id }) => id))}>
          {sharedText.save}
        </WriteButton>
      </Group>
    </Modal>
  );
}
