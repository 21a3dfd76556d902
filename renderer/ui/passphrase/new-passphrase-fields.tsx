import { Progress } from '@mantine/core';
import { type ReactNode } from 'react';
import { lockText as text } from '#renderer/messages/lock.ts';
import type { Judgement } from './judge-passphrase.ts';
import classes from './passphrase.module.css';
import { PassphraseInput } from './passphrase-input.tsx';
import type { NewPassphrase } from './use-new-passphrase.ts';

type NewPassphraseFieldsProps = {
  readonly passphrase: NewPassphrase;
  /** Whether the person has tried to go on: only then is what lacks said in red. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
  /** Name of the first field. */
  readonly label?: string;
};

/** Two fields for a new passphrase, and how easily it is guessed, in words and with advice. */
export function NewPassphraseFields({
  passphrase,
  tried,
  autoFocus = false,
  label = text.passphrase,
}: NewPassphraseFieldsProps): ReactNode {
  const { value, again, setValue, setAgain, judgement, problem } = passphrase;
  const level = levelOf(judgement);
  const advice =
    judgement === null ? text.example : judgement.weakness === null ? text.enough : text.advice[judgement.weakness];
  return (
    <>
      <PassphraseInput
        label={label}
        value={value}
        onChange={setValue}
        hint={text.newHint}
        isNew
        autoFocus={autoFocus}
      />
      <div className={classes.strength}>
        <div className={classes.line}>
          <span>{text.strength}</span>
          <strong data-level={level}>{text.strengths[level]}</strong>
        </div>
        <Progress
          value={judgement === null ? 0 : Math.min(100, (judgement.guesses / 14) * 100)}
          color={level === 'weak' ? 'red' : level === 'fair' ? 'amber' : 'green'}
          size="sm"
          aria-label={text.strength}
        />
        <p className={classes.advice} role="status" data-bad={(tried && problem === 'weak') || undefined}>
          {advice}
        </p>
      </div>
      <PassphraseInput
        label={text.again}
        value={again}
        onChange={setAgain}
        hint={text.againHint}
        error={(tried || again.length >= value.length) && again !== '' && value !== again ? text.againBad : undefined}
        isNew
      />
    </>
  );
}

function levelOf(judgement: Judgement | null): keyof typeof text.strengths {
  if (judgement === null) return 'none';
  if (judgement.isEnough) return judgement.guesses >= 13 ? 'strong' : 'good';
  return judgement.guesses < 6 ? 'weak' : 'fair';
}
