import { MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { unitKindSchema } from '#shared/domain/unit/unit-record.ts';
import { unitSorts } from '#shared/domain/unit/unit-sort-table.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { unitKindText } from '#renderer/messages/record-fields.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { unitLifeText, unitSortText } from '#renderer/messages/unit-life.ts';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import type { ChangeForm } from './change-form.ts';

type ChangeFieldsProps = {
  readonly form: ChangeForm;
  readonly unit: UnitRow;
  /** Organisations that live, in the order of the tree. */
  readonly units: readonly UnitRow[];
  readonly onChange: (form: ChangeForm) => void;
};

/** What a kind of change asks for. */
export function ChangeFields({ form, unit, units, onChange }: ChangeFieldsProps): ReactNode {
  const { change } = unitLifeText;
  const choiceOf = (rows: readonly UnitRow[]): { value: string; label: string }[] =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const others = units.filter(({ id }) => id !== unit.id);
  const isParty = unit.kind !== 'office' && unit.kind !== 'outside-body';
  const alike = others.filter(({ kind }) => (kind !== 'office' && kind !== 'outside-body') === isParty);
  const name = (label: string, field: 'name' | 'otherName'): ReactNode => (
    <TextInput
      className={dialogClasses.wide ?? ''}
      label={label}
      required
      maxLength={200}
      autoComplete="off"
      value={form[field]}
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
    />
  );
  const parent = (
    <Select
      label={change.parent}
      searchable
      data={[
        { value: '', label: organisationText.form.noParent },
        ...choiceOf(form.kind === 'founded' ? units : others),
      ]}
      value={form.parentId ?? ''}
      allowDeselect={false}
      onChange={(id) => onChange({ ...form, parentId: id === '' || id === null ? null : id })}
    />
  );
  switch (form.kind) {
    case 'renamed':
      return name(change.name, 'name');
    case 'moved':
      return parent;
    case 'founded':
      return (
        <>
          {name(change.newName, 'name')}
          <Select
            label={change.kind}
            data={unitKindSchema.options.map((kind) => ({ value: kind, label: unitKindText[kind] }))}
            value={form.unitKind}
            allowDeselect={false}
            onChange={(value) => {
              const kind = unitKindSchema.safeParse(value);
              if (kind.success) onChange({ ...form, unitKind: kind.data });
            }}
          />
          <SortField value={form.sort} onChange={(sort) => onChange({ ...form, sort })} />
          {parent}
        </>
      );
    case 'dissolved':
      return (
        <Select
          className={dialogClasses.wide ?? ''}
          label={change.heir}
          required
          searchable
          data={choiceOf(alike)}
          value={form.heirId === '' ? null : form.heirId}
          onChange={(id) => onChange({ ...form, heirId: id ?? '' })}
        />
      );
    case 'merged':
      return (
        <>
          <MultiSelect
            className={dialogClasses.wide ?? ''}
            label={change.with}
            placeholder={form.with.length === 0 ? change.withHint : ''}
            searchable
            data={choiceOf(alike)}
            value={[...form.with]}
            onChange={(ids) =>
              onChange({ ...form, with: ids, heirId: [unit.id, ...ids].includes(form.heirId) ? form.heirId : '' })
            }
          />
          <Select
            className={dialogClasses.wide ?? ''}
            label={change.into}
            data={[
              { value: '', label: change.intoNew },
              ...choiceOf([unit, ...alike.filter(({ id }) => form.with.includes(id))]),
            ]}
            value={form.heirId}
            allowDeselect={false}
            onChange={(id) => onChange({ ...form, heirId: id ?? '' })}
          />
          {form.heirId === '' && (
            <>
              {name(change.newName, 'name')}
              {parent}
            </>
          )}
        </>
      );
    case 'split':
      return (
        <>
          <Radio.Group
            className={dialogClasses.wide ?? ''}
            label={change.howSplit}
            value={form.goesOn ? 'parts' : 'ends'}
            onChange={(how) => onChange({ ...form, goesOn: how === 'parts' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="parts" label={change.splitParts} />
              <Radio value="ends" label={change.splitEnds} />
            </Stack>
          </Radio.Group>
          {!form.goesOn && name(change.nameOne, 'name')}
          {name(form.goesOn ? change.nameTwo : change.nameOther, 'otherName')}
        </>
      );
  }
}

/** What an organisation is beside its kind. */
export function SortField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (sort: string) => void;
}): ReactNode {
  const { change } = unitLifeText;
  return (
    <Select
      label={change.sort}
      data={[
        { value: '', label: change.noSort },
        ...unitSorts.map((sort) => ({ value: sort as string, label: unitSortText[sort] })),
      ]}
      value={value}
      allowDeselect={false}
      onChange={(sort) => onChange(sort ?? '')}
    />
  );
}
