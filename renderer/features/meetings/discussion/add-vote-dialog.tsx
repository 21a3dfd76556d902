import { Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { MeetingVoteFields } from '#shared/domain/meeting/meeting-vote-record.ts';
import { addVote } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

const text = meetingWorkText.votes;

type AddVoteDialogProps = {
  readonly meetingId: string;
  readonly order: number;
  /** The first question is proposed: nearly every meeting votes on its resolution. */
  readonly isFirst: boolean;
  readonly onClose: () => void;
};

/** Prepares a question to be voted on; its count comes later. */
export function AddVoteDialog({ meetingId, order, isFirst, onClose }: AddVoteDialogProps): ReactNode {
  const office = useOffice();
  const [question, setQuestion] = useState<string>(isFirst ? text.usual : '');
  const [way, setWay] = useState<MeetingVoteFields['way']>('hands');
  const [needs, setNeeds] = useState<MeetingVoteFields['needs']>('half');
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const words = normalizeLine(question);
    if (words === '') return;
    const saved = await addVote(office, { meetingId, question: words, way, needs, count: null, order }, 0);
    if (saved.ok) onClose();
    else notifyError(saved.error.code);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={text.add} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Textarea
            label={text.question}
            value={question}
            autosize
            minRows={2}
            maxLength={500}
            required
            data-autofocus
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <SegmentedControl
            size="md"
            aria-label={text.way}
            value={way}
            data={(['hands', 'ballot'] as const).map((value) => ({ value, label: text.ways[value] }))}
            onChange={(value) => setWay(value)}
          />
          <SegmentedControl
            size="md"
            aria-label={text.needs}
            value={needs}
            data={(['half', 'two-thirds'] as const).map((value) => ({ value, label: text.needsWords[value] }))}
            onChange={(value) => setNeeds(value)}
          />
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={onClose}>
              {sharedText.cancel}
            </Button>
            <WriteButton type="submit" size="md" disabled={normalizeLine(question) === ''}>
              {text.save}
            </WriteButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
