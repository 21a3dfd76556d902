import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { whileInWork } from '#renderer/data/import/finish-imports.ts';
import { undoImport } from '#renderer/data/import/undo-import.ts';
import { useBrokenImports } from '#renderer/data/import/use-imports.ts';
import { continueImport } from '#renderer/data/import/write-import.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

const text = importText.broken;

/** Imports this PC was writing when the program ended: they are finished, or taken back. */
export function BrokenNotes(): ReactNode {
  const office = useOffice();
  const broken = useBrokenImports();
  const [busy, setBusy] = useState(false);
  const goOn = async (batchId: string): Promise<void> => {
    setBusy(true);
    const ended = await whileInWork(batchId, () => continueImport(office, batchId));
    setBusy(false);
    const batch = await office.db.importBatches.get(batchId);
    if (!ended.ok) notifyError(ended.error.code);
    else notifyDone(importText.write.done(formatCount(batch?.created ?? 0), formatCount(batch?.changed ?? 0)));
  };
  const undo = async (batchId: string): Promise<void> => {
    setBusy(true);
    const undone = await whileInWork(batchId, () => undoImport(office, batchId));
    setBusy(false);
    if (undone.ok) notifyDone(importText.write.stopped);
    else notifyError(undone.error.code);
  };
  return broken.map(({ batch: { id, fileName }, hasPlan }) => (
    <Alert key={id} color="amber" icon={<IconAlertTriangle aria-hidden />} title={text.title(fileName)}>
      <p>{hasPlan ? text.text : text.noPlan}</p>
      <Group gap="xs" mt="xs">
        {hasPlan && (
          <WriteButton size="xs" loading={busy} onClick={() => void goOn(id)}>
            {text.goOn}
          </WriteButton>
        )}
        <Button size="xs" variant="default" disabled={busy} onClick={() => void undo(id)}>
          {text.undo}
        </Button>
      </Group>
    </Alert>
  ));
}
