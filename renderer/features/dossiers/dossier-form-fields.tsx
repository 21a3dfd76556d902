import { Autocomplete, Button, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { buildDossierCode } from '#shared/domain/dossier/dossier-code.ts';
import { proposedFiles } from '#shared/domain/dossier/file-plan-table.ts';
import { useDossiers } from '#renderer/data/dossiers/use-dossiers.ts';
import { useStaff, useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossierFieldLabels as labels } from '#renderer/messages/document-office-fields.ts';
import { accessWords, dossiersText } from '#renderer/messages/dossiers.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import type { DossierDraft, DossierDraftProblem } from './dossier-draft.ts';
import classes from './dossiers-screen.module.css';

type DossierFormFieldsProps = {
  readonly draft: DossierDraft;
  /** To be shown beside their fields. */
  readonly problems: readonly DossierDraftProblem[];
  readonly onChange: (draft: DossierDraft) => void;
};

/** The fields of a dossier: what it is, how long and for whom it is kept, where it stands on paper. */
export function DossierFormFields({ draft, problems, onChange }: DossierFormFieldsProps): ReactNode {
  const today = useToday();
  const officeName = useSetting('office-name');
  const staff = useStaff() ?? [];
  const units = useUnits() ?? [];
  const dossiers = useDossiers() ?? [];
  const { form } = dossiersText;
  const headings = [...new Set([...dossiers, ...proposedFiles].map(({ heading }) => heading))].filter(
    (name) => name !== '',
  );
  const input = (field: TextField, wide = false): ReactNode => (
    <TextInput
      key={field}
      className={wide ? (classes.wide ?? '') : ''}
      label={labels[field]}
      value={draft[field]}
      maxLength={textFields[field]}
      onChange={(event) => onChange({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Textarea
        className={classes.wide ?? ''}
        label={labels.title}
        required
        data-autofocus
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        error={problems.includes('title') ? form.required : undefined}
      />
      <Autocomplete
        label={labels.heading}
        data={headings}
        maxLength={200}
        value={draft.heading}
        onChange={(heading) => onChange({ ...draft, heading })}
      />
      {input('fileNumber')}
      <TextInput
        label={labels.year}
        inputMode="numeric"
        value={draft.year}
        onChange={(event) => onChange({ ...draft, year: event.currentTarget.value })}
        error={problems.includes('year') ? form.badYear : undefined}
      />
      <TextInput
        label={labels.code}
        description={form.codeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={100}
        value={draft.code}
        onChange={(event) => onChange({ ...draft, code: event.currentTarget.value })}
        rightSectionWidth="5rem"
        rightSection={
          <Button
            size="compact-xs"
            variant="light"
            onClick={() =>
              onChange({
                ...draft,
                code: buildDossierCode({
                  organId: officeName?.organId ?? '',
                  year: Number(draft.year),
                  fileNumber: draft.fileNumber,
                }),
              })
            }
          >
            {form.makeCode}
          </Button>
        }
      />
      <TextInput
        label={labels.retentionYears}
        description={form.yearsHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={form.permanent}
        inputMode="numeric"
        value={draft.retentionYears}
        onChange={(event) => onChange({ ...draft, retentionYears: event.currentTarget.value })}
        error={problems.includes('retention') ? form.badYears : undefined}
      />
      <Select
        label={labels.access}
        allowDeselect={false}
        data={accesses.map((value) => ({ value, label: accessWords[value] }))}
        value={draft.access}
        onChange={(access) => access !== null && onChange({ ...draft, access })}
      />
      <Select
        label={labels.holderStaffId}
        searchable
        clearable
        placeholder={form.nobody}
        data={staff
          .filter(({ active, id }) => active || id === draft.holderStaffId)
          .map(({ id, name }) => ({ value: id, label: name.full }))}
        value={draft.holderStaffId}
        onChange={(holderStaffId) => onChange({ ...draft, holderStaffId })}
      />
      <Select
        label={labels.unitId}
        searchable
        clearable
        placeholder={form.nobody}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.unitId}
        onChange={(unitId) => onChange({ ...draft, unitId })}
      />
      <DateField
        label={labels.openedOn}
        value={draft.openedOn}
        today={today}
        onChange={(openedOn) => onChange({ ...draft, openedOn })}
      />
      {input('termName')}
      {input('fondsCode')}
      {input('fondsName')}
      {input('inventoryNumber')}
      {input('boxNumber')}
      {input('condition')}
      {input('paperCode')}
      {input('keywords', true)}
      {input('note', true)}
    </>
  );
}

const accesses = ['open', 'conditional', 'closed'] as const;

/** Plain text fields and how much they hold. */
const textFields = {
  fileNumber: 20,
  termName: 80,
  fondsCode: 40,
  fondsName: 200,
  inventoryNumber: 20,
  boxNumber: 20,
  condition: 200,
  paperCode: 100,
  keywords: 500,
  note: 2000,
} as const;
type TextField = keyof typeof textFields;
