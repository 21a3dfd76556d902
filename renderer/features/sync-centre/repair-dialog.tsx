import { Button, Group, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { isPartialDate } from '#shared/base/partial-date.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { retryRefused } from '#renderer/data/review/settle-conflict.ts';
import type { AttentionItem } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { DateField, PartialDateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './attention-card.module.css';
import { choicesOfField, repairedName, repairKindOf, stillWrong } from './repair-fields.ts';

type RepairDialogProps = {
  readonly item: Extract<AttentionItem, { kind: 'refused' }>;
  readonly title: string;
  readonly onClose: () => void;
};
type Values = Readonly<Record<string, FieldValue>>;

const longText = 60;

/** Puts the kept values of a refused change right and sends them again. What a person cannot write goes as it is. */
export function RepairDialog({ item, title, onClose }: RepairDialogProps): ReactNode {
  const office = useOffice();
  const [values, setValues] = useState<Values>(item.fields);
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const text = syncText.attention;
  const wrong = stillWrong(item.type, values);

  const send = async (): Promise<void> => {
    const sent = await retryRefused(office, item.n, values);
    if (!sent.ok) {
      notifyError(sent.error.code);
      return;
    }
    onClose();
    notifyDone(text.resent);
  };
  const note = (field: string, problem: string | null): void => {
    const next = new Set(unread);
    if (problem === null) next.delete(field);
    else next.add(field);
    setUnread(next);
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': sharedText.close }}>
      <div className={classes.repair}>
        <p>
          <strong>{describeError(item.code).happened}.</strong> {text.repairHint}
        </p>
        {Object.entries(values).map(([field, value]) => (
          <RepairField
            key={field}
            type={item.type}
            field={field}
            value={value}
            error={wrong.includes(field) ? text.stillWrong : undefined}
            onChange={(next, problem) => {
              note(field, problem);
              setValues({ ...values, [field]: next });
            }}
          />
        ))}
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {sharedText.cancel}
        </Button>
        <Button disabled={wrong.length > 0 || unread.size > 0} onClick={() => void send()}>
          {text.again}
        </Button>
      </Group>
    </Modal>
  );
}

type RepairFieldProps = {
  readonly type: string;
  readonly field: string;
  readonly value: FieldValue;
  readonly error: string | undefined;
  readonly onChange: (value: FieldValue, problem: string | null) => void;
};

function RepairField({ type, field, value, error, onChange }: RepairFieldProps): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const label = fieldLabel(type as never, field);
  const words = typeof value === 'string' ? value : '';
  switch (repairKindOf(type, field, value)) {
    case 'date': {
      const taken = (next: string | null, problem: string | null): void => onChange(next, problem);
      if (value !== null && !isPlainDate(words) && isPartialDate(words))
        return <PartialDateField label={label} value={words} today={today} error={error} onChange={taken} />;
      return (
        <DateField
          label={label}
          value={isPlainDate(words) ? words : null}
          today={today}
          error={error}
          onChange={taken}
        />
      );
    }
    case 'choice':
      return (
        <Select
          label={label}
          value={words}
          error={error}
          data={choicesOfField(type, field).map((choice) => ({
            value: choice,
            label: valueInWords(type, field, choice, names),
          }))}
          onChange={(next) => onChange(next, null)}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          value={typeof value === 'number' ? value : ''}
          error={error}
          hideControls
          onChange={(next) => onChange(typeof next === 'number' ? next : null, null)}
        />
      );
    case 'name':
      return (
        <TextInput
          label={label}
          value={valueInWords(type, field, value, names)}
          error={error}
          onChange={(event) => onChange(repairedName(value, event.currentTarget.value), null)}
        />
      );
    case 'text':
      if (words.length > longText)
        return (
          <Textarea
            label={label}
            value={words}
            error={error}
            minRows={2}
            onChange={(event) => onChange(event.currentTarget.value, null)}
          />
        );
      return (
        <TextInput
          label={label}
          value={words}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value, null)}
        />
      );
    case undefined:
      return field === 'command' ? null : (
        <TextInput label={label} value={valueInWords(type, field, value, names)} readOnly variant="filled" />
      );
  }
}
