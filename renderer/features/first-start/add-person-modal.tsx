import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { setCurrentStaff } from '#renderer/data/session.ts';
import { firstStartText as text } from '#renderer/messages/first-start.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { AddPersonForm } from './add-person-form.tsx';

/** Adds a person from within the app and goes on as that person. */
export function AddPersonModal({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const added = (id: string): void => {
    onClose();
    void setCurrentStaff(office, id);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={text.addSelf} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <AddPersonForm onAdded={added} />
    </Modal>
  );
}
