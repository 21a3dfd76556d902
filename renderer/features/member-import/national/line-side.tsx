import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import classes from '../member-import.module.css';
import { aboutWords, sideWords } from './line-words.ts';
import { canTake, choose, useReport } from './report.ts';

type LineSideProps = { readonly line: ReportLine; readonly onKeep: () => void; readonly onReopen: () => void };

/** One difference, both sides, with what can be decided about it. */
export function LineSide({ line, onKeep, onReopen }: LineSideProps): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const isChosen = useReport(({ chosen }) => chosen.has(line.key));
  const { key, group, way, field, status } = line;
  const about = aboutWords(line);
  const takes = canTake(line);
  return (
    <div className={classes.cellRow} role="group" aria-label={about === '' ? line.name : about}>
      {about !== '' && <strong>{about}</strong>}
      {field !== null && group !== 'gone' && (
        <dl className={classes.sides}>
          <dt>{text.columns.ours}</dt>
          <dd>{sideWords(line, 'ours', names)}</dd>
          <dt>{text.columns.theirs}</dt>
          <dd>{sideWords(line, 'theirs', names)}</dd>
        </dl>
      )}
      {group === 'gone' && <span>{sideWords(line, 'ours', names)}</span>}
      <span className={classes.note}>{explain(line)}</span>
      <Group gap="xs">
        {takes && (
          <Button
            size="compact-sm"
            variant={isChosen ? 'default' : 'filled'}
            aria-pressed={isChosen}
            onClick={() => choose(office, [key], !isChosen)}
          >
            {isChosen ? text.accepted : way === 'make' ? text.make : text.accept}
          </Button>
        )}
        {status === 'open' && group !== 'fault' && group !== 'lacks' && !isChosen && (
          <Button size="compact-sm" variant="default" onClick={onKeep}>
            {text.keep}
          </Button>
        )}
        {status === 'kept' && (
          <Button size="compact-sm" variant="default" onClick={onReopen}>
            {text.reopen}
          </Button>
        )}
      </Group>
    </div>
  );
}

/** Why a line can or cannot be taken over, or what became of it. */
function explain({ group, way, field, status, reason }: ReportLine): string {
  if (status === 'kept') return text.keptBecause(reason);
  if (status === 'proposed') return text.waits;
  if (group === 'lacks') return text.theirsEmpty;
  if (group === 'there') return way === 'make' ? '' : text.cannotMake;
  if (way === 'life') return text.byDecision;
  if (way === 'propose') return text.proposes;
  return way === 'none' && field === 'unitId' ? text.unknownUnit : '';
}
