import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { introduceInside } from '#renderer/data/transfers/internal-introduction.ts';
import type { InternalMove } from '#renderer/data/transfers/use-transfers.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { notifyDone, notifyInfo } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { SigningFields, useTypedSigning } from '../introduction/signing-fields.tsx';

const { issue: text } = transfersText;

type InternalIssueDialogProps = {
  readonly move: InternalMove;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
};

/** Gives a member who moves from cell to cell the internal introduction paper. */
export function InternalIssueDialog({ move, from, to, onClose }: InternalIssueDialogProps): ReactNode {
  const office = useOffice();
  const [typed, change] = useTypedSigning();
  const name = move.member?.name.full ?? '';
  return (
    <FormDialog
      title={text.title(name)}
      confirm={text.action}
      onClose={onClose}
      size="lg"
      onSave={async () => {
        if (typed.issuedOn === null) return false;
        const issued = await introduceInside(office, move.event.id, {
          issuedOn: typed.issuedOn,
          abstract: text.abstractInternal(name, from, to),
          recipients: to,
          signing: typed.signing,
          reason: typed.reason,
        });
        if (!issued.ok) return issued.error.code;
        if (issued.value.symbol === '') notifyInfo(text.waits);
        else notifyDone(text.done(issued.value.symbol));
        return null;
      }}
    >
      <SigningFields kind="internal" typed={typed} onChange={change} />
    </FormDialog>
  );
}
