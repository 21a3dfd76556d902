import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberStateSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import type { ChoiceField } from '#renderer/messages/member-choices.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel, memberStateText } from '#renderer/messages/record-fields.ts';
import { DateField, PartialDateField } from '#renderer/ui/date-field.tsx';
import { fillField, type MemberDraft } from './member-draft.ts';
import type { FormField } from './member-form-fields.ts';
import { ChoiceSelect, GenderField, UnitField } from './member-choice-fields.tsx';
import { IntroducersField } from './introducers-field.tsx';
import { NameField } from './name-field.tsx';

type MemberFormFieldProps = {
  readonly field: FormField;
  readonly draft: MemberDraft;
  readonly today: PlainDate;
  readonly error: string | undefined;
  readonly onChange: (draft: MemberDraft) => void;
  readonly onDateProblem: (problem: string | null) => void;
};

type NameOf<V> = { [F in keyof MemberFields]: MemberFields[F] extends V ? F : never }[keyof MemberFields];
type TextFieldName = NameOf<string>;
type YesNoName = NameOf<boolean>;
type PartialDateName = 'bornOn' | 'joinedUnionOn' | 'admittedOn' | 'officialOn' | 'readmittedOn';
type DateName = 'cardIssuedOn' | 'certifiedOn';

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
      const name = field.field as PartialDateName;
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
    case 'date': {
      const name = field.field as DateName;
      return (
        <DateField
          label={label}
          value={draft.values[name]}
          today={today}
          error={error}
          onChange={(value, problem) => {
            onDateProblem(problem);
            if (problem === null) onChange(fillField(draft, name, value));
          }}
        />
      );
    }
    case 'choice':
      return <ChoiceSelect label={label} field={field.field as ChoiceField} draft={draft} onChange={onChange} />;
    case 'yes-no': {
      const name = field.field as YesNoName;
      return (
        <Checkbox
          mt="1.75rem"
          label={label}
          checked={draft.values[name]}
          onChange={(event) => onChange(fillField(draft, name, event.currentTarget.checked))}
        />
      );
    }
    case 'introducers':
      return <IntroducersField label={label} draft={draft} onChange={onChange} />;
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
