import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntityType } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import type { ConflictField, ConflictValue } from '#renderer/data/review/use-review.ts';
import { useActingPerson } from '#renderer/data/session.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { namePartsInWords, valueInWords, type RecordNames } from '#renderer/messages/record-values.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import classes from './conflict-card.module.css';
import { choicesOf, deviceOf, personOf, storyOf } from './conflict-story.ts';

type ConflictQuestionProps = {
  readonly type: EntityType;
  readonly field: ConflictField;
  readonly names: RecordNames;
  readonly busy: boolean;
  /** Who may choose, when the person may not; else null. */
  readonly whoMay: string | null;
  readonly onSettle: (value: FieldValue) => void;
};

/** One field with two or more values: what was before, each value with who, PC and when, and a button for each. */
export function ConflictQuestion({ type, field, names, busy, whoMay, onSettle }: ConflictQuestionProps): ReactNode {
  const text = syncText.conflict;
  const label = fieldLabel(type, field.field);
  const inWords = (value: FieldValue): string => valueInWords(type, field.field, value, names);
  const now = inWords(field.now.value);
  const consequence =
    field.field === REMOVED ? text.removedConsequence : field.strict ? text.strict(now) : text.plain(now);
  return (
    <section className={classes.question} aria-label={label}>
      <p>
        {storyOf(field, label).map(({ text: part, strong }) =>
          strong === true ? <strong key={part}>{part}</strong> : part,
        )}
      </p>
      <div className={classes.values}>
        <div className={classes.value}>
          <span className={classes.who}>{text.before}</span>
          <span className={classes.words} data-empty={field.before === undefined || undefined}>
            {field.before === undefined ? text.beforeUnknown : inWords(field.before)}
          </span>
        </div>
        {choicesOf(field).map((choice) => (
          <Choice
            key={choice.dev}
            choice={choice}
            words={inWords(choice.value)}
            details={sameWords(field, choice, inWords) ? namePartsInWords(choice.value) : undefined}
            current={choice === field.now}
            label={label}
            busy={busy}
            mayChoose={whoMay === null}
            onSettle={onSettle}
          />
        ))}
      </div>
      <p className={classes.consequence}>
        {consequence} {whoMay}
      </p>
    </section>
  );
}

type ChoiceProps = {
  readonly choice: ConflictValue;
  readonly words: string;
  readonly details: string | undefined;
  readonly current: boolean;
  readonly label: string;
  readonly busy: boolean;
  readonly mayChoose: boolean;
  readonly onSettle: (value: FieldValue) => void;
};

function Choice({ choice, words, details, current, label, busy, mayChoose, onSettle }: ChoiceProps): ReactNode {
  const today = useToday();
  const me = useActingPerson();
  const text = syncText.conflict;
  return (
    <div className={classes.value} data-mine={choice.mine || undefined}>
      <span className={classes.who}>{whose(choice, me?.id)}</span>
      <span className={classes.words}>{words}</span>
      {details !== undefined && <span className={classes.when}>{details}</span>}
      <span className={classes.when}>
        {formatWhen(choice.atMs, today)}
        {choice.mine ? '' : ` · ${deviceOf(choice)}`}
        {current ? ` · ${text.current}` : ''}
      </span>
      {mayChoose && (
        <Button
          size="xs"
          className={classes.keep ?? ''}
          variant={choice.mine ? 'filled' : 'default'}
          disabled={busy}
          onClick={() => onSettle(choice.value)}
          aria-label={text.keepLabel(label, words)}
        >
          {text.keep}
        </Button>
      )}
    </div>
  );
}

/** Whose value it is: the person's own, a colleague's on this PC, or one from another PC. */
function whose(choice: ConflictValue, me: string | undefined): string {
  if (!choice.mine) return personOf(choice);
  return choice.staffId === me ? syncText.conflict.mine : syncText.conflict.mineOther(personOf(choice));
}

/** Whether another value is written just alike, so that only its parts tell them apart. */
function sameWords(field: ConflictField, choice: ConflictValue, inWords: (value: FieldValue) => string): boolean {
  return choicesOf(field).some(
    (other) =>
      other !== choice && !equalValues(other.value, choice.value) && inWords(other.value) === inWords(choice.value),
  );
}
