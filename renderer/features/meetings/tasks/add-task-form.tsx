import { Autocomplete, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { addTask } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './tasks.module.css';

const text = meetingWorkText.tasks;

type AddTaskFormProps = {
  readonly meetingId: string;
  readonly order: number;
  readonly roll: readonly RollEntry[];
};

/** Gives somebody something to do, until when. */
export function AddTaskForm({ meetingId, order, roll }: AddTaskFormProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('');
  const [dueOn, setDueOn] = useState<PlainDate | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isFilled = normalizeLine(what) !== '' && problem === null;
  const add = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isFilled) return;
    const assignee = normalizeLine(who);
    const saved = await addTask(office, {
      meetingId,
      text: normalizeLine(what),
      memberId: roll.find(({ name }) => name.full === assignee)?.memberId ?? null,
      assignee,
      dueOn,
      state: 'open',
      doneOn: null,
      result: '',
      order,
    });
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    setWhat('');
    setWho('');
    setDueOn(null);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void add(event)}>
      <TextInput
        className={classes.wide ?? ''}
        label={text.text}
        value={what}
        maxLength={1000}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <Autocomplete
        label={text.who}
        data={[...new Set(roll.map(({ name }) => name.full))]}
        value={who}
        maxLength={200}
        onChange={setWho}
      />
      <DateField
        label={text.due}
        value={dueOn}
        today={today}
        onChange={(value, wrong) => {
          setProblem(wrong);
          if (wrong === null) setDueOn(value);
        }}
      />
      <WriteButton type="submit" size="md" disabled={!isFilled}>
        {text.add}
      </WriteButton>
    </form>
  );
}
