import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { secrecyText, urgencyText } from '#renderer/messages/record-fields.ts';
import { withdrawnText } from '#renderer/messages/routing.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './document-detail.module.css';

/** What kind of paper it is and what it says of itself. */
export function DocumentHeading({ document }: { readonly document: DocumentRow }): ReactNode {
  const type = document.typeId === null ? undefined : findDocumentType(document.typeId);
  const arrived = text.arrivedLine(
    formatDate(document.receivedOn),
    document.arrivalNumber === null ? null : text.number(document.arrivalNumber),
  );
  return (
    <>
      <div className={classes.chips}>
        {type !== undefined && <StatusChip tone="neutral">{type.name}</StatusChip>}
        {document.urgency !== 'normal' && (
          <StatusChip tone={document.urgency === 'urgent' ? 'amber' : 'red'}>
            {urgencyText[document.urgency]}
          </StatusChip>
        )}
        {document.secrecy !== 'none' && <StatusChip tone="red">{secrecyText[document.secrecy]}</StatusChip>}
        {document.withdrawn !== 'no' && <StatusChip tone="red">{withdrawnText[document.withdrawn]}</StatusChip>}
        {document.book === 'petition' && <StatusChip tone="primary">{text.petition}</StatusChip>}
        {document.conflicts.length > 0 && (
          <StatusChip tone="amber">{text.conflictWhy(document.conflicts.length)}</StatusChip>
        )}
      </div>
      <Title order={2} className={classes.abstract ?? ''}>
        {document.abstract === '' ? text.noAbstract : document.abstract}
      </Title>
      <p className={classes.symbol}>
        <BreakableCode>{document.symbol === '' ? text.noSymbol : text.symbolLine(document.symbol)}</BreakableCode>
      </p>
      <p className={classes.origin}>
        {text.originLine(document.issuedOn === null ? null : formatDate(document.issuedOn), document.issuer, arrived)}
      </p>
    </>
  );
}
