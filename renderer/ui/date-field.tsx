import { Popover, TextInput, ActionIcon } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import { isPlainDate, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { parseTypedDate, parseTypedPartialDate, type TypedDateError } from '#shared/base/typed-date.ts';
import { sharedText } from '#renderer/messages/shared.ts';

/** A date in the making: what was typed, and the date it means when it means one. */
type DateFieldProps<D extends string> = {
  readonly label: string;
  readonly value: D | null;
  /** Also called with null when the text is no date; `problem` then says why it may not be saved. */
  readonly onChange: (value: D | null, problem: string | null) => void;
  readonly today: PlainDate;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
};

type Read<D> = { readonly value: D | null; readonly problem: string | null; readonly suggestion: PlainDate | null };

/** A day typed as digits only: `22112026` becomes `22/11/2026`. */
export function DateField(props: DateFieldProps<PlainDate>): ReactNode {
  return <TypedDateField {...props} parse={parseTypedDate} />;
}

/** A date of which only the year or the month may be known. */
export function PartialDateField(props: DateFieldProps<PartialDate>): ReactNode {
  return <TypedDateField {...props} parse={parseTypedPartialDate} />;
}

type Parser<D> = (
  input: string,
  today: PlainDate,
) => { readonly ok: true; readonly value: D } | { readonly ok: false; readonly error: TypedDateError };

function TypedDateField<D extends PartialDate | PlainDate>(
  props: DateFieldProps<D> & { readonly parse: Parser<D> },
): ReactNode {
  const { label, value, onChange, today, hint, error, required = false, disabled = false, className, parse } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : formatDate(value));

  // A date given from outside while the text was no date takes its place.
  if (value !== null && problem !== null) {
    setTyped(null);
    setProblem(null);
  }

  const take = (text: string, confirm: boolean): void => {
    const read = readTyped(text, today, parse);
    if (confirm && read.suggestion !== null) {
      setTyped(null);
      setProblem(null);
      onChange(read.suggestion as unknown as D, null);
      return;
    }
    setProblem(read.problem);
    setTyped(read.problem === null ? null : text);
    onChange(read.value, read.problem);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || typed === null) return;
    event.preventDefault();
    take(typed, true);
  };
  return (
    <TextInput
      label={label}
      className={className ?? ''}
      value={shown}
      required={required}
      disabled={disabled}
      placeholder={sharedText.datePlaceholder}
      autoComplete="off"
      inputMode="numeric"
      classNames={{ input: 'tabular' }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const read = readTyped(event.currentTarget.value, today, parse);
        onChange(read.value, read.problem);
        if (problem !== null) setProblem(null);
      }}
      onBlur={() => typed !== null && take(typed, false)}
      onKeyDown={onKeyDown}
      error={problem ?? error}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              aria-label={sharedText.pickDate}
              tabIndex={-1}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size="1.125rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value !== null && isPlainDate(value) ? value : null}
              defaultDate={value !== null && isPlainDate(value) ? value : today}
              onChange={(picked) => {
                setOpened(false);
                setTyped(null);
                setProblem(null);
                if (picked !== null) onChange(toPlainDate(picked) as unknown as D, null);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

function readTyped<D>(text: string, today: PlainDate, parse: Parser<D>): Read<D> {
  const result = parse(text, today);
  if (result.ok) return { value: result.value, problem: null, suggestion: null };
  const { error } = result;
  if (error.kind === 'empty') return { value: null, problem: null, suggestion: null };
  const suggestion = error.kind === 'year-unsure' ? error.suggestion : null;
  return { value: null, problem: problemText(error), suggestion };
}

function problemText(error: Exclude<TypedDateError, { kind: 'empty' }>): string {
  switch (error.kind) {
    case 'not-a-date':
      return sharedText.dateNotRead;
    case 'impossible-date':
      return sharedText.dateImpossible(error.day, error.month, error.year);
    case 'year-unsure':
      return sharedText.dateYearUnsure(formatDate(error.suggestion));
    case 'year-out-of-range':
      return sharedText.dateYearOutOfRange(error.year);
  }
}
