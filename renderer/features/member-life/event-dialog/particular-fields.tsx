import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { eventKindTable, formsOf } from '#shared/domain/member-life/event-kind-table.ts';
import type { Lacking } from '#shared/domain/member-life/event-problems.ts';
import { useCellChoice } from '#renderer/data/organisation/use-cell-choice.ts';
import { eventFormText, memberLifeText } from '#renderer/messages/member-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import type { EventForm } from './event-form.ts';

type ParticularFieldsProps = {
  readonly kind: MemberEventKind;
  readonly form: EventForm;
  readonly today: PlainDate;
  readonly errorOf: (what: Lacking) => string | undefined;
  readonly onChange: (form: EventForm) => void;
  readonly onDateProblem: (problem: string | null) => void;
};

/** What a kind of event asks for beside its day and decision: only that. */
export function ParticularFields(props: ParticularFieldsProps): ReactNode {
  const { kind, form, today, errorOf, onChange, onDateProblem } = props;
  const { dialog } = memberLifeText;
  const rule = eventKindTable[kind];
  const cells = useCellChoice(form.unitId);
  const text = (field: 'place' | 'number' | 'reason', label: string, max: number, wide = false): ReactNode => (
    <TextInput
      className={wide ? (dialogClasses.wide ?? '') : ''}
      label={label}
      maxLength={max}
      required={rule[field] === 'required'}
      value={form[field]}
      error={errorOf(field)}
      autoComplete="off"
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {rule.form !== null && (
        <Select
          label={rule.form === 'reach' ? dialog.reach : dialog.form}
          data={formsOf(kind).map((value) => ({ value, label: eventFormText(value) }))}
          value={form.form}
          required={rule.form !== 'reach'}
          clearable={rule.form === 'reach'}
          allowDeselect={false}
          error={errorOf('form')}
          onChange={(value) => onChange({ ...form, form: value ?? '' })}
        />
      )}
      {rule.unit !== 'none' && (
        <Select
          label={kind === 'moved' ? dialog.newUnit : dialog.unit}
          data={[...cells]}
          value={form.unitId}
          required={rule.unit === 'required'}
          searchable
          clearable={rule.unit !== 'required'}
          error={errorOf('unit')}
          onChange={(unitId) => onChange({ ...form, unitId })}
        />
      )}
      {rule.place !== 'none' && text('place', dialog.place[kind] ?? dialog.placeElse, 200)}
      {rule.number !== 'none' &&
        text('number', rule.group === 'card' ? dialog.cardNumber : dialog.badgeNumber, rule.group === 'card' ? 12 : 40)}
      {rule.years !== 'none' && (
        <NumberInput
          label={dialog.years}
          min={1}
          max={120}
          allowDecimal={false}
          required
          value={form.years ?? ''}
          error={errorOf('years')}
          onChange={(value) => onChange({ ...form, years: Number(value) || null })}
        />
      )}
      {rule.until !== 'none' && (
        <DateField
          label={dialog.until}
          value={form.until}
          today={today}
          required={rule.until === 'required'}
          error={errorOf('until')}
          onChange={(until, problem) => {
            onDateProblem(problem);
            if (problem === null) onChange({ ...form, until });
          }}
        />
      )}
      {rule.amount !== 'none' && (
        <NumberInput
          label={dialog.amount}
          min={0}
          max={1_000_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={form.amount ?? ''}
          onChange={(value) => onChange({ ...form, amount: value === '' ? null : Number(value) })}
        />
      )}
      {rule.reason !== 'none' && text('reason', dialog.reason, 1000, true)}
      <Textarea
        className={dialogClasses.wide ?? ''}
        label={dialog.note}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        value={form.note}
        onChange={(event) => onChange({ ...form, note: event.currentTarget.value })}
      />
    </>
  );
}
