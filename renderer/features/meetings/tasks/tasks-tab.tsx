import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpenTasks } from '#renderer/data/meetings/use-meetings.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import type { PartProps } from '../part-props.ts';
import { AddTaskForm } from './add-task-form.tsx';
import { TaskLine } from './task-line.tsx';
import classes from './tasks.module.css';

const text = meetingWorkText.tasks;

/** What the meeting gave people to do, and what earlier ones gave that is not done. `mayFollow`: what became of a task may be noted, also after closing. */
export function TasksTab({ details, mayWrite, mayFollow }: PartProps & { readonly mayFollow: boolean }): ReactNode {
  const { meeting, tasks, roll } = details;
  const earlier = (useOpenTasks(meeting.unitId) ?? []).filter(
    (each) => each.meeting.id !== meeting.id && each.meeting.startsAt <= meeting.startsAt,
  );
  return (
    <div className={classes.root}>
      <section className={classes.card} aria-labelledby="tasks-title">
        <Title order={3} id="tasks-title" className={classes.title ?? ''}>
          {text.title}
        </Title>
        {tasks.length === 0 && <p className={classes.grey}>{text.empty}</p>}
        <ul className={classes.list}>
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} mayFollow={mayFollow} mayRemove={mayWrite} />
          ))}
        </ul>
        {mayWrite && <AddTaskForm meetingId={meeting.id} order={(tasks.at(-1)?.order ?? 0) + 1} roll={roll} />}
      </section>
      {earlier.length > 0 && (
        <section className={classes.card} aria-labelledby="earlier-title">
          <Title order={3} id="earlier-title" className={classes.title ?? ''}>
            {text.before}
          </Title>
          <ul className={classes.list}>
            {earlier.map(({ task, meeting: from }) => (
              <TaskLine key={task.id} task={task} from={from.title} mayFollow={mayFollow} mayRemove={false} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
