import { Button } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isTransferable } from '#shared/domain/transfer/transfer-outcome.ts';
import { isOpenTransfer, isRunning } from '#shared/domain/transfer/transfer-rules.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { useTransfersOf } from '#renderer/data/transfers/use-transfers.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { routes } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { TransferDialog } from './sent/transfer-dialog.tsx';

/** Leads from a member's record to their transfer under way, or begins one. */
export function TransferButton({ row }: { readonly row: MemberRow }): ReactNode {
  const transfers = useTransfersOf(row.id);
  const { may } = useMay('transfer.send');
  const [isOpen, setOpen] = useState(false);
  if (transfers === undefined) return null;
  const icon = <IconUserShare size="1rem" aria-hidden />;
  const known =
    transfers.find((each) => isOpenTransfer(each) || each.state === 'draft') ??
    (row.state === 'transferred' ? transfers[0] : undefined);
  if (known !== undefined) {
    const words = isRunning(known) ? text.seeAway : row.state === 'transferred' ? text.seeGone : text.seeOpen;
    return (
      <Button component="a" variant="default" leftSection={icon} href={`#${routes.transfer(known.id)}`}>
        {words}
      </Button>
    );
  }
  if (!may || !isTransferable(row.state)) return null;
  return (
    <>
      <WriteButton variant="default" leftSection={icon} onClick={() => setOpen(true)}>
        {text.start}
      </WriteButton>
      {isOpen && <TransferDialog member={row} onClose={() => setOpen(false)} />}
    </>
  );
}
