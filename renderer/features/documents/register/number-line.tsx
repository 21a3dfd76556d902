import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { takeRegister } from '#renderer/data/documents/document-repository.ts';
import { useLease, useNextNumber } from '#renderer/data/documents/use-documents.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { documentsText } from '#renderer/messages/documents.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import type { DocumentDraft } from './document-draft.ts';
import classes from './register.module.css';

type NumberLineProps = {
  readonly values: DocumentDraft;
  readonly today: PlainDate;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<DocumentDraft>) => void;
};

/** The number the paper will get, or who will give it. */
export function NumberLine({ values, today, error, onChange }: NumberLineProps): ReactNode {
  const office = useOffice();
  const isSecret = values.secrecy !== 'none';
  const receivedOn = values.receivedOn ?? today;
  const next = useNextNumber(isSecret ? 'incoming-secret' : values.book, receivedOn);
  const lease = useLease();
  const [editing, setEditing] = useState(values.ownNumber !== null);
  const year = receivedOn.slice(0, 4);
  const isPetition = values.book === 'petition';
  const ask = async (): Promise<void> => {
    const result = await takeRegister(office);
    if (!result.ok) notifyError(result.error.code);
  };
  return (
    <div className={classes.numberLine}>
      {next?.kind === 'number' && (
        <>
          <span>{text.numberWillBe}</span>
          {editing ? (
            <NumberInput
              aria-label={text.ownNumber}
              size="xs"
              className={classes.ownNumber ?? ''}
              value={values.ownNumber ?? next.value}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              error={error}
              onChange={(value) => onChange({ ownNumber: typeof value === 'number' ? value : null })}
            />
          ) : (
            <>
              <strong className={classes.number}>{documentsText.number(next.value)}</strong>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={text.changeNumber}
                title={text.changeNumber}
                onClick={() => setEditing(true)}
              >
                <IconPencil size="1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </>
          )}
        </>
      )}
      {next?.kind === 'at-sync' && <span>{next.holder === null ? text.numberAtSync : text.numberBy(next.holder)}</span>}
      <StatusChip tone={isSecret ? 'red' : 'neutral'}>
        {isSecret ? text.bookSecret(year) : isPetition ? text.bookPetition(year) : text.bookOrdinary(year)}
      </StatusChip>
      {next?.kind === 'at-sync' && !isPetition && lease?.holder === 'nobody' && (
        <Button size="compact-xs" variant="light" onClick={() => void ask()}>
          {text.takeBook}
        </Button>
      )}
      {!isPetition && lease?.holder === 'asked' && <StatusChip tone="blue">{text.takeBookAsked}</StatusChip>}
    </div>
  );
}
