import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { UnitEventKind } from '#shared/domain/unit/unit-event-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { isLiving } from '#renderer/data/organisation/living-units.ts';
import {
  previewUnitEvent,
  recordUnitEvent,
  type UnitEventPreview,
} from '#renderer/data/organisation/unit-event-repository.ts';
import { useMembersOf } from '#renderer/data/organisation/use-members-of.ts';
import { useUnitRules } from '#renderer/data/organisation/use-unit-events.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { unitEventText, unitLifeText } from '#renderer/messages/unit-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import { ChangeDecision } from './change-decision.tsx';
import { ChangeFields } from './change-fields.tsx';
import { openChangeForm, readChangeForm, type ChangeForm } from './change-form.ts';
import { ChangePreview } from './change-preview.tsx';
import { SplitColumns } from './split-columns.tsx';

const PAUSE_MS = 250;

type ChangeDialogProps = {
  readonly kind: UnitEventKind;
  readonly unit: UnitRow;
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
  readonly onSaved: (unitId: string) => void;
};

/** Records a change of the tree on its decision, and shows what it does before it is saved. */
export function ChangeDialog({ kind, unit, units, onClose, onSaved }: ChangeDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { termYears } = useUnitRules();
  const { change } = unitLifeText;
  const [form, setForm] = useState<ChangeForm>(() =>
    openChangeForm(kind, unit, today, [office.ports.newId(), office.ports.newId()]),
  );
  const [dateProblems, setDateProblems] = useState<Readonly<Record<string, string | null>>>({});
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const members = useMembersOf(kind === 'split' ? unit.id : null);
  const draft = useMemo(() => readChangeForm(form, unit, units, termYears), [form, unit, units, termYears]);
  const [preview, setPreview] = useState<UnitEventPreview>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (draft === undefined) return;
      void previewUnitEvent(office, draft).then((told) => {
        if (isCurrent) setPreview(told);
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, draft]);
  const living = units.filter((each) => isLiving(each, today));
  const isAsked = preview?.problems.some(({ weight }) => weight === 'ask') === true;
  const isStopped =
    draft === undefined ||
    preview === undefined ||
    preview.problems.some(({ weight }) => weight === 'stop') ||
    Object.values(dateProblems).some((problem) => problem !== null) ||
    (isAsked && !isSure);
  const noteDate =
    (field: string) =>
    (problem: string | null): void =>
      setDateProblems((known) => ({ ...known, [field]: problem }));
  const describe = (id: string): { name: string; kind: UnitRow['kind'] } => {
    const known = units.find((each) => each.id === id) ?? draft?.founded.find((each) => each.id === id);
    return { name: known?.name ?? '', kind: known?.kind ?? 'cell' };
  };

  const save = async (): Promise<void> => {
    if (isStopped || busy) return;
    setBusy(true);
    const saved = await recordUnitEvent(office, draft);
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    const count = saved.value.carried.members.length;
    const act = unitEventText[kind];
    onClose();
    notifyDone(count === 0 ? change.saved(act) : change.savedMoved(act, formatCount(count)));
    onSaved(draft.toUnitIds[0] ?? unit.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={kind === 'split' ? '52rem' : 'lg'}
      title={change.title(unitEventText[kind], unit.name)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form
        className={dialogClasses.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ChangeFields form={form} unit={unit} units={living} onChange={setForm} />
        <DateField
          label={change.on}
          value={form.on}
          today={today}
          required
          hint={form.on !== null && form.on > today ? change.ahead : undefined}
          onChange={(on, problem) => {
            noteDate('on')(problem);
            setForm({ ...form, on });
          }}
        />
        {kind === 'split' && (
          <SplitColumns
            members={members ?? []}
            parted={form.parted}
            names={[
              form.goesOn ? unit.name : form.name || change.columns.first,
              form.otherName || change.columns.second,
            ]}
            onChange={(parted) => setForm({ ...form, parted })}
          />
        )}
        <ChangeDecision form={form} today={today} onChange={setForm} onDateProblem={noteDate('issuedOn')} />
        <Textarea
          className={dialogClasses.wide ?? ''}
          label={change.note}
          maxLength={1000}
          autosize
          value={form.note}
          onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
        />
        {preview !== undefined && <ChangePreview preview={preview} describe={describe} />}
        {isAsked && (
          <Checkbox
            className={dialogClasses.wide ?? ''}
            label={change.sure}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
        )}
        <Group className={dialogClasses.actions ?? ''} justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" disabled={isStopped || busy}>
            {change.save}
          </WriteButton>
        </Group>
      </form>
    </Modal>
  );
}
