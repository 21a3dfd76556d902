import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { unitKindSchema } from '#shared/domain/unit/unit-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { addUnit, saveUnit } from '#renderer/data/organisation/organisation-repository.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { organisationText } from '#renderer/messages/organisation.ts';
import { fieldLabel, unitKindText } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { SortField } from './change/change-fields.tsx';
import classes from '#renderer/ui/form-dialog.module.css';
import { blankUnit, changesOf, createUnitDraft, findUnitProblems, readUnit, type UnitDraft } from './unit-draft.ts';
import { buildUnitTree, idsBelow, isClosed } from './unit-tree.ts';

/** What the form is opened for. */
export type UnitTask =
  | { readonly kind: 'add'; readonly parentId: string | null }
  | { readonly kind: 'edit'; readonly unit: UnitRow };

type UnitDialogProps = {
  readonly task: UnitTask;
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
};

/** The form of an organisation. A unit cannot be put below itself. */
export function UnitDialog({ task, units, onClose, onSaved }: UnitDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { form } = organisationText;
  const [draft, setDraft] = useState<UnitDraft>(() =>
    task.kind === 'edit'
      ? createUnitDraft(fieldsOf(task.unit))
      : blankUnit(
          task.parentId,
          units.filter(({ parentId }) => parentId === task.parentId),
        ),
  );
  const [tried, setTried] = useState(false);
  const [dateProblem, setDateProblem] = useState(false);
  const problems = findUnitProblems(draft);
  const forbidden = useMemo(
    () => (task.kind === 'edit' ? idsBelow(buildUnitTree(units), task.unit.id) : new Set<string>()),
    [task, units],
  );
  const parents = [
    { value: '', label: form.noParent },
    ...units
      .filter((unit) => !forbidden.has(unit.id) && (unit.id === draft.parentId || !isClosed(unit, today)))
      .map(({ id, name }) => ({ value: id, label: name })),
  ];

  const close = (tell: () => void): void => {
    onClose();
    tell();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || dateProblem) return;
    const unit = readUnit(draft);
    if (task.kind === 'add') {
      const added = await addUnit(office, unit);
      if (added.ok) {
        close(() => notifyDone(form.saved(unit.name)));
        onSaved(added.value.id);
      } else notifyError(added.error.code);
      return;
    }
    const changes = changesOf(fieldsOf(task.unit), unit);
    if (Object.keys(changes).length === 0) {
      close(() => notifyInfo(form.nothingChanged));
      return;
    }
    const saved = await saveUnit(office, task.unit.id, changes, task.unit.seq);
    if (saved.ok) close(() => notifyDone(form.saved(unit.name), { undo: () => void undo(office, saved.value) }));
    else notifyError(saved.error.code);
  };
  const error = (problem: (typeof problems)[number], text: string): string | undefined =>
    tried && problems.includes(problem) ? text : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={task.kind === 'add' ? form.addUnit : form.editUnit(task.unit.name)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          className={classes.wide ?? ''}
          label={fieldLabel('unit', 'name')}
          required
          data-autofocus
          maxLength={200}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={error('name-required', form.required)}
        />
        <Select
          label={fieldLabel('unit', 'kind')}
          data={unitKindSchema.options.map((kind) => ({ value: kind, label: unitKindText[kind] }))}
          value={draft.kind}
          onChange={(value) => {
            const kind = unitKindSchema.safeParse(value);
            if (kind.success) setDraft({ ...draft, kind: kind.data });
          }}
        />
        <SortField value={draft.sort} onChange={(sort) => setDraft({ ...draft, sort })} />
        <Select
          label={fieldLabel('unit', 'parentId')}
          searchable
          data={parents}
          value={draft.parentId ?? ''}
          onChange={(id) => setDraft({ ...draft, parentId: id === '' ? null : id })}
        />
        <TextInput
          label={fieldLabel('unit', 'order')}
          description={form.orderHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          value={draft.order}
          onChange={(event) => setDraft({ ...draft, order: event.currentTarget.value })}
          error={error('bad-order', form.badOrder)}
        />
        <DateField
          label={fieldLabel('unit', 'validFrom')}
          value={draft.validFrom}
          today={today}
          onChange={(validFrom, problem) => {
            setDraft({ ...draft, validFrom });
            setDateProblem(problem !== null);
          }}
          error={error('bad-dates', form.badDates)}
        />
        <TextInput
          label={fieldLabel('unit', 'code')}
          maxLength={40}
          autoComplete="off"
          value={draft.code}
          onChange={(event) => setDraft({ ...draft, code: event.currentTarget.value })}
        />
        <Group className={classes.actions ?? ''} justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
          <WriteButton type="submit">{form.save}</WriteButton>
        </Group>
      </form>
    </Modal>
  );
}

function fieldsOf(row: UnitRow): Omit<UnitDraft, 'order'> & { readonly order: number } {
  const {
    name,
    kind,
    parentId,
    order,
    validFrom,
    validTo,
    sort,
    code,
    formerNames,
    successorIds,
    termFrom,
    termTo,
    importId,
  } = row;
  return {
    name,
    kind,
    parentId,
    order,
    validFrom,
    validTo,
    sort,
    code,
    formerNames,
    successorIds,
    termFrom,
    termTo,
    importId,
  };
}
