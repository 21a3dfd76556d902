import { IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isRequired, type RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { isAhead } from '#shared/domain/meeting/meeting-states.ts';
import { markAttendance, type Mark } from '#renderer/data/meetings/attendance-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { AttendanceFigures } from './attendance-figures.tsx';
import { AttendanceRow } from './attendance-row.tsx';
import classes from './attendance.module.css';
import { ScanField } from './scan-field.tsx';

const text = meetingWorkText.attendance;

/** Who is there: everybody at once, then the exceptions; or one after the other by card number and code. */
export function AttendanceTab({ details, mayWrite }: PartProps): ReactNode {
  const office = useOffice();
  const { meeting, roll, figures, rules } = details;
  const mark = async (marks: readonly Mark[]): Promise<boolean> => {
    const saved = await markAttendance(office, meeting.id, marks);
    if (!saved.ok) notifyError(saved.error.code);
    return saved.ok;
  };
  if (roll.length === 0)
    return (
      <EmptyState icon={IconUsersGroup} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    );
  const rest = roll.filter((entry) => isRequired(entry) && entry.status === null);
  const groups: readonly (readonly [string, readonly RollEntry[]])[] = [
    [text.required, roll.filter(isRequired)],
    [text.exempt, roll.filter(({ standing }) => standing === 'exempt')],
    [text.temporary, roll.filter(({ standing }) => standing === 'temporary')],
  ];
  let place = 0;
  return (
    <div className={classes.root}>
      {mayWrite && (
        <div className={classes.tools}>
          <ScanField
            meetingId={meeting.id}
            roll={roll}
            onFound={(entry, noted) => mark([{ entry, status: 'present', noted }])}
          />
          <WriteButton
            size="lg"
            disabled={rest.length === 0}
            title={text.allPresentHint}
            onClick={() => void mark(rest.map((entry) => ({ entry, status: 'present' })))}
          >
            {text.allPresent}
          </WriteButton>
        </div>
      )}
      <AttendanceFigures figures={figures} rules={rules} />
      {mayWrite && isAhead(meeting.state) && <p className={classes.note}>{text.notYet}</p>}
      {meeting.state === 'closed' && <p className={classes.note}>{text.settled}</p>}
      {groups.map(
        ([title, entries]) =>
          entries.length > 0 && (
            <section key={title} aria-label={title}>
              <h3 className={classes.group}>{title}</h3>
              <ol className={classes.list}>
                {entries.map((entry) => {
                  place += 1;
                  return (
                    <AttendanceRow
                      key={entry.memberId}
                      place={place}
                      entry={entry}
                      mayWrite={mayWrite}
                      onMark={(status, reason) => void mark([{ entry, status, reason }])}
                    />
                  );
                })}
              </ol>
            </section>
          ),
      )}
    </div>
  );
}
