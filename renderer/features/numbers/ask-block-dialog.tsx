import { NumberInput, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { askBlock } from '#renderer/data/registers/block-repository.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';
import { useSeriesChoice } from './series-field.tsx';

type AskBlockDialogProps = {
  readonly registers: readonly RegisterRow[];
  readonly terms: readonly TermRow[];
  readonly onClose: () => void;
};

/** Asks for numbers of a book another PC holds. */
export function AskBlockDialog({ registers, terms, onClose }: AskBlockDialogProps): ReactNode {
  const [chosen, setChosen] = useState<RegisterRow>();
  const register = chosen ?? registers.find(({ book }) => book === 'outgoing') ?? registers[0];
  if (register === undefined) return null;
  const choose = (id: string | null): void => setChosen(registers.find((each) => each.id === id) ?? register);
  return (
    <AskBlockForm
      key={register.id}
      register={register}
      terms={terms}
      onClose={onClose}
      bookField={
        <Select
          className={classes.wide ?? ''}
          label={numbersText.book}
          data={registers.map(({ id, name }) => ({ value: id, label: name }))}
          value={register.id}
          allowDeselect={false}
          onChange={choose}
        />
      }
    />
  );
}

type AskBlockFormProps = {
  readonly register: RegisterRow;
  readonly terms: readonly TermRow[];
  readonly bookField: ReactNode;
  readonly onClose: () => void;
};

function AskBlockForm({ register, terms, bookField, onClose }: AskBlockFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { blocks: text } = numbersText;
  const [count, setCount] = useState(10);
  const { series, field, problem } = useSeriesChoice(register, terms, today, undefined);
  const save = async (): Promise<void> => {
    if (series === undefined) return;
    const saved = await askBlock(office, { registerId: register.id, series, count });
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.asked);
  };
  return (
    <DialogFrame title={text.askTitle} intro={text.intro} onClose={onClose} onSave={() => void save()}>
      {bookField}
      {field}
      <NumberInput
        label={text.count}
        description={text.countHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
        min={1}
        max={200}
        allowDecimal={false}
        clampBehavior="strict"
        value={count}
        onChange={(value) => setCount(Number(value) || 1)}
        error={field === null ? problem : undefined}
      />
    </DialogFrame>
  );
}
