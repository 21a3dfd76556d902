import { Anchor, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { boardSteps, type BoardStep } from '#shared/domain/member-life/candidate-board.ts';
import { useLifeBoard, type LifeBoard } from '#renderer/data/members/use-life-board.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberEventsText } from '#renderer/messages/member-events.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { routes } from '#renderer/ui/routes.ts';
import classes from './member-events.module.css';

const { board: text } = memberEventsText;

/** Who is on the way into the Party, in columns of its steps; within each, who is due first stands first. */
export function BoardSection(): ReactNode {
  const people = useLifeBoard()?.people;
  if (people === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;
  return (
    <div className={classes.board} role="group" aria-label={text.label} tabIndex={0}>
      {boardSteps.map((step) => (
        <BoardColumn key={step} step={step} people={people.filter((person) => person.step === step)} />
      ))}
    </div>
  );
}

function BoardColumn({ step, people }: { readonly step: BoardStep; readonly people: LifeBoard['people'] }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const title = text.count(text.steps[step], people.length);
  return (
    <section className={classes.column} aria-label={title}>
      <h2>{title}</h2>
      {people.length === 0 && <p className={classes.hint}>{text.nobody}</p>}
      <ul>
        {people.map(({ member, since, due }) => (
          <li key={member.id} className={classes.person}>
            <Anchor className={classes.name ?? ''} href={`#${routes.member(member.id)}`}>
              {member.name.full}
            </Anchor>
            <span className={classes.second}>
              {member.unitId === null ? memberEventsText.noCell : (names.unit(member.unitId) ?? valueText.unknownUnit)},{' '}
              {since === null ? text.unknownSince : text.since(formatDate(since))}
            </span>
            {due !== null && (
              <span className={classes.dueLine}>
                {text.dueOn(text.due[step], formatDate(due))} <DueChip dueOn={due} today={today} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
