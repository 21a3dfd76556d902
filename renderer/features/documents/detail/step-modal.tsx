import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { finishHandover, recallHandover, returnHandover } from '#renderer/data/routing/routing-repository.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { HandoverRow } from '#renderer/data/rows.ts';
import { routingText as text } from '#renderer/messages/routing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

/** What is done with a step and wants words. */
export type StepAct = 'finish' | 'return' | 'recall';

const words: Readonly<Record<StepAct, { readonly title: string; readonly label: string; readonly done: string }>> = {
  finish: { title: text.finishTitle, label: text.finishResult, done: text.finished },
  return: { title: text.giveBackTitle, label: text.reason, done: text.givenBack },
  recall: { title: text.takeBackTitle, label: text.reason, done: text.takenBack },
};

type StepModalProps = { readonly act: StepAct; readonly step: HandoverRow; readonly onClose: () => void };

/** Asks for the result of a step, or for the reason why it is given or taken back. */
export function StepModal({ act, step, onClose }: StepModalProps): ReactNode {
  const office = useOffice();
  const { may: mayComplete } = useMay('document.complete');
  const [typed, setTyped] = useState('');
  const [alsoPaper, setAlsoPaper] = useState(step.purpose === 'lead' && mayComplete);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const { title, label, done } = words[act];

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const clean = normalizeText(typed);
    const saved =
      act === 'finish'
        ? await finishHandover(office, step.id, { result: clean, alsoPaper })
        : await (act === 'return' ? returnHandover : recallHandover)(office, step.id, clean);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(done);
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Textarea
            label={label}
            description={act === 'finish' ? text.finishHint : text.reasonHint}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={act === 'finish' ? 2000 : 500}
            autosize
            minRows={3}
            data-autofocus
          />
          {act === 'finish' && step.purpose === 'lead' && mayComplete && (
            <Checkbox
              label={text.alsoPaper}
              checked={alsoPaper}
              onChange={(event) => setAlsoPaper(event.currentTarget.checked)}
            />
          )}
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <Button type="submit">{title}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
