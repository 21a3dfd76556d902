import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeText } from '#shared/base/vietnamese.ts';
import { markDone, reopenDocument } from '#renderer/data/documents/document-repository.ts';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type DoneModalProps = { readonly document: DocumentRow; readonly opened: boolean; readonly onClose: () => void };

/** Says that the paper is dealt with, and how. */
export function DoneModal({ document, opened, onClose }: DoneModalProps): ReactNode {
  const kept = useDraft<string>(`done:${document.id}`);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.doneTitle}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      {kept !== undefined && <DoneForm document={document} kept={kept} onClose={onClose} />}
    </Modal>
  );
}

function DoneForm({
  document,
  kept,
  onClose,
}: Omit<DoneModalProps, 'opened'> & { readonly kept: string | null }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [result, setResult] = useState(kept ?? document.result);
  const forget = useKeepDraft(`done:${document.id}`, result, result !== document.result);
  const [doneOn, setDoneOn] = useState<PlainDate | null>(today);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (doneOn === null) return;
    setBusy(true);
    const saved = await markDone(office, document.id, { result: normalizeText(result), doneOn });
    setBusy(false);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    forget();
    onClose();
    const name = document.symbol === '' ? text.noSymbol : document.symbol;
    notifyDone(text.doneSaved(name), { undo: () => void reopenDocument(office, document.id) });
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Textarea
          label={text.doneResult}
          description={text.doneResultHint}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
        />
        <DateField
          label={text.doneOn}
          value={doneOn}
          today={today}
          onChange={setDoneOn}
          {...(doneOn === null ? { error: sharedText.required } : {})}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.markDone}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
