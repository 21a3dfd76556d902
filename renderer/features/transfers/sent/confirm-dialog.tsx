import { Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { reachForms, type ReachForm } from '#shared/domain/member-life/event-kind-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { confirmByPaper } from '#renderer/data/transfers/transfer-repository.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { eventFormText } from '#renderer/messages/member-life.ts';
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
  const [reach, setReach] = useState<ReachForm | null>(null);
  const [isReachMissing, setReachMissing] = useState(false);
  const asksReach = transfer.kind === 'official';
  const [unitName, setUnit] = useState(transfer.toUnitName);
  return (
    <FormDialog
      title={text.title}
      body={transfer.kind === 'temporary' ? text.bodyTemporary : text.body}
      confirm={text.confirm}
      onClose={onClose}
      onSave={async () => {
        setReachMissing(asksReach && reach === null);
        if (completedOn === null || (asksReach && reach === null)) return false;
        const saved = await confirmByPaper(office, transfer.id, {
          completedOn,
          unitName,
          ...(reach !== null && { reach }),
        });
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
      {asksReach && (
        <Select
          label={text.reach}
          data={reachForms.map((value) => ({ value, label: eventFormText(value) }))}
          value={reach}
          required
          allowDeselect={false}
          error={isReachMissing && reach === null ? text.reachMissing : undefined}
          onChange={setReach}
        />
      )}
    </FormDialog>
  );
}
