import type { MeetingState } from '#shared/domain/meeting/meeting-record.ts';
import { criteriaOf, sumScores } from '#shared/domain/meeting/score-meeting.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';

/** Steps of a meeting, in the order of the tabs. */
export type MeetingTab = 'prepare' | 'attendance' | 'discussion' | 'minutes' | 'tasks' | 'score';

/** The step a meeting is opened with. */
export function firstTab(state: MeetingState): MeetingTab {
  if (state === 'held') return 'attendance';
  return state === 'closed' ? 'minutes' : 'prepare';
}

/** Steps with nothing left to do. */
export function doneTabs({ meeting, figures, votes, rules }: MeetingDetails): ReadonlySet<MeetingTab> {
  const criteria = criteriaOf(meeting.kind, rules);
  const isBegun = meeting.state === 'held' || meeting.state === 'closed';
  const all: readonly (readonly [MeetingTab, boolean])[] = [
    ['prepare', meeting.state !== 'planned' && meeting.state !== 'cancelled'],
    ['attendance', isBegun && figures.required > 0 && figures.unnoted === 0],
    ['discussion', votes.length > 0 && votes.every(({ count }) => count !== null)],
    ['minutes', meeting.state === 'closed'],
    ['score', criteria.length > 0 && sumScores(criteria, meeting.scores).unscored === 0],
  ];
  return new Set(all.flatMap(([tab, isDone]) => (isDone ? [tab] : [])));
}
