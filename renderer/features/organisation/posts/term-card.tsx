import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { addDays, addYears } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveUnit } from '#renderer/data/organisation/organisation-repository.ts';
import { useUnitRules } from '#renderer/data/organisation/use-unit-events.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { termNameOf } from '../change/change-form.ts';
import classes from '../unit-page.module.css';

/** The present term of an organisation, and the form that sets it. */
export function TermCard({ unit }: { readonly unit: UnitRow }): ReactNode {
  const { may } = useMay('unit.edit');
  const [opened, setOpened] = useState(false);
  const text = unitLifeText.posts;
  const { termFrom, termTo } = unit;
  const words =
    termFrom === null || termTo === null
      ? unitLifeText.facts.noTerm
      : `${termNameOf(termFrom, termTo)} (${formatDate(termFrom)} – ${formatDate(termTo)})`;
  return (
    <div className={classes.term}>
      <span>
        <strong>{text.termTitle}</strong>: {words}
      </span>
      {may && (
        <WriteButton size="compact-sm" variant="subtle" onClick={() => setOpened(true)}>
          {text.setTerm}
        </WriteButton>
      )}
      {opened && <TermDialog unit={unit} onClose={() => setOpened(false)} />}
    </div>
  );
}

function TermDialog({ unit, onClose }: { readonly unit: UnitRow; readonly onClose: () => void }): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { termYears } = useUnitRules();
  const text = unitLifeText.posts;
  const [from, setFrom] = useState(unit.termFrom);
  const [to, setTo] = useState(unit.termTo);
  const [hasProblem, setHasProblem] = useState(false);
  const isWrong = from !== null && to !== null && to < from;
  const save = async (): Promise<void> => {
    if (isWrong || hasProblem) return;
    const saved = await saveUnit(office, unit.id, { termFrom: from, termTo: to }, unit.seq);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.termSaved, { undo: () => void undo(office, saved.value) });
  };
  return (
    <Modal opened onClose={onClose} title={text.termTitle} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <DateField
        label={text.termFrom}
        value={from}
        today={today}
        onChange={(day, problem) => {
          setHasProblem(problem !== null);
          setFrom(day);
          // The usual length, until somebody says another end.
          if (day !== null && (to === null || to === unit.termTo)) setTo(addDays(addYears(day, termYears), -1));
        }}
      />
      <DateField
        label={text.termTo}
        value={to}
        today={today}
        error={isWrong ? text.termWrong : undefined}
        onChange={(day, problem) => {
          setHasProblem(problem !== null);
          setTo(day);
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {sharedText.cancel}
        </Button>
        <WriteButton onClick={() => void save()}>{text.saveTerm}</WriteButton>
      </Group>
    </Modal>
  );
}
