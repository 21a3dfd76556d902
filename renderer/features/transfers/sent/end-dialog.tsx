import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { endTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';

const { end: text } = transfersText;

type EndDialogProps = { readonly transfer: MemberTransferRow; readonly onClose: () => void };

/** A member is back from temporary activity or from abroad. */
export function EndDialog({ transfer, onClose }: EndDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [endedOn, setDay] = useState<PlainDate | null>(today);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={text.title}
      body={isThroughProvince(transfer) ? text.body : text.bodyPaper}
      confirm={text.confirm}
      onClose={onClose}
      onSave={async () => {
        if (endedOn === null) return false;
        const saved = await endTransfer(office, transfer.id, endedOn, note);
        if (!saved.ok) return saved.error.code;
        notifyDone(text.done);
        return null;
      }}
    >
      <DateField label={text.day} value={endedOn} onChange={setDay} today={today} required />
      <Textarea
        label={text.note}
        value={note}
        autosize
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
