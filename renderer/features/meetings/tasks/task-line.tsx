import { ActionIcon, Button, Group, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { MeetingTaskFields } from '#shared/domain/meeting/meeting-task-record.ts';
import { removePart, saveTask } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingTaskRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './tasks.module.css';

const text = meetingWorkText.tasks;

type TaskLineProps = {
  readonly task: MeetingTaskRow;
  /** The meeting that gave it, in a list over several. */
  readonly from?: string;
  readonly mayFollow: boolean;
  readonly mayRemove: boolean;
};

/** A task with its day, and the buttons that say what became of it. */
export function TaskLine({ task, from, mayFollow, mayRemove }: TaskLineProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const [result, setResult] = useState<string | null>(null);
  const { state, dueOn, doneOn } = task;
  const save = async (changes: Partial<MeetingTaskFields>): Promise<void> => {
    const saved = await saveTask(office, task.id, changes, task.seq);
    if (saved.ok) {
      setResult(null);
      notifyDone(text.saved, { undo: () => void undo(office, saved.value) });
    } else notifyError(saved.error.code);
  };
  const remove = async (): Promise<void> => {
    const saved = await removePart(office, 'meetingTask', task.id);
    if (saved.ok) notifyDone(text.removed, { undo: () => void undo(office, saved.value) });
    else notifyError(saved.error.code);
  };
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <span className={classes.what}>{task.text}</span>
        <span className={classes.facts}>
          {task.assignee !== '' && <span>{task.assignee}</span>}
          {state === 'open' && dueOn !== null && <DueChip dueOn={dueOn} today={today} withDate />}
          {state === 'open' && dueOn === null && <StatusChip tone="neutral">{text.states.open}</StatusChip>}
          {state === 'done' && (
            <StatusChip tone="green">{doneOn === null ? text.states.done : text.doneOn(formatDate(doneOn))}</StatusChip>
          )}
          {state === 'dropped' && <StatusChip tone="neutral">{text.states.dropped}</StatusChip>}
          {from !== undefined && <span className={classes.grey}>{from}</span>}
        </span>
        {task.result !== '' && <span className={classes.grey}>{task.result}</span>}
        {result !== null && (
          <div className={classes.result}>
            <Textarea
              label={text.result}
              autosize
              minRows={2}
              maxLength={1000}
              value={result}
              data-autofocus
              onChange={(event) => setResult(event.currentTarget.value)}
            />
            <Button onClick={() => void save({ state: 'done', doneOn: today, result: result.trim() })}>
              {text.finish}
            </Button>
          </div>
        )}
      </div>
      {mayFollow && result === null && (
        <Group gap="0.375rem" wrap="nowrap">
          {state === 'open' && (
            <>
              <Button variant="light" onClick={() => setResult(task.result)}>
                {text.finish}
              </Button>
              <Button variant="subtle" onClick={() => void save({ state: 'dropped', doneOn: null })}>
                {text.drop}
              </Button>
            </>
          )}
          {state !== 'open' && (
            <Button variant="subtle" onClick={() => void save({ state: 'open', doneOn: null })}>
              {text.reopen}
            </Button>
          )}
          {mayRemove && (
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={text.remove(task.text)}
              title={text.remove(task.text)}
              onClick={() => void remove()}
            >
              <IconTrash size="1.125rem" aria-hidden />
            </ActionIcon>
          )}
        </Group>
      )}
    </li>
  );
}
