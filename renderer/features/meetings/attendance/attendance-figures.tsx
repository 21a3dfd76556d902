import type { ReactNode } from 'react';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import type { RollFigures } from '#shared/domain/meeting/meeting-roll.ts';
import type { MeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attendance.module.css';

const text = meetingWorkText.attendance;

/** How many are there, whether that is good, and whether they may decide. */
export function AttendanceFigures({
  figures,
  rules,
}: {
  readonly figures: RollFigures;
  readonly rules: MeetingRules;
}): ReactNode {
  const { present, required, excused, absent, unnoted, beside } = figures;
  const isBegun = unnoted < required;
  return (
    <div className={classes.figures} role="status">
      <strong className={classes.present}>{text.figures(present, required, percentOf(present, required))}</strong>
      {excused > 0 && <span>{text.excused(excused)}</span>}
      {absent > 0 && <span>{text.absent(absent)}</span>}
      {unnoted > 0 && <span>{text.unnoted(unnoted)}</span>}
      {beside > 0 && <span>{text.beside(beside)}</span>}
      {isBegun && (
        <>
          <StatusChip tone={figures.isGood ? 'green' : 'amber'}>
            {figures.isGood ? text.good(rules.goodPercent) : text.notGood(rules.goodPercent)}
          </StatusChip>
          <StatusChip tone={figures.hasQuorum ? 'green' : 'red'}>
            {figures.hasQuorum ? text.quorum(figures.voters) : text.noQuorum}
          </StatusChip>
        </>
      )}
    </div>
  );
}
