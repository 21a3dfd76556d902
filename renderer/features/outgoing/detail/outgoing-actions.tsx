import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { stands } from '#renderer/data/exchange/dispatch-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { removeOutgoing, restoreOutgoing } from '#renderer/data/outgoing/outgoing-repository.ts';
import { isSettled } from '#renderer/data/outgoing/outgoing-steps.ts';
import { isApproved, useDelegators } from '#renderer/data/outgoing/use-approval.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { AttachmentRow, DispatchRow, DraftVersionRow, OpinionRow, OutgoingRow } from '#renderer/data/rows.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { IssueModal } from '../issue/issue-modal.tsx';
import { storeIssuedPdf } from '../issue/issue-paper.ts';
import { replacementOf } from '#renderer/data/outgoing/begin-paper.ts';
import { useOutgoingView } from '../outgoing-view-store.ts';
import { ApproveModal } from './approve-modal.tsx';
import { AskReviewersModal } from './ask-reviewers-modal.tsx';
import { OpinionModal } from './opinion-modal.tsx';
import classes from './outgoing-detail.module.css';
import { PaperFiles } from './paper-files.tsx';
import { TakeBackModal } from './take-back-modal.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type OutgoingActionsProps = {
  readonly outgoing: OutgoingRow;
  readonly drafts: readonly DraftVersionRow[];
  readonly opinions: readonly OpinionRow[];
  readonly files: readonly AttachmentRow[];
  readonly dispatches: readonly DispatchRow[];
};

type Open = 'ask' | 'opinion' | 'approve' | 'issue' | 'recall' | 'void';

/** What can be done with the paper now: the next step first, the rest in a menu. */
export function OutgoingActions({ outgoing, drafts, opinions, files, dispatches }: OutgoingActionsProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const delegators = useDelegators();
  const { may: mayDraft } = useMay('outgoing.draft');
  const { may: mayApprove } = useMay('outgoing.approve');
  const { may: mayNumber } = useMay('outgoing.number');
  const { may: mayOpine } = useMay('outgoing.opine');
  const { may: maySend } = useMay('outgoing.send');
  const { setTab } = useOutgoingView();
  const { may: mayRemove } = useMay('outgoing.remove');
  const newest = drafts[0];
  const isOpen = !isSettled(outgoing);
  const isReady = isApproved(outgoing, drafts, opinions);
  const isWritten = outgoing.secrecy === 'none';
  const close = (): void => setOpen(null);

  const remove = async (): Promise<void> => {
    const yes = await askConfirm({
      title: text.removeTitle,
      body: text.removeBody,
      confirm: text.remove,
      danger: true,
    });
    if (!yes) return;
    const removed = await removeOutgoing(office, outgoing.id);
    if (!removed.ok) notifyError(removed.error.code);
    else notifyDone(text.removed, { undo: () => void restoreOutgoing(office, outgoing.id) });
  };
  const replace = async (): Promise<void> => {
    const begun = await replacementOf(office, outgoing, newest?.content);
    if (begun.ok) navigate(routes.outgoingWrite(begun.value));
    else notifyError(begun.error);
  };
  const store = async (): Promise<void> => {
    if (newest === undefined) return;
    const stored = await storeIssuedPdf(office, outgoing.id, newest.content);
    if (stored.ok) notifyDone(text.storedIssued);
    else notifyError(stored.error.code);
  };
  const write = (
    <Button
      variant={isOpen && !isReady ? 'filled' : 'default'}
      onClick={() => navigate(routes.outgoingWrite(outgoing.id))}
    >
      {newest === undefined ? text.startWriting : text.continueWriting}
    </Button>
  );
  const mayJudge = isOpen && newest !== undefined && (mayApprove || delegators.length > 0);
  return (
    <>
      {outgoing.state === 'awaiting-number' && <p className={classes.note}>{text.awaitingWhy}</p>}
      {isOpen && !isReady && newest === undefined && <p className={classes.note}>{text.notWrittenYet}</p>}
      {isOpen && !isReady && newest !== undefined && mayNumber && !mayApprove && (
        <p className={classes.note}>{text.notApprovedYet}</p>
      )}
      {isOpen && mayNumber && isReady && <WriteButton onClick={() => setOpen('issue')}>{text.issue}</WriteButton>}
      {mayJudge && !isReady && (
        <WriteButton variant={mayNumber ? 'default' : 'filled'} onClick={() => setOpen('approve')}>
          {text.approve}
        </WriteButton>
      )}
      {isOpen && isWritten && mayDraft && write}
      {isOpen && newest !== undefined && mayOpine && (
        <WriteButton variant="default" onClick={() => setOpen('opinion')}>
          {text.giveOpinion}
        </WriteButton>
      )}
      {outgoing.state === 'issued' && isWritten && maySend && (
        <Button onClick={() => setTab('sending')}>{text.tabSending}</Button>
      )}
      {outgoing.state === 'issued' && isWritten && mayDraft && (
        <WriteButton variant="default" onClick={() => void replace()}>
          {text.replace}
        </WriteButton>
      )}
      {outgoing.state === 'issued' && files.length === 0 && newest !== undefined && (
        <WriteButton onClick={() => void store()}>{text.storeIssued}</WriteButton>
      )}
      <Menu position="top-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button variant="default" aria-label={text.moreActions} title={text.moreActions}>
            <IconDots size="1.125rem" aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isWritten && (newest !== undefined || files.length > 0) && (
            <PaperFiles outgoing={outgoing} newest={newest} file={files[0]} />
          )}
          {isOpen && newest !== undefined && mayDraft && (
            <Menu.Item onClick={() => setOpen('ask')}>{text.askReviewers}</Menu.Item>
          )}
          {outgoing.state === 'issued' && mayNumber && (
            <Menu.Item color="red" onClick={() => setOpen('recall')}>
              {text.recall}
            </Menu.Item>
          )}
          {outgoing.state === 'issued' && mayNumber && !dispatches.some(stands) && (
            <Menu.Item color="red" onClick={() => setOpen('void')}>
              {text.voidNumber}
            </Menu.Item>
          )}
          {isOpen && mayRemove && (
            <Menu.Item color="red" onClick={() => void remove()}>
              {text.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {newest !== undefined && (
        <>
          <AskReviewersModal
            outgoingId={outgoing.id}
            version={newest.version}
            opened={open === 'ask'}
            onClose={close}
          />
          <OpinionModal draft={newest} opened={open === 'opinion'} onClose={close} />
          <ApproveModal
            outgoingId={outgoing.id}
            version={newest.version}
            opinions={opinions}
            delegators={delegators}
            mayOwn={mayApprove}
            opened={open === 'approve'}
            onClose={close}
          />
        </>
      )}
      <IssueModal outgoing={outgoing} content={newest?.content} opened={open === 'issue'} onClose={close} />
      <TakeBackModal outgoingId={outgoing.id} act="recall" opened={open === 'recall'} onClose={close} />
      <TakeBackModal outgoingId={outgoing.id} act="void" opened={open === 'void'} onClose={close} />
    </>
  );
}
