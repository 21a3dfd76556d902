import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { defaultTransferRules, findSpanFault } from '#shared/domain/transfer/transfer-deadlines.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberTransferRow } from '#renderer/data/rows.ts';
import { saveTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { useTransferRules } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { FormDialog } from '../form-dialog.tsx';

const { extend: text, form } = transfersText;

type ExtendDialogProps = { readonly transfer: MemberTransferRow; readonly onClose: () => void };

/** Temporary activity lasts longer: the other office is told. */
export function ExtendDialog({ transfer, onClose }: ExtendDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const rules = useTransferRules() ?? defaultTransferRules;
  const [until, setUntil] = useState<PlainDate | null>(transfer.until);
  const from = transfer.issuedOn ?? today;
  const fault = until === null ? undefined : findSpanFault(from, until, transfer.isStudy, rules);
  return (
    <FormDialog
      title={text.title}
      body={text.body}
      confirm={text.confirm}
      onClose={onClose}
      onSave={async () => {
        if (until === null || fault === 'before-start') return false;
        const saved = await saveTransfer(office, transfer.id, { until }, transfer.seq);
        if (!saved.ok) return saved.error.code;
        notifyDone(text.done);
        return null;
      }}
    >
      <DateField
        label={text.label}
        value={until}
        onChange={setUntil}
        today={today}
        required
        hint={fault !== undefined && form.spanFaults[fault]}
      />
    </FormDialog>
  );
}
