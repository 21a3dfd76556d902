import { Alert, Checkbox } from '@mantine/core';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { firstDayOf, formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { EventPlan } from '#shared/domain/member-life/plan-event.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import classes from './event-dialog.module.css';
import { problemInWords } from './problem-words.ts';

type EventPreviewProps = {
  readonly plan: EventPlan;
  readonly member: MemberFields;
  readonly today: PlainDate;
  readonly isSure: boolean;
  readonly onSure: (isSure: boolean) => void;
};

/** What stands in the way of the event, and what it would make of the record. */
export function EventPreview({ plan, member, today, isSure, onSure }: EventPreviewProps): ReactNode {
  const names = useRecordNames();
  const { dialog } = memberLifeText;
  // What a field lacks is said at the field.
  const stops = plan.problems.filter(({ weight, kind }) => weight === 'stop' && kind !== 'lacking');
  const asks = plan.problems.filter(({ weight }) => weight === 'ask');
  const changes = Object.entries(plan.changes);
  const starts = firstDayOf(plan.event.effectiveOn);
  const present = member as Readonly<Record<string, MemberFields[keyof MemberFields]>>;
  return (
    <div className={dialogClasses.wide}>
      {stops.length > 0 && (
        <Alert color="red" role="alert" mb="sm">
          {stops.map((problem) => (
            <p key={problem.kind}>{problemInWords(problem)}</p>
          ))}
        </Alert>
      )}
      {asks.length > 0 && (
        <Alert color="amber" mb="sm">
          {asks.map((problem) => (
            <p key={problem.kind}>{problemInWords(problem)}</p>
          ))}
          <Checkbox
            mt="xs"
            label={dialog.stillSave}
            checked={isSure}
            onChange={(event) => onSure(event.currentTarget.checked)}
          />
        </Alert>
      )}
      {stops.length === 0 && (
        <section className={classes.after} aria-label={dialog.after}>
          <h3>{dialog.after}</h3>
          {changes.length === 0 ? (
            <p className={classes.grey}>{starts > today ? dialog.later(formatDate(starts)) : dialog.unchanged}</p>
          ) : (
            <ul>
              {changes.map(([field, value]) => (
                <li key={field}>
                  <span className={classes.grey}>{fieldLabel('member', field)}:</span>{' '}
                  {valueInWords('member', field, present[field] ?? null, names)}{' '}
                  <IconArrowNarrowRight
                    className={classes.arrow ?? ''}
                    size="1rem"
                    role="img"
                    aria-label={dialog.arrow}
                  />{' '}
                  <strong>{valueInWords('member', field, value, names)}</strong>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}
