import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { weekdayOf } from '#shared/base/plain-date.ts';
import { dayOfMeeting, timeOfInstant } from '#shared/domain/meeting/meeting-plan.ts';
import { useFiguresOf } from '#renderer/data/meetings/use-meetings.ts';
import type { MeetingRow } from '#renderer/data/rows.ts';
import { meetingsText as text, meetingStateText } from '#renderer/messages/meetings.ts';
import { todayText } from '#renderer/messages/today.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { toneOfState } from '../meeting-words.ts';
import classes from './meeting-list.module.css';

type MeetingListProps = {
  readonly meetings: readonly MeetingRow[];
  /** Names of the cells, for a list over several of them. */
  readonly cellName: ((unitId: string) => string) | undefined;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
};

/** Meetings with their day large before them. */
export function MeetingList({ meetings, cellName, selectedId, onSelect }: MeetingListProps): ReactNode {
  const figures = useFiguresOf(meetings);
  return (
    <VirtualList<MeetingRow>
      label={text.list}
      items={{ length: meetings.length, at: (index) => meetings[index] }}
      getKey={({ id }) => id}
      rowHeight={4.5}
      selectedKey={selectedId}
      onSelect={onSelect}
      renderRow={(meeting) => {
        const day = dayOfMeeting(meeting);
        const there = figures?.get(meeting.id);
        return (
          <div className={classes.line}>
            <div className={classes.day}>
              <span className={classes.date}>{formatDate(day).slice(0, 5)}</span>
              <span className={classes.grey}>{todayText.weekdays[weekdayOf(day) - 1]}</span>
              <span className={classes.grey}>{timeOfInstant(meeting.startsAt)}</span>
            </div>
            <div className={classes.words}>
              {cellName !== undefined && <span className={classes.cell}>{cellName(meeting.unitId)}</span>}
              <span className={classes.title}>{meeting.title}</span>
              <div className={classes.facts}>
                <StatusChip tone={toneOfState[meeting.state]}>{meetingStateText[meeting.state]}</StatusChip>
                {there !== undefined && there.required > 0 && (
                  <span>{text.attendanceShort(there.present, there.required)}</span>
                )}
              </div>
            </div>
          </div>
        );
      }}
    />
  );
}
