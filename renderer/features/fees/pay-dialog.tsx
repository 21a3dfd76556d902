import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { FeePaymentFields } from '#shared/domain/fee/fee-payment-record.ts';
import { removeFee, takeFees } from '#renderer/data/fees/fee-repository.ts';
import type { FeeLine } from '#renderer/data/fees/read-fee-sheet.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { readMoney, showMonth } from '#shared/domain/fee/typed-month.ts';

type PayDialogProps = {
  readonly line: FeeLine;
  readonly month: string;
  readonly unitId: string;
  readonly onClose: () => void;
};

/** Takes a member's fee of a month in: the sum owed stands there, and may be another one. */
export function PayDialog({ line, month, unitId, onClose }: PayDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const taker = useActingPerson()?.name.full ?? '';
  const { member, account } = line;
  const [typed, setTyped] = useState(account.owed > 0 ? String(account.owed) : '');
  const [paidOn, setPaidOn] = useState<PlainDate | null>(today);
  const [way, setWay] = useState<FeePaymentFields['way']>('cash');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [tried, setTried] = useState(false);
  const paid = readMoney(typed);
  const isMoney = paid !== undefined && paid > 0;
  const { payForm: words } = text;

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isMoney || paidOn === null) return;
    const due = account.due.kind === 'due' ? account.due.amount : paid;
    const payment = { memberId: member.id, unitId, month, due, paid, paidOn, way, receivedBy: taker, note };
    const saved = await takeFees(office, [payment]);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(words.saved(member.name.full), { undo: () => void removeFee(office, saved.value.id) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(member.name.full, showMonth(month))}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={words.paid}
            value={typed}
            inputMode="numeric"
            error={tried && !isMoney ? words.notMoney : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <DateField label={words.paidOn} value={paidOn} today={today} onChange={(date) => setPaidOn(date)} />
          <Select
            label={words.way}
            allowDeselect={false}
            value={way}
            data={Object.entries(text.ways).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => chosen !== null && setWay(chosen as FeePaymentFields['way'])}
          />
          <TextInput
            label={words.note}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit">{words.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
