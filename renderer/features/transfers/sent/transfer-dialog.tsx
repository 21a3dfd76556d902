import { useState, type ReactNode } from 'react';
import { defaultTransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { useAgencies } from '#renderer/data/exchange/use-exchange.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MemberRow, MemberTransferRow } from '#renderer/data/rows.ts';
import { addTransfer, saveTransfer } from '#renderer/data/transfers/transfer-repository.ts';
import { useTransferRules } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { FormDialog } from '../form-dialog.tsx';
import { MemberField } from './member-field.tsx';
import { draftOf, lacksOf, typedOf } from './transfer-draft.ts';
import { TransferFields } from './transfer-fields.tsx';

const { form: text } = transfersText;

type TransferDialogProps = {
  /** The transfer that is changed; none for a new one. */
  readonly transfer?: MemberTransferRow;
  /** Whom it is about; asked for when it is not known. */
  readonly member: MemberRow | undefined;
  readonly onClose: () => void;
};

/** Prepares a transfer, or changes what is prepared. Nothing leaves the office before the paper is given out. */
export function TransferDialog({ transfer, member: known, onClose }: TransferDialogProps): ReactNode {
  const office = useOffice();
  const navigate = useNavigate();
  const today = useToday();
  const agencies = useAgencies() ?? [];
  const rules = useTransferRules() ?? defaultTransferRules;
  const [member, setMember] = useState<MemberRow | undefined>(known);
  const [typed, setTyped] = useState(() => typedOf(transfer, today));
  const [tried, setTried] = useState(false);
  const lacks = lacksOf(typed, rules);

  const save = async () => {
    setTried(true);
    if (member === undefined || Object.values(lacks).some(Boolean)) return false;
    const draft = draftOf(typed, member, agencies, transfer?.checked ?? []);
    const { memberId: _fixed, ...changes } = draft;
    const saved =
      transfer === undefined
        ? await addTransfer(office, draft)
        : await saveTransfer(office, transfer.id, changes, transfer.seq);
    if (!saved.ok) return saved.error.code;
    if (transfer === undefined) navigate(routes.transfer(saved.value.id));
    notifyDone(transfer === undefined ? text.saved(member.name.full) : text.changed);
    return null;
  };
  const title =
    transfer !== undefined
      ? text.titleEdit(member?.name.full ?? '')
      : known === undefined
        ? text.titleNewOpen
        : text.titleNew(known.name.full);
  return (
    <FormDialog title={title} confirm={text.save} onSave={save} onClose={onClose} size="lg">
      {known === undefined && (
        <MemberField
          member={member}
          onChange={setMember}
          error={tried && member === undefined ? text.needed : undefined}
        />
      )}
      <TransferFields
        typed={typed}
        onChange={(changes) => setTyped((before) => ({ ...before, ...changes }))}
        agencies={agencies}
        rules={rules}
        lacks={tried ? lacks : undefined}
      />
    </FormDialog>
  );
}
