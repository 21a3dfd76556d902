import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { noteDelivery } from '#renderer/data/exchange/dispatch-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DispatchRow } from '#renderer/data/rows.ts';
import { sendingText as text } from '#renderer/messages/exchange.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type HandStatus = keyof typeof text.byHandChoices;
const choices = ['03', '02', '06'] as const satisfies readonly HandStatus[];

/** Notes what a recipient said who is not reached over the exchange: signed for it, gave it back, did it. */
export function DeliveryModal({
  dispatch,
  onClose,
}: {
  readonly dispatch: DispatchRow | null;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      opened={dispatch !== null}
      onClose={onClose}
      title={text.byHandTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {dispatch !== null && <DeliveryForm dispatch={dispatch} onClose={onClose} />}
    </Modal>
  );
}

function DeliveryForm({
  dispatch,
  onClose,
}: {
  readonly dispatch: DispatchRow;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const [status, setStatus] = useState<HandStatus>('03');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved = await noteDelivery(office, dispatch.id, { status, note });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.noted);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <strong>{dispatch.recipientName}</strong>
        <Radio.Group
          label={text.byHandStatus}
          value={status}
          onChange={(value) => setStatus(choices.find((choice) => choice === value) ?? '03')}
        >
          <Stack gap="xs" mt="xs">
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={text.byHandChoices[choice]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={text.byHandNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          maxLength={500}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit">{text.byHand}</WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
