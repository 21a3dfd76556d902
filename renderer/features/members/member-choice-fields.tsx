import { Input, SegmentedControl, Select } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { memberChoices, type ChoiceField } from '#renderer/messages/member-choices.ts';
import { genderWords, membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { fillField, type MemberDraft } from './member-draft.ts';

type FieldProps = {
  readonly draft: MemberDraft;
  readonly today: PlainDate;
  readonly onChange: (draft: MemberDraft) => void;
};

/** One of a list; a code this build does not know stays and is shown as it is. */
export function ChoiceSelect({
  label,
  field,
  draft,
  onChange,
}: Pick<FieldProps, 'draft' | 'onChange'> & {
  readonly label: string;
  readonly field: ChoiceField;
}): ReactNode {
  const value = draft.values[field];
  const choices = memberChoices[field];
  const isKnown = value === null || value === '' || choices.some((choice) => choice.value === value);
  const mustHave = field === 'paperState';
  return (
    <Select
      label={label}
      data={isKnown ? [...choices] : [...choices, { value, label: value }]}
      value={value === '' ? null : value}
      onChange={(chosen) => {
        if (chosen === null && mustHave) return;
        onChange(fillField(draft, field, (chosen ?? (field === 'candidateStage' ? null : '')) as never));
      }}
      placeholder={membersText.form.choose}
      searchable={choices.length > 8}
      nothingFoundMessage={membersText.noSuchChoice}
      clearable={!mustHave}
      allowDeselect={!mustHave}
    />
  );
}

/** Nam or nữ. */
export function GenderField({ draft, onChange }: Pick<FieldProps, 'draft' | 'onChange'>): ReactNode {
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

/** The cell a member belongs to: organisations that exist today. */
export function UnitField({
  label,
  draft,
  today,
  onChange,
}: Pick<FieldProps, 'draft' | 'today' | 'onChange'> & { readonly label: string }): ReactNode {
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
