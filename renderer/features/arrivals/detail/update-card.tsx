import { Alert } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { attachLateFiles, takeUpdate } from '#renderer/data/exchange/arrival-repository.ts';
import { useLateRefused } from '#renderer/data/exchange/late-files.ts';
import { useFilesHere } from '#renderer/data/exchange/use-exchange.ts';
import { useAttachments, useDocument } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { documentFieldLabels } from '#renderer/messages/record-fields.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { checkArrivalFiles } from '../check-arrival-files.ts';
import classes from './arrival-detail.module.css';
import { changesOfLine } from './changes-of-line.ts';

/** The sender changed the paper after it was entered: what is different. */
export function UpdateCard({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const { documentId, acceptedRevision, revision, revisionNote } = arrival;
  const document = useDocument(documentId ?? undefined);
  const attachments = useAttachments(documentId ?? '');
  if (documentId === null || acceptedRevision >= revision || document === null || document === undefined) return null;
  const changes = changesOfLine(arrival.letter, document);
  const held = new Set(attachments?.map(({ hash }) => hash));
  const newFiles = arrival.files.filter(({ hash }) => !held.has(hash)).length;
  return (
    <Alert
      className={classes.card ?? ''}
      color="amber"
      variant="light"
      icon={<IconRefreshAlert aria-hidden />}
      title={text.updateTitle}
    >
      <p>{text.updateLine(revisionNote, revision - 1)}</p>
      <ul className={classes.changes}>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            {text.updateChange(
              documentFieldLabels[field],
              before === '' ? text.empty : before,
              after === '' ? text.empty : after,
            )}
          </li>
        ))}
        {newFiles > 0 && <li>{text.updateFiles(newFiles)}</li>}
        {changes.length === 0 && newFiles === 0 && <li>{text.updateNothing}</li>}
      </ul>
    </Alert>
  );
}

/**
 * Takes the change over, or lets a person look at files that came after the paper was entered and that the intake refused (sound ones are attached by
 * themselves); among the acts below, where they are always in sight.
 */
export function UpdateActions({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const office = useOffice();
  const attachments = useAttachments(arrival.documentId ?? '');
  const here = useFilesHere(arrival.files.map(({ hash }) => hash));
  const refused = useLateRefused();
  const [busy, setBusy] = useState(false);
  if (arrival.documentId === null) return null;
  const isNewer = arrival.acceptedRevision < arrival.revision;
  const held = new Set(attachments?.map(({ hash }) => hash));
  const isLate = (hash: string): boolean => here?.has(hash) === true && refused?.has(hash) === true && !held.has(hash);
  const late = attachments === undefined ? [] : arrival.files.filter(({ hash }) => isLate(hash));
  if (!isNewer && late.length === 0) return null;
  const take = async (): Promise<void> => {
    setBusy(true);
    const files = await checkArrivalFiles(arrival);
    const act = isNewer ? takeUpdate : attachLateFiles;
    const saved = files.ok ? await act(office, arrival.id, files.value.sound) : files;
    setBusy(false);
    if (files.ok && saved.ok) files.value.tell(isNewer ? text.updated : text.lateAttached);
    else if (!saved.ok) notifyError(saved.error.code);
  };
  return (
    <WriteButton onClick={() => void take()} loading={busy}>
      {isNewer ? text.takeUpdate : text.attachLate(late.length)}
    </WriteButton>
  );
}
