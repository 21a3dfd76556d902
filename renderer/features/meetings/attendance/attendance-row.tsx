import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { attendanceStatusSchema, type AttendanceStatus } from '#shared/domain/meeting/attendance-record.ts';
import type { RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { attendanceStandingText, attendanceStatusText } from '#renderer/messages/meetings.ts';
import classes from './attendance.module.css';

const text = meetingWorkText.attendance;

type AttendanceRowProps = {
  readonly place: number;
  readonly entry: RollEntry;
  readonly mayWrite: boolean;
  readonly onMark: (status: AttendanceStatus | null, reason: string) => void;
};

const colourOf: Readonly<Record<AttendanceStatus, string>> = { present: 'green', excused: 'amber', absent: 'red' };

/** One person with three big buttons; the pressed one, pressed again, takes the mark back. */
export function AttendanceRow({ place, entry, mayWrite, onMark }: AttendanceRowProps): ReactNode {
  const { name, standing, status, reason } = entry;
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== reason) onMark(status, typed.trim());
    setTyped(null);
  };
  const isAway = status === 'excused' || status === 'absent';
  return (
    <li className={classes.row} data-status={status ?? 'none'}>
      <span className={classes.place}>{place}</span>
      <span className={classes.name}>
        {name.full}
        {standing !== 'official' && <span className={classes.standing}>{attendanceStandingText[standing]}</span>}
      </span>
      {mayWrite ? (
        <div className={classes.marks} role="group" aria-label={text.mark(name.full)}>
          {attendanceStatusSchema.options.map((each) => {
            const isOn = status === each;
            return (
              <Button
                key={each}
                size="md"
                variant={isOn ? 'filled' : 'default'}
                color={isOn ? colourOf[each] : 'brand'}
                aria-pressed={isOn}
                className={classes.mark ?? ''}
                leftSection={<IconCheck size="1.125rem" aria-hidden />}
                onClick={() => onMark(isOn ? null : each, each === 'present' ? '' : reason)}
              >
                {attendanceStatusText[each]}
              </Button>
            );
          })}
        </div>
      ) : (
        <span className={classes.said}>
          {status === null ? '' : attendanceStatusText[status]}
          {reason !== '' && `: ${reason}`}
        </span>
      )}
      {mayWrite && isAway && (
        <TextInput
          className={classes.reason ?? ''}
          aria-label={text.reason(name.full)}
          placeholder={text.reasonPlaceholder}
          value={typed ?? reason}
          maxLength={300}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </li>
  );
}
