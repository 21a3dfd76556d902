import { Loader } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isWritable } from '#shared/domain/meeting/meeting-states.ts';
import { useHeldCells } from '#renderer/data/meetings/use-may-hold.ts';
import { useMeeting, type MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { meetingsText as text } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { PartProps } from '../part-props.ts';
import { AttendanceTab } from '../attendance/attendance-tab.tsx';
import { DiscussionTab } from '../discussion/discussion-tab.tsx';
import { MinutesTab } from '../minutes/minutes-tab.tsx';
import { PrepareTab } from '../prepare/prepare-tab.tsx';
import { ScoreTab } from '../score/score-tab.tsx';
import { TasksTab } from '../tasks/tasks-tab.tsx';
import { MeetingHeader } from './meeting-header.tsx';
import { doneTabs, firstTab, type MeetingTab } from './meeting-tabs.ts';

/** One meeting, from plan to score, step by step. */
export function MeetingPage({ id }: { readonly id: string }): ReactNode {
  const details = useMeeting(id);
  if (details === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;
  if (details === null)
    return (
      <EmptyState icon={IconCalendarEvent} title={text.choose.title}>
        {text.choose.text}
      </EmptyState>
    );
  return <OpenMeeting details={details} />;
}

function OpenMeeting({ details }: { readonly details: MeetingDetails }): ReactNode {
  const { meeting } = details;
  const { mayHold } = useHeldCells();
  const mayHere = mayHold(meeting.unitId);
  const [picked, setPicked] = useState<MeetingTab>();
  const tab = picked ?? firstTab(meeting.state);
  const part: PartProps = { details, mayWrite: mayHere && isWritable(meeting.state) };
  const done = doneTabs(details);
  const contents: Readonly<Record<MeetingTab, ReactNode>> = {
    prepare: <PrepareTab {...part} />,
    attendance: <AttendanceTab {...part} />,
    discussion: <DiscussionTab {...part} />,
    minutes: <MinutesTab {...part} />,
    tasks: <TasksTab {...part} mayFollow={mayHere} />,
    score: <ScoreTab {...part} mayScore={mayHere} />,
  };
  const tabs = (Object.keys(contents) as MeetingTab[]).map((id) => ({
    id,
    label: `${text.tabs[id]}${done.has(id) ? ' ✓' : ''}`,
    content: contents[id],
  }));
  return (
    <DetailPane
      activeTab={tab}
      onTabChange={(id) => setPicked(id as MeetingTab)}
      header={<MeetingHeader details={details} mayHere={mayHere} onGoTo={setPicked} />}
      tabs={tabs}
    />
  );
}
