import { Autocomplete, Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberStateSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { genderWords, membersText } from '#renderer/messages/members.ts';
import { fieldLabel, memberStateText } from '#renderer/messages/record-fields.ts';
import { DateField, PartialDateField } from '#renderer/ui/date-field.tsx';
import { fillField, type MemberDraft } from './member-draft.ts';
import type { FormField } from './member-form-fields.ts';
import { NameField } from './name-field.tsx';

type MemberFormFieldProps = {
  readonly field: FormField;
  readonly draft: MemberDraft;
  readonly today: PlainDate;
  readonly error: string | undefined;
  readonly onChange: (draft: MemberDraft) => void;
  readonly onDateProblem: (problem: string | null) => void;
};

type TextFieldName = { [F in keyof MemberFields]: MemberFields[F] extends string ? F : never }[keyof MemberFields];

/** One field of the form in the shape that suits it. */
export function MemberFormField(props: MemberFormFieldProps): ReactNode {
  const { field, draft, today, error, onChange, onDateProblem } = props;
  const label = fieldLabel('member', field.field);
  switch (field.kind) {
    case 'name':
      return <NameField draft={draft} error={error} onChange={onChange} />;
    case 'gender':
      return <GenderField draft={draft} onChange={onChange} />;
    case 'state':
      return (
        <Select
          label={label}
          data={memberStateSchema.options.map((value) => ({ value, label: memberStateText[value] }))}
          value={draft.values.state}
          onChange={(value) => {
            const state = memberStateSchema.safeParse(value);
            if (state.success) onChange(fillField(draft, 'state', state.data));
          }}
        />
      );
    case 'unit':
      return <UnitField label={label} draft={draft} today={today} onChange={onChange} />;
    case 'partial-date': {
      const name = field.field as 'bornOn' | 'joinedUnionOn' | 'admittedOn' | 'officialOn';
      return (
        <PartialDateField
          label={label}
          hint={name === 'bornOn' ? membersText.form.dateHint : undefined}
          value={draft.values[name]}
          today={today}
          error={error}
          onChange={(value, problem) => {
            onDateProblem(problem);
            // Text that is no date must not wipe the date the record has.
            if (problem === null) onChange(fillField(draft, name, value));
          }}
        />
      );
    }
    case 'date':
      return (
        <DateField
          label={label}
          value={draft.values.cardIssuedOn}
          today={today}
          error={error}
          onChange={(value, problem) => {
            onDateProblem(problem);
            if (problem === null) onChange(fillField(draft, 'cardIssuedOn', value));
          }}
        />
      );
    case 'long-text':
    case 'text':
      return <TextField {...props} label={label} />;
  }
}

function TextField({
  field,
  draft,
  error,
  onChange,
  label,
}: MemberFormFieldProps & { readonly label: string }): ReactNode {
  const name = field.field as TextFieldName;
  const value = draft.values[name];
  if (field.suggest !== undefined) {
    return (
      <Autocomplete
        label={label}
        data={[...membersText.suggestions[field.suggest]]}
        value={value}
        onChange={(text) => onChange(fillField(draft, name, text as never))}
        error={error}
      />
    );
  }
  if (field.kind === 'long-text') {
    return (
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={6}
        value={value}
        onChange={(event) => onChange(fillField(draft, name, event.currentTarget.value as never))}
        error={error}
      />
    );
  }
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(fillField(draft, name, event.currentTarget.value as never))}
      error={error}
      autoComplete="off"
    />
  );
}

function GenderField({ draft, onChange }: Pick<MemberFormFieldProps, 'draft' | 'onChange'>): ReactNode {
  const id = useId();
  return (
    <Input.Wrapper label={fieldLabel('member', 'gender')} labelElement="div" labelProps={{ id }}>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        data={[
          { value: 'female', label: genderWords.female },
          { value: 'male', label: genderWords.male },
        ]}
        value={draft.values.gender}
        onChange={(value) => onChange(fillField(draft, 'gender', value === 'female' ? 'female' : 'male'))}
      />
    </Input.Wrapper>
  );
}

function UnitField({
  label,
  draft,
  today,
  onChange,
}: Pick<MemberFormFieldProps, 'draft' | 'today' | 'onChange'> & { readonly label: string }): ReactNode {
  const units = useUnits() ?? [];
  const { unitId } = draft.values;
  const data = units
    .filter(
      ({ kind, id, validTo }) =>
        id === unitId || (kind !== 'outside-body' && kind !== 'office' && (validTo === null || validTo >= today)),
    )
    .map(({ id, name }) => ({ value: id, label: name }));
  const known = unitId === null || data.some(({ value }) => value === unitId);
  return (
    <Select
      label={label}
      data={known ? data : [...data, { value: unitId, label: membersText.unknownUnit }]}
      value={unitId}
      onChange={(id) => onChange(fillField(draft, 'unitId', id))}
      placeholder={membersText.noUnit}
      searchable
      clearable
      nothingFoundMessage={membersText.noSuchUnit}
    />
  );
}
