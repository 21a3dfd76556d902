import { Button, Group, Loader, Title } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { removeStudyItem, restoreStudyItem, saveStudyItem } from '#renderer/data/study/study-repository.ts';
import { useStudyItem, type StudyDetails } from '#renderer/data/study/use-study.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { AttachmentRow, UnitRow } from '#renderer/data/rows.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { studyText as text } from '#renderer/messages/study.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { FileModal } from '../prepare/file-modal.tsx';
import { CellShares } from './cell-shares.tsx';
import { ReadersCard } from './readers-card.tsx';
import { StudyFormDialog } from './study-form-dialog.tsx';
import classes from './study.module.css';

type StudyPageProps = {
  readonly id: string;
  /** The cell whose readers are shown; undefined for all cells. */
  readonly cell: UnitRow | undefined;
  readonly cells: readonly UnitRow[];
  readonly readers: readonly string[];
};

/** One item: what it is, its files, who has studied it. */
export function StudyPage({ id, cell, cells, readers }: StudyPageProps): ReactNode {
  const details = useStudyItem(id);
  if (details === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;
  if (details === null)
    return (
      <EmptyState icon={IconBook2} title={text.choose.title}>
        {text.choose.text}
      </EmptyState>
    );
  return (
    <div className={classes.page} tabIndex={0} role="group" aria-label={details.item.title}>
      <StudyHead details={details} cells={cells} />
      <StudyFiles details={details} />
      {cell === undefined ? (
        <CellShares details={details} cells={cells} />
      ) : (
        <ReadersCard details={details} cell={cell} readers={readers} />
      )}
    </div>
  );
}

function StudyHead({
  details,
  cells,
}: {
  readonly details: StudyDetails;
  readonly cells: readonly UnitRow[];
}): ReactNode {
  const office = useOffice();
  const { item } = details;
  const { may: mayEdit } = useMay('study.edit');
  const [isEditing, setEditing] = useState(false);
  const named = cells.filter(({ id }) => item.unitIds.includes(id)).map(({ name }) => name);
  const close = async (): Promise<void> => {
    const saved = await saveStudyItem(office, item.id, { isClosed: !item.isClosed }, item.seq);
    if (saved.ok) notifyDone(text.saved);
    else notifyError(saved.error.code);
  };
  const remove = async (): Promise<void> => {
    const saved = await removeStudyItem(office, item.id);
    if (saved.ok) notifyDone(text.removed, { undo: () => void restoreStudyItem(office, item.id) });
    else notifyError(saved.error.code);
  };
  return (
    <header className={classes.card}>
      <div className={classes.facts}>
        {item.topic !== '' && <StatusChip tone="primary">{item.topic}</StatusChip>}
        {item.dueOn !== null && <span>{text.due(formatDate(item.dueOn))}</span>}
        <span>{text.minutes(item.readingMinutes)}</span>
      </div>
      <Title order={2} className={classes.title ?? ''}>
        {item.title}
      </Title>
      <p className={classes.grey}>
        {[item.symbol, item.issuer, item.issuedOn === null ? '' : formatDate(item.issuedOn)]
          .filter((word) => word !== '')
          .join(', ')}
      </p>
      <p className={classes.grey}>{named.length === 0 ? text.forAll : text.forCells(named.join(', '))}</p>
      {item.summary !== '' && <p className={classes.summary}>{item.summary}</p>}
      {mayEdit && (
        <Group gap="sm">
          <Button variant="default" onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
          <Button variant="default" onClick={() => void close()}>
            {item.isClosed ? text.reopen : text.close}
          </Button>
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            {text.remove}
          </Button>
        </Group>
      )}
      {isEditing && (
        <StudyFormDialog
          cells={cells}
          topics={[]}
          item={item}
          onClose={() => setEditing(false)}
          onSaved={() => undefined}
        />
      )}
    </header>
  );
}

function StudyFiles({ details }: { readonly details: StudyDetails }): ReactNode {
  const [shown, setShown] = useState<AttachmentRow>();
  const files = useMemo(() => [...(details.paper?.files ?? []), ...details.files], [details]);
  return (
    <section className={classes.card} aria-labelledby="study-files">
      <Title order={3} id="study-files" className={classes.heading ?? ''}>
        {text.files}
      </Title>
      {files.length === 0 && <p className={classes.grey}>{text.noFiles}</p>}
      <ul className={classes.list}>
        {files.map((file) => (
          <li key={file.id} className={classes.row}>
            <span className={classes.words}>{file.name}</span>
            <span className={classes.grey}>{sharedText.bytes(file.size)}</span>
            <Button variant="default" onClick={() => setShown(file)}>
              {text.open}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== undefined && <FileModal file={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}
