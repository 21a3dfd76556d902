import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useImports, type ListedImport } from '#renderer/data/import/use-imports.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { ImportBatchRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import classes from '../member-import.module.css';
import { UndoDialog } from './undo-dialog.tsx';

const text = importText.past;
const tones: Readonly<Record<ImportBatchRow['state'], ChipTone>> = {
  running: 'amber',
  done: 'green',
  undone: 'neutral',
};

/** Imports and comparisons of the office, each of which can be taken back as a whole. */
export function PastImports(): ReactNode {
  const imports = useImports();
  const [undoing, setUndoing] = useState<ImportBatchRow>();
  if (imports?.length === 0)
    return (
      <EmptyState icon={IconHistory} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    );
  return (
    <div className={classes.body} tabIndex={0} role="group" aria-label={text.list}>
      <ul className={classes.past}>
        {imports?.map((each) => (
          <PastRow key={each.batch.id} listed={each} onUndo={() => setUndoing(each.batch)} />
        ))}
      </ul>
      {undoing !== undefined && <UndoDialog batch={undoing} onClose={() => setUndoing(undefined)} />}
    </div>
  );
}

function PastRow({ listed, onUndo }: { readonly listed: ListedImport; readonly onUndo: () => void }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const { batch, waiting } = listed;
  const who = (id: string): string => names.staff(id) ?? valueText.unknownPerson;
  const device = names.device(batch.device) ?? valueText.deviceNumber(batch.device);
  return (
    <li className={classes.card}>
      <div className={classes.pastRow}>
        <span className={classes.pastName}>{batch.fileName}</span>
        <StatusChip tone={tones[batch.state]}>{text.states[batch.state]}</StatusChip>
        <span className={classes.spacer} />
        {batch.state === 'done' && (
          <Button size="xs" variant="default" onClick={onUndo}>
            {text.undo}
          </Button>
        )}
      </div>
      <div className={classes.note}>
        {`${text.kinds[batch.kind]}: ${text.counts(formatCount(batch.created), formatCount(batch.changed))}`}
        {waiting > 0 && ` (${text.waiting(formatCount(waiting))})`}
      </div>
      <div className={classes.note}>{text.by(who(batch.startedBy), formatWhen(batch.startedAt, today), device)}</div>
      {batch.undoneAt !== null && (
        <div className={classes.note}>
          {text.undoneBy(who(batch.undoneBy ?? ''), formatWhen(batch.undoneAt, today))}
        </div>
      )}
    </li>
  );
}
