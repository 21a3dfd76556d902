import { Alert } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { takeUpdate } from '#renderer/data/exchange/arrival-repository.ts';
import { useAttachments, useDocument } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { documentFieldLabels } from '#renderer/messages/record-fields.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
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

/** Takes the change over; among the acts below, where they are always in sight. */
export function UpdateActions({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const office = useOffice();
  if (arrival.documentId === null || arrival.acceptedRevision >= arrival.revision) return null;
  const take = async (): Promise<void> => {
    const saved = await takeUpdate(office, arrival.id);
    if (saved.ok) notifyDone(text.updated);
    else notifyError(saved.error.code);
  };
  return <WriteButton onClick={() => void take()}>{text.takeUpdate}</WriteButton>;
}
