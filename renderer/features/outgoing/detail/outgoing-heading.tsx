import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { OutgoingRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { secrecyText, urgencyText } from '#renderer/messages/record-fields.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { OutgoingStateChip } from '../outgoing-state-chip.tsx';
import classes from './outgoing-detail.module.css';

/** What kind of paper it is, where it stands, and its number once it has one. */
export function OutgoingHeading({ outgoing }: { readonly outgoing: OutgoingRow }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const { abstract, symbol, issuedOn, urgency, secrecy, conflicts, drafterId, createdAt } = outgoing;
  const when = formatWhen(createdAt, today);
  return (
    <>
      <div className={classes.chips}>
        <OutgoingStateChip state={outgoing.state} />
        <StatusChip tone="neutral">{findDocumentType(outgoing.typeId)?.name ?? outgoing.typeId}</StatusChip>
        {urgency !== 'normal' && (
          <StatusChip tone={urgency === 'urgent' ? 'amber' : 'red'}>{urgencyText[urgency]}</StatusChip>
        )}
        {secrecy !== 'none' && <StatusChip tone="red">{secrecyText[secrecy]}</StatusChip>}
        {conflicts.length > 0 && <StatusChip tone="amber">{text.conflictWhy(conflicts.length)}</StatusChip>}
      </div>
      <Title order={2} className={classes.abstract ?? ''}>
        {abstract === '' ? text.noAbstract : abstract}
      </Title>
      {symbol !== '' && (
        <p className={classes.symbol}>
          <BreakableCode>{text.symbolLine(symbol, issuedOn === null ? null : formatDate(issuedOn))}</BreakableCode>
        </p>
      )}
      <p className={classes.origin}>
        {drafterId === null
          ? text.enteredLine(when)
          : text.draftedLine(names.staff(drafterId) ?? text.unknownPerson, when)}
      </p>
    </>
  );
}
