import { habitOf, type CellHabit } from '#shared/domain/meeting/meeting-plan.ts';
import { countRoll, type RollFigures } from '#shared/domain/meeting/meeting-roll.ts';
import { allMembers, useMemberList } from '../members/use-members.ts';
import type { MeetingRow, MeetingTaskRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { listMeetings, listMeetingsIn, listMeetingsOf, type MeetingListing } from './meeting-list.ts';
import { readMeeting, readMeetingRules, rollStates, readRoll, type MeetingDetails } from './read-meeting.ts';

export type { MeetingListing } from './meeting-list.ts';
export type { MeetingDetails, MeetingPaper } from './read-meeting.ts';

/** Meetings of a list in its order, live; undefined while loading. */
export function useMeetings({ unitId, shown }: MeetingListing): readonly MeetingRow[] | undefined {
  return useLive((office) => listMeetings(office, { unitId, shown }), [unitId, shown]);
}

/** All meetings of a cell, soonest first; undefined while loading or without a cell. */
export function useMeetingsOf(unitId: string | null): readonly MeetingRow[] | undefined {
  return useLive(async (office) => (unitId === null ? [] : listMeetingsOf(office, unitId)), [unitId]);
}

/** Meetings of all cells in a month, soonest first; undefined while loading. */
export function useMeetingsIn(month: string): readonly MeetingRow[] | undefined {
  return useLive((office) => listMeetingsIn(office, month), [month]);
}

/** Every meeting of the office, in no order; undefined while loading. */
export function useAllMeetings(): readonly MeetingRow[] | undefined {
  return useLive(({ db }) => db.meetings.filter(({ removed }) => !removed).toArray(), []);
}

/** A meeting with everything kept of it, live; null when there is none, undefined while loading. */
export function useMeeting(id: string | undefined): MeetingDetails | null | undefined {
  const unitId = useLive(
    async ({ db }) => (id === undefined ? null : ((await db.meetings.get(id))?.unitId ?? null)),
    [id],
  );
  const members = useMemberList({ ...allMembers, unitId: unitId ?? NO_UNIT, states: rollStates });
  const ids = members?.ids.slice(0, members.ids.length);
  return useLive(
    async (office) => {
      if (unitId === undefined || ids === undefined) return undefined;
      return id === undefined || unitId === null ? null : ((await readMeeting(office, id, ids)) ?? null);
    },
    [id, unitId, ids?.join(' ')],
  );
}

/** Id of a unit there is not: nobody is its member. */
const NO_UNIT = '00000000-0000-7000-8000-000000000000';

/** Figures of who was there, of these meetings; the list of members is told by what was noted. Undefined while loading. */
export function useFiguresOf(meetings: readonly MeetingRow[]): ReadonlyMap<string, RollFigures> | undefined {
  return useLive(
    async (office) => {
      const rules = await readMeetingRules(office);
      const figures = new Map<string, RollFigures>();
      for (const meeting of meetings) {
        if (meeting.state !== 'held' && meeting.state !== 'closed') continue;
        figures.set(meeting.id, countRoll(await readRoll(office, meeting, []), rules));
      }
      return figures;
    },
    [meetings.map(({ id, seq, pending }) => `${id}${String(seq)}${String(pending)}`).join(' ')],
  );
}

/** What cells do by habit, as their last meetings show; undefined while loading. */
export function useHabits(cellIds: readonly string[]): ReadonlyMap<string, CellHabit> | undefined {
  return useLive(
    async (office) => {
      const [rules, meetings] = await Promise.all([
        readMeetingRules(office),
        office.db.meetings.filter(({ removed }) => !removed).toArray(),
      ]);
      return new Map(cellIds.map((id) => [id, habitOf(id, meetings, rules)]));
    },
    [cellIds.join(' ')],
  );
}

/** A task with the meeting that gave it. */
export type TaskOfMeeting = { readonly task: MeetingTaskRow; readonly meeting: MeetingRow };

/** Tasks not done yet, the most pressing first; of one cell, or of all (null). Undefined while loading. */
export function useOpenTasks(unitId: string | null): readonly TaskOfMeeting[] | undefined {
  return useLive(
    async ({ db }) => {
      const tasks = (await db.meetingTasks.where('flags').equals('open').toArray()).filter(({ removed }) => !removed);
      const meetings = await db.meetings.bulkGet(tasks.map(({ meetingId }) => meetingId));
      return tasks
        .flatMap((task, i): TaskOfMeeting[] => {
          const meeting = meetings[i];
          if (meeting === undefined || meeting.removed) return [];
          return unitId === null || meeting.unitId === unitId ? [{ task, meeting }] : [];
        })
        .sort((a, b) => ((a.task.dueOn ?? '9') < (b.task.dueOn ?? '9') ? -1 : 1));
    },
    [unitId],
  );
}
