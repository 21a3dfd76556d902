import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { spanOf, type DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { closeDossier } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossierProblemWords, dossiersText as text } from '#renderer/messages/dossiers.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';

type CloseDossierDialogProps = {
  readonly dossier: DossierRow;
  readonly papers: readonly DossierPaper[];
  readonly onClose: () => void;
};

/** Asks on which day the work ended; the day of the last paper is offered. */
export function CloseDossierDialog({ dossier, papers, onClose }: CloseDossierDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { last } = spanOf(papers);
  const lastDay = last === null ? undefined : findExactDate(last);
  const { openedOn } = dossier;
  const [closedOn, setClosedOn] = useState<PlainDate | null>(
    lastDay !== undefined && (openedOn === null || lastDay >= openedOn) ? lastDay : today,
  );
  const isTooEarly = closedOn !== null && openedOn !== null && closedOn < openedOn;
  const save = async (): Promise<void> => {
    if (closedOn === null) return;
    const saved = await closeDossier(office, dossier.id, closedOn);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done.closed, { undo: () => void undo(office, saved.value) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.ask.close(dossier.title)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <div>{text.ask.closeBody}</div>
          <DateField
            label={text.ask.closeOn}
            value={closedOn}
            today={today}
            required
            onChange={setClosedOn}
            error={isTooEarly ? dossierProblemWords['dates-swapped'] : undefined}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.ask.keep}
            </Button>
            <Button type="submit" disabled={closedOn === null || isTooEarly}>
              {text.close}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
