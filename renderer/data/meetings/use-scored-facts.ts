import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import type { ScoredFacts } from '#shared/domain/meeting/score-meeting.ts';
import { useLive } from '../use-live.ts';
import { listMeetingsOf } from './meeting-list.ts';
import type { MeetingDetails } from './read-meeting.ts';

/** What the form of a meeting can be filled from, live; undefined while loading. */
export function useScoredFacts({ meeting, figures, opinions }: MeetingDetails): ScoredFacts | undefined {
  const tasks = useLive(
    async (office) => {
      const before = (await listMeetingsOf(office, meeting.unitId)).filter(
        ({ id, state, startsAt }) => id !== meeting.id && state === 'closed' && startsAt < meeting.startsAt,
      );
      const last = before.at(-1);
      if (last === undefined) return { given: 0, done: 0 };
      const given = (await office.db.meetingTasks.where('meetingId').equals(last.id).toArray()).filter(
        ({ removed, state }) => !removed && state !== 'dropped',
      );
      const day = dayOfMeeting(meeting);
      // Work that is due later than this meeting is not late yet.
      const isInTime = given.filter(
        ({ state, dueOn, doneOn }) =>
          (state === 'done' && (dueOn === null || doneOn === null || doneOn <= dueOn)) ||
          (state === 'open' && dueOn !== null && dueOn >= day),
      );
      return { given: given.length, done: isInTime.length };
    },
    [meeting.id, meeting.unitId, meeting.startsAt],
  );
  if (tasks === undefined) return undefined;
  return {
    meeting,
    figures,
    speakers: new Set(opinions.map(({ personName }) => personName)).size,
    tasksBefore: tasks.given,
    tasksBeforeDone: tasks.done,
    wasInvited: meeting.invitation !== '' || meeting.state === 'invited',
  };
}
