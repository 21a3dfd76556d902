import { Button, Group, Modal, Select, Switch, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { staffRoleSchema, type StaffFields } from '#shared/domain/staff/staff-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { addStaff, saveStaff } from '#renderer/data/organisation/organisation-repository.ts';
import type { StaffRow, UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { organisationText, staffRoleWords } from '#renderer/messages/organisation.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '#renderer/ui/form-dialog.module.css';
import { blankStaff, createStaffDraft, findStaffProblems, readStaff, type StaffDraft } from './staff-draft.ts';
import { changesOf } from './unit-draft.ts';

/** What the form is opened for. */
export type StaffTask =
  | { readonly kind: 'add'; readonly unitId: string | null }
  | { readonly kind: 'edit'; readonly staff: StaffRow };

type StaffDialogProps = { readonly task: StaffTask; readonly units: readonly UnitRow[]; readonly onClose: () => void };

/** The form of a person who uses the app or holds papers. */
export function StaffDialog({ task, units, onClose }: StaffDialogProps): ReactNode {
  const office = useOffice();
  const { form } = organisationText;
  const [draft, setDraft] = useState<StaffDraft>(() =>
    task.kind === 'edit' ? createStaffDraft(task.staff) : blankStaff(task.unitId),
  );
  const [tried, setTried] = useState(false);
  const problems = findStaffProblems(draft);

  const close = (tell: () => void): void => {
    onClose();
    tell();
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0) return;
    const person = readStaff(draft);
    if (task.kind === 'add') {
      const added = await addStaff(office, person);
      if (added.ok) close(() => notifyDone(form.saved(person.name.full)));
      else notifyError(added.error.code);
      return;
    }
    const changes = changesOf<StaffFields>(fieldsOf(task.staff), person);
    if (Object.keys(changes).length === 0) {
      close(() => notifyInfo(form.nothingChanged));
      return;
    }
    const saved = await saveStaff(office, task.staff.id, changes, task.staff.seq);
    if (saved.ok) close(() => notifyDone(form.saved(person.name.full), { undo: () => void undo(office, saved.value) }));
    else notifyError(saved.error.code);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={task.kind === 'add' ? form.addStaff : form.editStaff(task.staff.name.full)}
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
          label={fieldLabel('staff', 'name')}
          required
          data-autofocus
          maxLength={120}
          spellCheck={false}
          value={draft.fullName}
          onChange={(event) => setDraft({ ...draft, fullName: event.currentTarget.value })}
          error={tried && problems.includes('name-required') ? form.required : undefined}
        />
        <TextInput
          label={fieldLabel('staff', 'post')}
          maxLength={120}
          value={draft.post}
          onChange={(event) => setDraft({ ...draft, post: event.currentTarget.value })}
        />
        <Select
          label={fieldLabel('staff', 'role')}
          description={form.roleHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={staffRoleSchema.options.map((role) => ({ value: role, label: staffRoleWords[role] }))}
          value={draft.role}
          onChange={(value) => {
            const role = staffRoleSchema.safeParse(value);
            if (role.success) setDraft({ ...draft, role: role.data });
          }}
        />
        <Select
          label={fieldLabel('staff', 'unitId')}
          searchable
          data={[{ value: '', label: form.noUnit }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
          value={draft.unitId ?? ''}
          onChange={(id) => setDraft({ ...draft, unitId: id === '' ? null : id })}
        />
        <TextInput
          label={fieldLabel('staff', 'order')}
          description={form.orderHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          value={draft.order}
          onChange={(event) => setDraft({ ...draft, order: event.currentTarget.value })}
          error={tried && problems.includes('bad-order') ? form.badOrder : undefined}
        />
        <Switch
          mt="1.75rem"
          label={fieldLabel('staff', 'active')}
          checked={draft.active}
          onChange={(event) => setDraft({ ...draft, active: event.currentTarget.checked })}
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

function fieldsOf({ name, post, role, unitId, order, active }: StaffRow): StaffFields {
  return { name, post, role, unitId, order, active };
}
