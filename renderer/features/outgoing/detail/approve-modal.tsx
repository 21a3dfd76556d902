import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { approveOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import type { OpinionRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import classes from './outgoing-detail.module.css';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type ApproveModalProps = {
  readonly outgoingId: string;
  readonly version: number;
  readonly opinions: readonly OpinionRow[];
  /** People who delegated their approval to who is here. */
  readonly delegators: readonly string[];
  /** Whether the person may approve in their own right. */
  readonly mayOwn: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Approves one version of the text. */
export function ApproveModal({ opened, onClose, ...paper }: ApproveModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.approveTitle(paper.version)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <ApproveForm {...paper} onClose={onClose} />
    </Modal>
  );
}

const OWN = 'own';

function ApproveForm({
  outgoingId,
  version,
  opinions,
  delegators,
  mayOwn,
  onClose,
}: Omit<ApproveModalProps, 'opened'>): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const [words, setWords] = useState('');
  const [behalf, setBehalf] = useState(mayOwn ? OWN : (delegators[0] ?? OWN));
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const isChecked = opinions.some((opinion) => opinion.kind === 'format-checked' && opinion.version === version);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const onBehalfOf = behalf === OWN ? null : behalf;
    const saved = await approveOutgoing(office, { outgoingId, version, text: words, onBehalfOf });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.approved);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <p>{text.approveBody}</p>
        {!isChecked && <p className={classes.note}>{text.approveFormat}</p>}
        {delegators.length > 0 && (
          <Select
            label={text.approveAs}
            value={behalf}
            data={[
              ...(mayOwn ? [{ value: OWN, label: text.approveOwn }] : []),
              ...delegators.map((id) => ({ value: id, label: text.behalf(names.staff(id) ?? text.unknownPerson) })),
            ]}
            onChange={(value) => value !== null && setBehalf(value)}
            allowDeselect={false}
          />
        )}
        <Textarea
          label={text.approveText}
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
          <WriteButton type="submit" data-autofocus>
            {text.approve}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
