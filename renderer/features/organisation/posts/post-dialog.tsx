import { Button, Checkbox, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { addDays } from '#shared/base/plain-date.ts';
import { postKindSchema } from '#shared/domain/unit/appointment-record.ts';
import { isHeldOn } from '#shared/domain/unit/unit-concerns.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { appoint, saveAppointment } from '#renderer/data/organisation/appointment-repository.ts';
import { useMembersOf } from '#renderer/data/organisation/use-members-of.ts';
import type { AppointmentRow, UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { postKindText, unitLifeText } from '#renderer/messages/unit-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '#renderer/ui/form-dialog.module.css';
import { chooseKind, findPostProblems, openPostDraft, readPostDraft } from './post-draft.ts';

type PostDialogProps = {
  readonly unit: UnitRow;
  readonly row: AppointmentRow | undefined;
  /** Posts of the organisation. */
  readonly posts: readonly AppointmentRow[];
  readonly onClose: () => void;
};

/** Who holds a post of an organisation, from when, on which decision; a new secretary ends the former one's days. */
export function PostDialog({ unit, row, posts, onClose }: PostDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const text = unitLifeText.post;
  const { change } = unitLifeText;
  const members = useMembersOf(unit.id) ?? [];
  const [draft, setDraft] = useState(() => openPostDraft(unit, row, today));
  const [tried, setTried] = useState(false);
  const [endsFormer, setEndsFormer] = useState(true);
  const [dateProblems, setDateProblems] = useState<Readonly<Record<string, string | null>>>({});
  const problems = findPostProblems(draft);
  const former =
    row === undefined && draft.kind === 'secretary' && draft.from !== null
      ? posts.filter((post) => post.kind === 'secretary' && isHeldOn(post, draft.from ?? today))
      : [];
  const days = (field: 'from' | 'to' | 'issuedOn', label: string): ReactNode => (
    <DateField
      label={label}
      value={draft[field]}
      today={today}
      onChange={(value, problem) => {
        setDateProblems({ ...dateProblems, [field]: problem });
        setDraft({ ...draft, [field]: value });
      }}
      error={field === 'to' && tried && problems.includes('wrong-days') ? text.wrongDays : undefined}
    />
  );
  const words = (
    field: 'personName' | 'post' | 'termName' | 'symbol' | 'issuer',
    label: string,
    max: number,
  ): ReactNode => (
    <TextInput
      label={label}
      maxLength={max}
      autoComplete="off"
      required={field === 'personName'}
      disabled={field === 'personName' && draft.memberId !== null}
      value={draft[field]}
      error={field === 'personName' && tried && problems.includes('needs-name') ? text.needsName : undefined}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  const save = async (): Promise<void> => {
    setTried(true);
    if (problems.length > 0 || Object.values(dateProblems).some((problem) => problem !== null)) return;
    const fields = readPostDraft(draft, unit.id);
    const isEnding = endsFormer && former.length > 0 && draft.from !== null;
    const ends =
      isEnding && draft.from !== null ? { ids: former.map(({ id }) => id), lastDay: addDays(draft.from, -1) } : null;
    const saved = row === undefined ? await appoint(office, fields, ends) : await saveAppointment(office, row, fields);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.saved(fields.personName), row === undefined ? {} : { undo: () => void undo(office, saved.value) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={row === undefined ? text.add(unit.name) : text.edit(row.personName)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          label={text.member}
          searchable
          data={[
            { value: '', label: text.outsider },
            ...members.map(({ id, name }) => ({ value: id, label: name.full })),
          ]}
          value={draft.memberId ?? ''}
          allowDeselect={false}
          onChange={(id) => {
            const member = members.find((each) => each.id === id);
            setDraft({ ...draft, memberId: member?.id ?? null, personName: member?.name.full ?? draft.personName });
          }}
        />
        {words('personName', text.personName, 120)}
        <Select
          label={text.kind}
          data={postKindSchema.options.map((kind) => ({ value: kind, label: postKindText[kind] }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = postKindSchema.safeParse(value);
            if (kind.success) setDraft(chooseKind(draft, kind.data, unit.kind));
          }}
        />
        {words('post', text.post, 120)}
        {days('from', text.from)}
        {days('to', text.to)}
        {words('termName', text.termName, 60)}
        {former.length > 0 && (
          <Checkbox
            className={classes.wide ?? ''}
            label={text.endFormer(former.map(({ personName }) => personName).join(', '))}
            checked={endsFormer}
            onChange={(event) => setEndsFormer(event.currentTarget.checked)}
          />
        )}
        <fieldset className={classes.group}>
          <legend className={classes.legend}>{change.decision}</legend>
          <div className={classes.form}>
            {words('symbol', change.symbol, 60)}
            {days('issuedOn', change.issuedOn)}
            {words('issuer', change.issuer, 200)}
          </div>
        </fieldset>
        <Group className={classes.actions ?? ''} justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit">{text.save}</WriteButton>
        </Group>
      </form>
    </Modal>
  );
}
