import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { dropTransfer, withdrawTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { IntroductionDialog } from '../introduction/introduction-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import type { SentView } from './sent-view.ts';
import { TransferDialog } from './transfer-dialog.tsx';

type Dialog = 'edit' | 'issue' | 'print' | 'withdraw' | 'confirm' | 'end' | 'extend';

/** What can be done with a transfer now: one act stands out, the others beside it. */
export function SentActions({ view }: { readonly view: SentView }): ReactNode {
  const office = useOffice();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { may, roles } = useMay('transfer.send');
  const { transfer, member, standing } = view;
  const close = (): void => setDialog(null);
  const isPreparing = standing === 'preparing' || standing === 'awaiting-number' || standing === 'numbered';
  const isUnderWay = standing === 'on-its-way' || standing === 'waiting' || standing === 'by-paper';
  const isAway = standing === 'away' || standing === 'abroad';
  const has = {
    issue: standing === 'preparing' || standing === 'numbered',
    print: transfer.introductionNumber !== '' && standing !== 'withdrawn',
    confirm: standing === 'by-paper',
    end: isAway,
    extend: standing === 'away' && transfer.kind === 'temporary',
    withdraw: isUnderWay,
  };

  const drop = async (): Promise<void> => {
    const { title, body, confirm, keep: cancel, done } = text.drop;
    if (!(await askConfirm({ title, body, confirm, cancel, danger: true }))) return;
    const dropped = await dropTransfer(office, transfer.id);
    if (dropped.ok) notifyDone(done);
    else notifyError(dropped.error.code);
  };
  const button = (act: Dialog, words: string, isMain = false): ReactNode => (
    <WriteButton key={act} variant={isMain ? 'filled' : 'default'} onClick={() => setDialog(act)}>
      {words}
    </WriteButton>
  );
  return (
    <>
      {may && has.issue && button('issue', standing === 'numbered' ? text.issue.finish : text.issue.action, true)}
      {may && has.confirm && button('confirm', text.confirm.action, true)}
      {may && has.end && button('end', text.end.action, true)}
      {has.print && (
        <Button variant={isUnderWay && !has.confirm ? 'filled' : 'default'} onClick={() => setDialog('print')}>
          {text.print.action}
        </Button>
      )}
      {may && isPreparing && button('edit', text.edit)}
      {may && has.extend && button('extend', text.extend.action)}
      {may && has.withdraw && button('withdraw', text.withdraw.action)}
      {may && isPreparing && (
        <WriteButton variant="subtle" color="gray" onClick={() => void drop()}>
          {text.drop.action}
        </WriteButton>
      )}
      {!may && <span>{rightsText.whoMay(roles)}</span>}

      {dialog === 'edit' && <TransferDialog transfer={transfer} member={member} onClose={close} />}
      {dialog === 'issue' && <IssueDialog view={view} onClose={close} onIssued={() => setDialog('print')} />}
      {dialog === 'print' && <IntroductionDialog of={{ kind: 'transfer', id: transfer.id }} onClose={close} />}
      {dialog === 'confirm' && <ConfirmDialog transfer={transfer} onClose={close} />}
      {dialog === 'end' && <EndDialog transfer={transfer} onClose={close} />}
      {dialog === 'extend' && <ExtendDialog transfer={transfer} onClose={close} />}
      <ReasonModal
        words={text.withdraw}
        opened={dialog === 'withdraw'}
        onClose={close}
        onGive={async (reason) => {
          const saved = await withdrawTransfer(office, transfer.id, reason);
          if (!saved.ok) return saved.error.code;
          notifyDone(text.withdraw.done);
          return null;
        }}
      />
    </>
  );
}
