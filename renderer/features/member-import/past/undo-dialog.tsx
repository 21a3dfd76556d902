import { Button, Group, Loader, Modal, SegmentedControl, Stack } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { findTouched, type Touched } from '#renderer/data/import/find-touched.ts';
import { whileInWork } from '#renderer/data/import/finish-imports.ts';
import { undoImport } from '#renderer/data/import/undo-import.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { ImportBatchRow } from '#renderer/data/rows.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../member-import.module.css';

const text = importText.undo;
type Choice = 'keep' | 'undo';

/** Asks before an import is taken back: for each record that somebody used or changed since, whether it stays. */
export function UndoDialog({
  batch,
  onClose,
}: {
  readonly batch: ImportBatchRow;
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const [touched, setTouched] = useState<readonly Touched[]>();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let isWanted = true;
    void findTouched(office, batch.id).then((found) => {
      if (!isWanted) return;
      setTouched(found);
      // What somebody has worked on since stays unless it is chosen otherwise.
      setChoices(new Map(found.map(({ id }) => [id, 'keep'])));
    });
    return () => {
      isWanted = false;
    };
  }, [office, batch.id]);
  const undo = async (): Promise<void> => {
    setBusy(true);
    const undone = await whileInWork(batch.id, () => undoImport(office, batch.id, choices));
    setBusy(false);
    if (!undone.ok) {
      notifyError(undone.error.code);
      return;
    }
    onClose();
    const kept = [...choices.values()].filter((choice) => choice === 'keep').length;
    notifyDone(kept === 0 ? text.done : text.doneKept(formatCount(kept)));
  };
  return (
    <Modal
      opened
      size="lg"
      title={text.title(batch.fileName)}
      onClose={() => !busy && onClose()}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <Stack gap="sm">
        <p>{text.plain(formatCount(batch.created), formatCount(batch.changed))}</p>
        {touched === undefined && (
          <Group gap="xs">
            <Loader size="xs" aria-hidden />
            {text.looking}
          </Group>
        )}
        {touched !== undefined && touched.length > 0 && (
          <TouchedList
            touched={touched}
            choices={choices}
            onChoose={(id, choice) => setChoices(new Map(choices).set(id, choice))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose} data-autofocus>
            {text.cancel}
          </Button>
          <WriteButton color="red" loading={busy} disabled={touched === undefined} onClick={() => void undo()}>
            {text.confirm}
          </WriteButton>
        </Group>
      </Stack>
    </Modal>
  );
}

type TouchedListProps = {
  readonly touched: readonly Touched[];
  readonly choices: ReadonlyMap<string, Choice>;
  readonly onChoose: (id: string, choice: Choice) => void;
};

function TouchedList({ touched, choices, onChoose }: TouchedListProps): ReactNode {
  const names = useRecordNames();
  const members = useMemberRows(touched.flatMap(({ type, recordId }) => (type === 'member' ? [recordId] : [])));
  const options = [
    { value: 'keep', label: text.keep },
    { value: 'undo', label: text.take },
  ];
  return (
    <div className={classes.body}>
      <p className={classes.question}>{text.touched(formatCount(touched.length))}</p>
      {touched.map(({ id, type, recordId, fields, used, confirmed }) => {
        const name = type === 'member' ? members.get(recordId)?.name.full : names.unit(recordId);
        const said = [
          ...(fields.length > 0 ? [text.changed(fields.map((field) => fieldLabel(type, field)).join(', '))] : []),
          ...(used.length > 0 ? [text.used(used.map((kind) => text.usedBy[kind]).join(', '))] : []),
          ...(confirmed ? [text.confirmed] : []),
        ];
        return (
          <div key={id} className={classes.cellRow}>
            <strong>{name}</strong>
            <span className={classes.note}>{said.join('; ')}</span>
            <SegmentedControl
              size="xs"
              aria-label={name ?? ''}
              data={options}
              value={choices.get(id) ?? 'keep'}
              onChange={(value) => onChoose(id, value === 'undo' ? 'undo' : 'keep')}
            />
          </div>
        );
      })}
    </div>
  );
}
