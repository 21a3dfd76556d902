import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import { isIntroductionBook } from '#shared/domain/transfer/introduction.ts';
import { useRegisters } from '#renderer/data/registers/use-registers.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { IssueForm } from './issue-form.tsx';

type IssueModalProps = {
  readonly outgoing: OutgoingRow;
  /** What is printed; undefined for a paper signed on paper. */
  readonly content: PaperContent | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Gives the paper its number and keeps it as it was issued. */
export function IssueModal({ outgoing, content, opened, onClose }: IssueModalProps): ReactNode {
  const registers = useRegisters('outgoing')?.filter(
    (each) => each.regime === outgoing.regime && !isIntroductionBook(each),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.issueTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {registers !== undefined &&
        (registers.length === 0 ? (
          <p>{text.noRegister}</p>
        ) : (
          <IssueForm outgoing={outgoing} content={content} registers={registers} onClose={onClose} />
        ))}
    </Modal>
  );
}
