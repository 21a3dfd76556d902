import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { voidOutgoing } from '#renderer/data/outgoing/number-outgoing.ts';
import { recallEverywhere } from '#renderer/data/outgoing/recall-everywhere.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type ReasonModalProps = {
  readonly outgoingId: string;
  readonly act: 'recall' | 'void';
  readonly opened: boolean;
  readonly onClose: () => void;
};

const acts = {
  recall: { title: text.recallTitle, body: text.recallBody, confirm: text.recall, done: text.recalled },
  void: { title: text.voidTitle, body: text.voidBody, confirm: text.voidNumber, done: text.voided },
} as const;

/** Takes an issued paper back, or voids its number: with a reason. */
export function ReasonModal({ outgoingId, act, opened, onClose }: ReasonModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={acts[act].title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <ReasonForm outgoingId={outgoingId} act={act} onClose={onClose} />
    </Modal>
  );
}

function ReasonForm({ outgoingId, act, onClose }: Omit<ReasonModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved = await (act === 'recall' ? recallEverywhere : voidOutgoing)(office, outgoingId, reason);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(acts[act].done);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p>{acts[act].body}</p>
        <Textarea
          label={text.reasonLabel}
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
          <WriteButton type="submit" color="red">
            {acts[act].confirm}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
