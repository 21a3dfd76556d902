import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './register.module.css';

type DuplicateCardProps = {
  readonly twin: DocumentRow;
  readonly onView: () => void;
  /** Missing when there is no file to attach. */
  readonly onAttach?: (() => void) | undefined;
};

/** Says that the paper may be in the book already, and what can be done then. */
export function DuplicateCard({ twin, onView, onAttach }: DuplicateCardProps): ReactNode {
  const number = twin.arrivalNumber === null ? null : documentsText.number(twin.arrivalNumber);
  return (
    <section className={classes.duplicate} role="status">
      <p>
        <StatusChip tone="amber">{text.duplicate}</StatusChip> {text.duplicateSymbol} <strong>{twin.symbol}</strong>
        {text.duplicateLine(
          twin.issuedOn === null ? null : formatDate(twin.issuedOn),
          formatDate(twin.receivedOn),
          number,
        )}
      </p>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onView}>
          {text.duplicateView}
        </Button>
        {onAttach !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onAttach}>
            {text.duplicateAttach(number)}
          </Button>
        )}
      </Group>
    </section>
  );
}
