import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { recallDispatches, updateDispatches } from '#renderer/data/exchange/dispatch-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

/** What recipients are told with a word: that the paper is wanted back, or changed. */
export type ReasonAct =
  | { readonly kind: 'recall'; readonly ids: readonly string[] }
  | { readonly kind: 'update'; readonly outgoingId: string };

const words = {
  recall: { title: text.recallTitle, body: text.recallBody, label: text.recallReason, confirm: text.recall },
  update: { title: text.updateTitle, body: text.updateBody, label: text.updateNote, confirm: text.update },
} as const;

/** Asks for the word the recipients will read, then does it. */
export function ReasonDialog({
  act,
  onClose,
}: {
  readonly act: ReasonAct | null;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      opened={act !== null}
      onClose={onClose}
      title={act === null ? '' : words[act.kind].title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {act !== null && <ReasonForm act={act} onClose={onClose} />}
    </Modal>
  );
}

function ReasonForm({ act, onClose }: { readonly act: ReasonAct; readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved =
      act.kind === 'recall'
        ? await recallDispatches(office, act.ids, reason)
        : await updateDispatches(office, act.outgoingId, reason);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    if (saved.value.ops.length === 0) notifyInfo(text.updateNothing);
    else notifyDone(act.kind === 'recall' ? text.recalled : text.updatedNow);
  };
  const { body, label, confirm } = words[act.kind];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p>{body}</p>
        <Textarea
          label={label}
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
          <WriteButton type="submit" {...(act.kind === 'recall' && { color: 'red' })}>
            {confirm}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
