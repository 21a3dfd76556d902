import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { isChangeable } from '#shared/domain/dossier/dossier-rules.ts';
import { fileInDossier } from '#renderer/data/dossiers/dossier-item-repository.ts';
import { useDossiers, useDossiersOf } from '#renderer/data/dossiers/use-dossiers.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type FilePaperModalProps = { readonly document: DocumentRow; readonly opened: boolean; readonly onClose: () => void };

/** Puts the paper into a dossier of the list of files, from where it is read. */
export function FilePaperModal({ document, opened, onClose }: FilePaperModalProps): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={dossiersText.filePaper.title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <FilePaperForm document={document} onClose={onClose} />
    </Modal>
  );
}

function FilePaperForm({ document, onClose }: Omit<FilePaperModalProps, 'opened'>): ReactNode {
  const text = dossiersText.filePaper;
  const office = useOffice();
  const dossiers = useDossiers() ?? [];
  const there = useDossiersOf('document', document.id) ?? [];
  const [dossierId, setDossierId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const open = dossiers.filter(({ id, state }) => isChangeable(state) && !there.some((each) => each.id === id));
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (dossierId === null) return;
    setBusy(true);
    const saved = await fileInDossier(office, dossierId, [{ ownerType: 'document', ownerId: document.id }]);
    setBusy(false);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done(open.find(({ id }) => id === dossierId)?.title ?? ''));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={text.dossier}
          placeholder={text.hint}
          nothingFoundMessage={text.nothing}
          searchable
          limit={100}
          value={dossierId}
          onChange={setDossierId}
          data={open.map(({ id, year, fileNumber, title }) => ({
            value: id,
            label: text.line(year, fileNumber, title),
          }))}
          data-autofocus
        />
        {there.length > 0 && <span>{text.there(there.map(({ title }) => title).join('; '))}</span>}
        {refusal !== null && <ErrorNote code={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" loading={busy} disabled={dossierId === null}>
            {text.save}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  );
}
