import { Button, Group, NumberInput, Title } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import type { ScoreCriterion } from '#shared/domain/meeting/score-criterion.ts';
import { criteriaOf, proposeScores, sumScores } from '#shared/domain/meeting/score-meeting.ts';
import { saveScores } from '#renderer/data/meetings/meeting-repository.ts';
import { useScoredFacts } from '#renderer/data/meetings/use-scored-facts.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { undo } from '#renderer/data/undo.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { meetingKindText, meetingsText } from '#renderer/messages/meetings.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import classes from './score.module.css';

const text = meetingWorkText.score;

/** The form that scores a meeting; what figures tell is proposed. `mayScore`: also after the meeting is closed. */
export function ScoreTab({ details, mayScore }: PartProps & { readonly mayScore: boolean }): ReactNode {
  const office = useOffice();
  const { meeting, rules } = details;
  const criteria = criteriaOf(meeting.kind, rules);
  const facts = useScoredFacts(details);
  const [typed, setTyped] = useState<Readonly<Record<string, number>> | null>(null);
  const scores = typed ?? meeting.scores;
  const { given, of, unscored } = sumScores(criteria, scores);
  if (criteria.length === 0) return <p className={classes.grey}>{text.none}</p>;
  const save = async (): Promise<void> => {
    const saved = await saveScores(office, meeting.id, scores, meeting.seq);
    if (saved.ok) {
      setTyped(null);
      notifyDone(meetingsText.done.saved, { undo: () => void undo(office, saved.value) });
    } else notifyError(saved.error.code);
  };
  return (
    <div className={classes.root}>
      <Title order={3} className={classes.title ?? ''}>
        {text.title(meetingKindText[meeting.kind].toLocaleLowerCase('vi'))}
      </Title>
      <div className={classes.sum} role="status">
        <strong>{text.sum(inPoints(given), inPoints(of))}</strong>
        <span className={classes.grey}>{text.unscored(unscored)}</span>
      </div>
      {mayScore && (
        <>
          <Group>
            <Button
              variant="default"
              size="md"
              disabled={facts === undefined}
              onClick={() => facts !== undefined && setTyped({ ...scores, ...proposeScores(criteria, facts, rules) })}
            >
              {text.propose}
            </Button>
          </Group>
          <p className={classes.grey}>{text.proposeHint}</p>
        </>
      )}
      <ul className={classes.list}>
        {criteria.map((criterion, i) => (
          <Fragment key={criterion.code}>
            {criterion.group !== criteria[i - 1]?.group && <li className={classes.group}>{criterion.group}</li>}
            <Criterion
              criterion={criterion}
              value={scores[criterion.code]}
              mayScore={mayScore}
              onChange={(value) => {
                const { [criterion.code]: _before, ...rest } = scores;
                setTyped(value === undefined ? rest : { ...rest, [criterion.code]: value });
              }}
            />
          </Fragment>
        ))}
      </ul>
      {mayScore && (
        <Group>
          <WriteButton size="md" disabled={typed === null} onClick={() => void save()}>
            {text.save}
          </WriteButton>
        </Group>
      )}
    </div>
  );
}

type CriterionProps = {
  readonly criterion: ScoreCriterion;
  readonly value: number | undefined;
  readonly mayScore: boolean;
  readonly onChange: (value: number | undefined) => void;
};

function Criterion({ criterion, value, mayScore, onChange }: CriterionProps): ReactNode {
  const { title, points } = criterion;
  return (
    <li className={classes.item}>
      <span className={classes.words}>{title}</span>
      {mayScore ? (
        <NumberInput
          className={classes.points ?? ''}
          size="md"
          aria-label={text.points(title)}
          value={value ?? ''}
          min={0}
          max={points}
          step={1}
          decimalScale={1}
          clampBehavior="blur"
          onChange={(next) => onChange(typeof next === 'number' ? Math.min(points, next) : undefined)}
        />
      ) : (
        <strong>{value === undefined ? '–' : inPoints(value)}</strong>
      )}
      <span className={classes.of}>{text.of(points)}</span>
    </li>
  );
}

/** `7,5`. */
function inPoints(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}
