import { Button, Group, Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { linesOfBlock } from '#shared/domain/paper/paper-template.ts';
import { giveOpinion, type NewOpinion } from '#renderer/data/outgoing/outgoing-repository.ts';
import type { DraftVersionRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type OpinionModalProps = {
  readonly draft: DraftVersionRow;
  readonly opened: boolean;
  readonly onClose: () => void;
};

const kinds: readonly NewOpinion['kind'][] = ['comment', 'format-checked', 'changes-wanted'];
const WHOLE = 'whole';

/** Says something of the latest version, or of one block of it. */
export function OpinionModal({ draft, opened, onClose }: OpinionModalProps): ReactNode {
  const kept = useDraft<string>(`opinion:${draft.outgoingId}`);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.opinionTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {kept !== undefined && <OpinionForm draft={draft} kept={kept ?? ''} onClose={onClose} />}
    </Modal>
  );
}

function OpinionForm({
  draft,
  kept,
  onClose,
}: {
  readonly draft: DraftVersionRow;
  readonly kept: string;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const [kind, setKind] = useState<NewOpinion['kind']>('comment');
  const [block, setBlock] = useState(WHOLE);
  const [words, setWords] = useState(kept);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const forget = useKeepDraft(`opinion:${draft.outgoingId}`, words, words !== '');
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const saved = await giveOpinion(office, {
      outgoingId: draft.outgoingId,
      version: draft.version,
      kind,
      blockIndex: block === WHOLE ? null : Number(block),
      text: words,
    });
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    forget();
    onClose();
    notifyDone(text.opinionSaved);
  };
  const blocks = draft.content.blocks.map((each, place) => ({
    value: String(place),
    label: `${String(place + 1)}. ${linesOfBlock(each).join(' ').slice(0, 70)}`,
  }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Radio.Group label={text.opinionKind} value={kind} onChange={(value) => setKind(value)}>
          <Group gap="md" mt="xs">
            {kinds.map((value, place) => (
              <Radio
                key={value}
                value={value}
                label={text.opinionKinds[value]}
                {...(place === 0 ? { 'data-autofocus': true } : {})}
              />
            ))}
          </Group>
        </Radio.Group>
        <Select
          label={text.opinionAbout}
          value={block}
          data={[{ value: WHOLE, label: text.aboutWhole }, ...blocks]}
          onChange={(value) => setBlock(value ?? WHOLE)}
          searchable
        />
        <Textarea
          label={text.opinionWords}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit">{sharedText.save}</WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
