import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { confirmByPaper } from '#renderer/data/transfers/transfer-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';

const { confirm: text } = transfersText;

type ConfirmDialogProps = { readonly transfer: MemberTransferRow; readonly onClose: () => void };

/** The other office's confirmation of a transfer by paper, as it is written on its paper. */
export function ConfirmDialog({ transfer, onClose }: ConfirmDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [completedOn, setDay] = useState<PlainDate | null>(today);
  const [unitName, setUnit] = useState(transfer.toUnitName);
  return (
    <FormDialog
      title={text.title}
      body={transfer.kind === 'temporary' ? text.bodyTemporary : text.body}
      confirm={text.confirm}
      onClose={onClose}
      onSave={async () => {
        if (completedOn === null) return false;
        const saved = await confirmByPaper(office, transfer.id, { completedOn, unitName });
        if (!saved.ok) return saved.error.code;
        notifyDone(text.done);
        return null;
      }}
    >
      <DateField label={text.day} value={completedOn} onChange={setDay} today={today} required />
      <TextInput
        label={text.unit}
        value={unitName}
        maxLength={200}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
