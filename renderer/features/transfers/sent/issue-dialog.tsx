import { useRef, type ReactNode } from 'react';
import { checklistFor } from '#shared/domain/transfer/transfer-checklist-table.ts';
import { isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { issueTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { transferKindText, transfersText } from '#renderer/messages/transfers.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { SigningFields, useTypedSigning } from '../introduction/signing-fields.tsx';
import classes from '../transfers.module.css';
import type { SentView } from './sent-view.ts';

const { issue: text, prepare } = transfersText;

type IssueDialogProps = { readonly view: SentView; readonly onClose: () => void; readonly onIssued: () => void };

/** Gives the introduction paper out: what number it gets, who signs, what follows; then it is printed. */
export function IssueDialog({ view, onClose, onIssued }: IssueDialogProps): ReactNode {
  const office = useOffice();
  const [typed, change] = useTypedSigning();
  const isGivenOut = useRef(false);
  const { transfer, member, paper, standing } = view;
  const name = member?.name.full ?? '';
  const missing = checklistFor(transfer.kind).filter(({ code }) => !transfer.checked.includes(code)).length;
  const body = transfer.kind === 'abroad' ? text.bodyAbroad : isThroughProvince(transfer) ? text.body : text.bodyPaper;
  const issue = async () => {
    const issuedOn = paper?.issuedOn ?? typed.issuedOn;
    if (issuedOn === null) return false;
    const issued = await issueTransfer(office, transfer.id, {
      issuedOn,
      abstract: text.abstract(name, transferKindText[transfer.kind], transfer.recipientName),
      recipients: transfer.recipientName,
      signing: typed.signing,
      reason: typed.reason,
    });
    if (!issued.ok) return issued.error.code;
    const { symbol } = issued.value;
    isGivenOut.current = symbol !== '';
    if (symbol === '') {
      notifyInfo(text.waits);
      return null;
    }
    notifyDone(text.done(symbol));
    const { keepIntroduction } = await import('../introduction/keep-introduction.ts');
    await keepIntroduction(office, transfer.id);
    return null;
  };
  return (
    <FormDialog
      title={text.title(name)}
      body={body}
      confirm={standing === 'numbered' ? text.finish : text.action}
      onSave={issue}
      onClose={() => (isGivenOut.current ? onIssued() : onClose())}
      size="lg"
    >
      {missing > 0 && <p className={classes.hint}>{prepare.missing(missing)}</p>}
      <SigningFields kind={transfer.kind} typed={typed} onChange={change} isNumbered={standing === 'numbered'} />
    </FormDialog>
  );
}
