import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDraft } from '#renderer/data/drafts.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useWorkCalendar } from '#renderer/data/settings/use-work-calendar.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DirectiveForm } from './directive-form.tsx';

type DirectiveModalProps = { readonly document: DocumentRow; readonly opened: boolean; readonly onClose: () => void };

/** Takes down what a leader wrote on the paper: who leads, who helps, until when. */
export function DirectiveModal({ document, opened, onClose }: DirectiveModalProps): ReactNode {
  const staff = useStaff();
  const units = useUnits();
  const person = useActingPerson();
  const kept = useDraft<string>(`directive:${document.id}`);
  const calendar = useWorkCalendar();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.directiveTitle}
      size="38rem"
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {staff !== undefined && units !== undefined && kept !== undefined && calendar !== undefined && (
        <DirectiveForm
          document={document}
          staff={staff.filter(({ active }) => active)}
          units={units}
          person={person ?? null}
          kept={kept ?? ''}
          calendar={calendar}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
