import { Button, Group, Modal, MultiSelect, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useStaff } from '#renderer/data/organisation/use-organisation.ts';
import { askReviewers } from '#renderer/data/outgoing/outgoing-repository.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type AskReviewersModalProps = {
  readonly outgoingId: string;
  readonly version: number;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Asks people what they think of the latest version. */
export function AskReviewersModal({ opened, onClose, ...paper }: AskReviewersModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.askTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <AskForm {...paper} onClose={onClose} />
    </Modal>
  );
}

function AskForm({ outgoingId, version, onClose }: Omit<AskReviewersModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const staff = useStaff() ?? [];
  const [staffIds, setStaffIds] = useState<string[]>([]);
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved = await askReviewers(office, { outgoingId, version, staffIds, text: words });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.asked(staffIds.length));
  };
  const people = staff.filter(({ id, active, role }) => active && role !== 'cell-secretary' && id !== office.actor);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <MultiSelect
          label={text.askWhom}
          description={text.askWhomHint}
          data={people.map(({ id, name, post }) => ({
            value: id,
            label: post === '' ? name.full : `${name.full}, ${post}`,
          }))}
          value={staffIds}
          onChange={setStaffIds}
          searchable
          data-autofocus
        />
        <Textarea
          label={text.askText}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" disabled={staffIds.length === 0}>
            {text.askReviewers}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
