import { NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { RESERVE_MAX, reserveNumbers } from '#renderer/data/registers/ledger-repository.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';
import { useSeriesChoice } from './series-field.tsx';

type ReserveDialogProps = {
  readonly register: RegisterRow;
  readonly terms: readonly TermRow[];
  readonly series: string | undefined;
  readonly onClose: () => void;
};

/** Keeps the next numbers of a series for papers to come. */
export function ReserveDialog({ register, terms, series: present, onClose }: ReserveDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { reserve: text, form } = numbersText;
  const [on, setOn] = useState<PlainDate | null>(today);
  const [count, setCount] = useState(1);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { series, field, problem } = useSeriesChoice(register, terms, on ?? today, present);
  const save = async (): Promise<void> => {
    setTried(true);
    if (on === null || series === undefined || reason.trim() === '') return;
    const saved = await reserveNumbers(office, { registerId: register.id, series, reason, on }, count);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done);
  };
  return (
    <DialogFrame title={text.title} intro={text.intro} onClose={onClose} onSave={() => void save()}>
      {field}
      <NumberInput
        label={text.count}
        description={text.countHint}
        min={1}
        max={RESERVE_MAX}
        allowDecimal={false}
        clampBehavior="strict"
        value={count}
        onChange={(value) => setCount(Number(value) || 1)}
        data-autofocus
      />
      <DateField
        label={text.on}
        value={on}
        today={today}
        onChange={(value) => setOn(value)}
        error={field === null ? problem : undefined}
      />
      <TextInput
        className={classes.wide ?? ''}
        label={form.reason}
        description={form.reasonHint}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? form.needed : undefined}
      />
    </DialogFrame>
  );
}
