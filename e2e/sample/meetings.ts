import { addDays, startOfDayMs, type PlainDate } from '#shared/base/plain-date.ts';
import { attendanceId, type AttendanceStatus } from '#shared/domain/meeting/attendance-record.ts';
import { composeMinutes } from '#shared/domain/meeting/compose-minutes.ts';
import { composeResolution } from '#shared/domain/meeting/compose-resolution.ts';
import {
  dayInMonth,
  instantOf,
  listMonths,
  newMeeting,
  plannedMeetingId,
} from '#shared/domain/meeting/meeting-plan.ts';
import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import { countRoll, listRoll, type RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { defaultMeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import { nextResolutionSymbol } from '#shared/domain/meeting/resolution-symbol.ts';
import { studyReadingId } from '#shared/domain/study/study-reading-record.ts';
import { meetingSample as words } from './meeting-table.ts';
import type { SampleCell } from './organisation.ts';
import type { Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type MakeId = (epochMs: number) => string;

/** What cells held in the last months, what they plan, and what they study. */
export type SampleMeetings = {
  readonly meetings: readonly SampleRecord<'meeting'>[];
  readonly attendances: readonly SampleRecord<'attendance'>[];
  readonly meetingOpinions: readonly SampleRecord<'meetingOpinion'>[];
  readonly meetingVotes: readonly SampleRecord<'meetingVote'>[];
  readonly meetingTasks: readonly SampleRecord<'meetingTask'>[];
  readonly studyItems: readonly SampleRecord<'studyItem'>[];
  readonly studyReadings: readonly SampleRecord<'studyReading'>[];
};

/** No meetings at all. */
export const noMeetings: SampleMeetings = {
  meetings: [],
  attendances: [],
  meetingOpinions: [],
  meetingVotes: [],
  meetingTasks: [],
  studyItems: [],
  studyReadings: [],
};

/** Everything of them, parents before their children. */
export function listMeetingRecords(
  sample: SampleMeetings,
): readonly SampleRecord<
  'meeting' | 'attendance' | 'meetingOpinion' | 'meetingVote' | 'meetingTask' | 'studyItem' | 'studyReading'
>[] {
  return [
    ...sample.meetings,
    ...sample.attendances,
    ...sample.meetingOpinions,
    ...sample.meetingVotes,
    ...sample.meetingTasks,
    ...sample.studyItems,
    ...sample.studyReadings,
  ];
}

type Held = {
  readonly cell: SampleCell;
  readonly id: string;
  readonly begun: MeetingFields;
  readonly roll: readonly RollEntry[];
};

/** Makes the meetings of `months` months back and one ahead: those behind are closed with everything noted, the last one of some cells is not finished. */
export function generateMeetings(
  months: number,
  today: PlainDate,
  cells: readonly SampleCell[],
  members: readonly SampleRecord<'member'>[],
  random: Random,
  makeId: MakeId,
): SampleMeetings {
  const sample: { -readonly [K in keyof SampleMeetings]: SampleMeetings[K][number][] } = {
    meetings: [],
    attendances: [],
    meetingOpinions: [],
    meetingVotes: [],
    meetingTasks: [],
    studyItems: [],
    studyReadings: [],
  };
  const thisMonth = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const start = thisMonth - months + 1;
  const from = `${String(Math.floor(start / 12))}-${String((start % 12) + 1).padStart(2, '0')}`;
  const at = (day: PlainDate): number => startOfDayMs(day) + random.int(0, 80_000_000);
  for (const cell of cells) {
    const own = members.filter(({ fields }) => fields.unitId === cell.unit.id);
    const people = own.map(({ id, fields }) => ({ ...fields, id }));
    if (people.length === 0) continue;
    const usual = { day: random.int(2, 9), time: random.pick(['19:30', '20:00', '08:00']) };
    const place = cell.sort === 'hamlet' ? random.pick(words.places) : words.workplace;
    const [secretary, deputy] = people.map(({ name }) => name.full);
    const symbols: string[] = [];
    for (const month of listMonths(from, months + 1)) {
      const day = dayInMonth(month, usual.day);
      const begun: MeetingFields = {
        ...newMeeting({ unitId: cell.unit.id, kind: 'regular', startsAt: instantOf(day, usual.time), topic: '' }),
        place,
        chair: secretary ?? '',
        clerk: deputy ?? '',
      };
      const id = plannedMeetingId(cell.unit.id, 'regular', month);
      if (day >= today) {
        sample.meetings.push({ type: 'meeting', id, fields: begun });
        continue;
      }
      const symbol = nextResolutionSymbol(symbols);
      symbols.push(symbol);
      const roll = noteRoll(listRoll(cell.unit.id, day, people, [], []), random);
      hold({ cell, id, begun: { ...begun, resolutionSymbol: symbol }, roll }, day, sample, random, () =>
        makeId(at(day)),
      );
    }
  }
  studyRecords(today, members, sample, random, makeId);
  return sample;
}

function noteRoll(roll: readonly RollEntry[], random: Random): readonly RollEntry[] {
  return roll.map((entry) => {
    if (entry.standing === 'exempt') return random.chance(0.2) ? { ...entry, status: 'present' } : entry;
    const status = random.weighted<AttendanceStatus>([
      ['present', 90],
      ['excused', 8],
      ['absent', 2],
    ]);
    return { ...entry, status, reason: status === 'excused' ? random.pick(words.absences) : '' };
  });
}

type Filling = { -readonly [K in keyof SampleMeetings]: SampleMeetings[K][number][] };

function hold(
  { cell, id, begun, roll }: Held,
  day: PlainDate,
  sample: Filling,
  random: Random,
  newId: () => string,
): void {
  const figures = countRoll(roll, defaultMeetingRules);
  const here = roll.filter(({ status }) => status === 'present');
  const speakers = here.slice(0, random.int(0, Math.min(4, here.length)));
  const opinions = speakers.map(({ memberId, name }, i): SampleRecord<'meetingOpinion'> => ({
    type: 'meetingOpinion',
    id: newId(),
    fields: {
      meetingId: id,
      memberId,
      personName: name.full,
      text: random.pick(words.opinions),
      order: i + 1,
      isBefore: false,
    },
  }));
  const against = figures.voters > 8 && random.chance(0.2) ? 1 : 0;
  const vote: SampleRecord<'meetingVote'> = {
    type: 'meetingVote',
    id: newId(),
    fields: {
      meetingId: id,
      question: 'Thông qua nghị quyết của chi bộ',
      way: 'hands',
      needs: 'half',
      count: {
        entitled: figures.entitled,
        voters: figures.voters,
        yes: figures.voters - against,
        no: 0,
        none: against,
      },
      order: 1,
    },
  };
  const votes = figures.voters === 0 ? [] : [vote];
  const assignee = here[0];
  const tasks: SampleRecord<'meetingTask'>[] =
    assignee === undefined
      ? []
      : [
          {
            type: 'meetingTask',
            id: newId(),
            fields: {
              meetingId: id,
              text: random.pick(words.tasks),
              memberId: assignee.memberId,
              assignee: assignee.name.full,
              dueOn: addDays(day, random.int(14, 35)),
              ...(random.chance(0.7)
                ? { state: 'done', doneOn: addDays(day, 12), result: 'Đã xong' }
                : { state: 'open', doneOn: null, result: '' }),
              order: 1,
            },
          },
        ];
  const meeting: MeetingFields = {
    ...begun,
    invitation: 'Kính mời đồng chí dự họp, chuẩn bị ý kiến phát biểu.',
    endsAt: new Date(Date.parse(begun.startsAt) + random.int(80, 130) * 60_000).toISOString(),
    conclusion: random.pick(words.conclusions),
  };
  const parts = {
    meeting,
    cellName: cell.unit.fields.name,
    roll,
    figures,
    opinions: opinions.map(({ fields }) => fields),
    votes: votes.map(({ fields }) => fields),
    tasks: tasks.map(({ fields }) => fields),
    tone: 'old',
  } as const;
  const resolution = composeResolution(parts).replace(/\[\[.*?\]\]/gu, 'Thực hiện theo kết luận của chi bộ');
  sample.meetings.push({
    type: 'meeting',
    id,
    fields: { ...meeting, resolution, minutes: composeMinutes(parts), state: 'closed' },
  });
  for (const { memberId, standing, status, reason } of roll)
    if (status !== null)
      sample.attendances.push({
        type: 'attendance',
        id: attendanceId(id, memberId),
        fields: { meetingId: id, memberId, standing, status, reason, noted: 'hand', at: meeting.startsAt },
      });
  sample.meetingOpinions.push(...opinions);
  sample.meetingVotes.push(...votes);
  sample.meetingTasks.push(...tasks);
}

/** What cells study: some items are old and read by most, the newest by few. */
function studyRecords(
  today: PlainDate,
  members: readonly SampleRecord<'member'>[],
  sample: Filling,
  random: Random,
  makeId: MakeId,
): void {
  const readers = members.filter(({ fields }) => fields.state === 'official' || fields.state === 'probationary');
  for (const [i, { title, topic, minutes, summary }] of words.study.entries()) {
    const issuedOn = addDays(today, -30 * (words.study.length - i));
    const id = makeId(startOfDayMs(issuedOn));
    sample.studyItems.push({
      type: 'studyItem',
      id,
      fields: {
        title,
        symbol: '',
        issuer: 'Ban Xây dựng Đảng',
        issuedOn,
        topic,
        summary,
        documentId: null,
        readingMinutes: minutes,
        dueOn: addDays(issuedOn, 60),
        unitIds: [],
        isClosed: false,
      },
    });
    const share = 0.9 - i * 0.18;
    for (const member of readers)
      if (random.chance(share))
        sample.studyReadings.push({
          type: 'studyReading',
          id: studyReadingId(id, member.id),
          fields: { itemId: id, memberId: member.id, on: addDays(issuedOn, random.int(3, 28)), meetingId: null },
        });
  }
}
