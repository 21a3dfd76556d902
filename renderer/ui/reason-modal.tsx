import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from './error-note.tsx';
import { WriteButton } from './write-button.tsx';

/** What is asked: heading, what will happen, name of the field, the button. */
export type ReasonWords = {
  readonly title: string;
  readonly body: string;
  readonly label: string;
  readonly confirm: string;
};

type ReasonModalProps = {
  readonly words: ReasonWords;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Does it; a code when it was refused, then the words stay on the screen. */
  readonly onGive: (reason: string) => Promise<ErrorCode | null>;
  /** An act that takes something back or refuses it. */
  readonly isGrave?: boolean;
};

/** Asks for the reason of an act, then does it. */
export function ReasonModal({ words, opened, onClose, onGive, isGrave = true }: ReasonModalProps): ReactNode {
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <ReasonForm words={words} onClose={onClose} onGive={onGive} isGrave={isGrave} />
    </Modal>
  );
}

function ReasonForm({
  words,
  onClose,
  onGive,
  isGrave,
}: Omit<ReasonModalProps, 'opened' | 'isGrave'> & { readonly isGrave: boolean }): ReactNode {
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const code = await onGive(reason);
    if (code === null) onClose();
    else setRefusal(code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p>{words.body}</p>
        <Textarea
          label={words.label}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          required
          data-autofocus
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" {...(isGrave && { color: 'red' })}>
            {words.confirm}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
