import { Button, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { delegationStanding } from '#shared/domain/routing/delegated-actions.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { revokeDelegation } from '#renderer/data/routing/routing-repository.ts';
import { useDelegations } from '#renderer/data/routing/use-routing.ts';
import type { DelegationRow, StaffRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dutyText, routingText as text } from '#renderer/messages/routing.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './card.module.css';
import { DelegationModal } from './delegation-modal.tsx';

/** Duties given to others: who may give them gives and takes them back here; others see those that hold. */
export function DelegationsCard({ person }: { readonly person: StaffRow | null }): ReactNode {
  const today = useToday();
  const delegations = useDelegations();
  const { may } = useMay('delegation.give');
  const [open, setOpen] = useState(false);
  const shown = (delegations ?? []).filter((row) => {
    const standing = delegationStanding(row, today);
    return standing === 'holds' || standing === 'coming';
  });
  if (delegations === undefined || (!may && shown.length === 0)) return null;
  return (
    <section className={classes.card} aria-labelledby="delegations">
      <header className={classes.header}>
        <Title order={2} id="delegations" className={classes.title ?? ''}>
          {text.delegations}
        </Title>
        {may && (
          <WriteButton className={classes.more ?? ''} size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
            {text.delegate}
          </WriteButton>
        )}
      </header>
      {shown.length === 0 && <p className={classes.grey}>{text.delegationNone}</p>}
      {shown.map((row) => (
        <DelegationLine key={row.id} row={row} mayRevoke={may && row.fromStaffId === person?.id} />
      ))}
      <DelegationModal opened={open} person={person} onClose={() => setOpen(false)} />
    </section>
  );
}

function DelegationLine({ row, mayRevoke }: { readonly row: DelegationRow; readonly mayRevoke: boolean }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const names = useRecordNames();
  const nameOf = (id: string): string => names.staff(id) ?? text.unknown;
  const standing = delegationStanding(row, today);
  const revoke = async (): Promise<void> => {
    const saved = await revokeDelegation(office, row.id, row.seq);
    if (saved.ok) notifyDone(text.delegationRevoked);
    else notifyError(saved.error.code);
  };
  return (
    <div>
      <p>{text.delegationLine(nameOf(row.fromStaffId), nameOf(row.toStaffId))}</p>
      <p className={classes.grey}>
        {row.duties.map((duty) => dutyText[duty]).join('; ')} ·{' '}
        {text.delegationDays(formatDate(row.from), formatDate(row.until))}
      </p>
      <StatusChip tone={standing === 'holds' ? 'green' : 'neutral'}>{text.delegationStates[standing]}</StatusChip>{' '}
      {mayRevoke && (
        <Button size="compact-sm" variant="default" onClick={() => void revoke()}>
          {text.delegationRevoke}
        </Button>
      )}
    </div>
  );
}
