import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { checklistFor } from '#shared/domain/transfer/transfer-checklist-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { saveTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import classes from '../transfers.module.css';
import type { SentView } from './sent-view.ts';

const { prepare: text } = transfersText;

/** What is to be done before the member goes; ticked off one by one, and seen by the receiving office. */
export function ChecklistTab({ view, isOpen }: { readonly view: SentView; readonly isOpen: boolean }): ReactNode {
  const office = useOffice();
  const { may } = useMay('transfer.send');
  const { transfer } = view;
  const entries = checklistFor(transfer.kind);
  const done = entries.filter(({ code }) => transfer.checked.includes(code)).length;
  const tick = async (code: string, isDone: boolean): Promise<void> => {
    const others = transfer.checked.filter((each) => each !== code);
    const checked = isDone ? [...others, code] : others;
    const saved = await saveTransfer(office, transfer.id, { checked }, transfer.seq);
    if (!saved.ok) notifyError(saved.error.code);
  };
  return (
    <>
      <p className={classes.hint}>{isOpen ? text.intro : text.done(done, entries.length)}</p>
      <Stack gap="xs">
        {entries.map(({ code, words }) => (
          <Checkbox
            key={code}
            label={words}
            checked={transfer.checked.includes(code)}
            disabled={!may || !isOpen}
            onChange={(event) => void tick(code, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </>
  );
}
