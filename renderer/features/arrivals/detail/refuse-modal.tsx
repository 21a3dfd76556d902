import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { answerRecall, refuseArrival } from '#renderer/data/exchange/arrival-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type RefuseModalProps = {
  /** Refusing the paper, or to give it back. */
  readonly act: 'refuse' | 'disagree';
  readonly arrivalId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
};

const acts = {
  refuse: { title: text.refuseTitle, body: text.refuseBody, confirm: text.refuse, done: text.refused },
  disagree: { title: text.disagreeTitle, body: text.disagreeBody, confirm: text.disagree, done: text.disagreed },
} as const;

/** Says no, with the reason the sender will read. */
export function RefuseModal({ opened, onClose, ...form }: RefuseModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={acts[form.act].title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <RefuseForm {...form} onClose={onClose} />
    </Modal>
  );
}

function RefuseForm({ act, arrivalId, onClose }: Omit<RefuseModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved =
      act === 'refuse'
        ? await refuseArrival(office, arrivalId, reason)
        : await answerRecall(office, arrivalId, { agree: false, note: reason });
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
          label={text.reason}
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
