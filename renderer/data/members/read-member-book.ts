import type { PlainDate } from '#shared/base/plain-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import type { Office } from '../office.ts';
import type {
  AttendanceRow,
  FeePaymentRow,
  MeetingRow,
  MeetingTaskRow,
  MemberEventRow,
  MemberLineRow,
  MemberRow,
  RatingRow,
  StudyItemRow,
  StudyReadingRow,
} from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';

/** A member's record with its lines and decided events (oldest first), and what papers print of the office. */
export type MemberDossier = {
  readonly member: MemberRow;
  readonly lines: readonly MemberLineRow[];
  readonly events: readonly MemberEventRow[];
  readonly cell: string;
  readonly committee: string;
  readonly above: string;
  readonly place: string;
};

/** What the handbook holds beside the dossier, newest first. */
export type MemberBook = {
  readonly meetings: readonly {
    readonly on: PlainDate;
    readonly meeting: MeetingRow;
    readonly attendance: AttendanceRow;
  }[];
  readonly study: readonly { readonly item: StudyItemRow; readonly reading: StudyReadingRow }[];
  readonly ratings: readonly RatingRow[];
  readonly fees: readonly FeePaymentRow[];
  readonly tasks: readonly MeetingTaskRow[];
};

/** Reads what the forms of a member are filled from; undefined when there is no such member. */
export async function readMemberDossier(office: Office, memberId: string): Promise<MemberDossier | undefined> {
  const { db } = office;
  const member = await db.members.get(memberId);
  if (member === undefined || member.removed) return undefined;
  const [lines, events, unit, name] = await Promise.all([
    db.memberLines.where('memberId').equals(memberId).toArray(),
    db.memberEvents.where('memberId').equals(memberId).toArray(),
    member.unitId === null ? undefined : db.units.get(member.unitId),
    readSetting(office, 'office-name'),
  ]);
  return {
    member,
    lines: lines.filter(({ removed }) => !removed).sort((a, b) => a.order - b.order),
    events: events
      .filter(({ removed, state }) => !removed && state === 'decided')
      .sort((a, b) => compare(a.effectiveOn, b.effectiveOn)),
    cell: unit?.name ?? '',
    committee: name?.partyName ?? '',
    above: name?.partyAbove ?? '',
    place: name?.place ?? '',
  };
}

/** Reads what a member did in their cell: meetings that were held, study, ratings, fees, tasks. */
export async function readMemberBook({ db }: Office, memberId: string): Promise<MemberBook> {
  const [attendances, readings, ratings, fees, tasks] = await Promise.all([
    db.attendances.where('memberId').equals(memberId).toArray(),
    db.studyReadings.where('memberId').equals(memberId).toArray(),
    db.ratings.where('memberId').equals(memberId).toArray(),
    db.feePayments.where('memberId').equals(memberId).toArray(),
    db.meetingTasks.filter((task) => !task.removed && task.memberId === memberId).toArray(),
  ]);
  const [meetings, items] = await Promise.all([
    db.meetings.bulkGet(attendances.map(({ meetingId }) => meetingId)),
    db.studyItems.bulkGet(readings.map(({ itemId }) => itemId)),
  ]);
  return {
    meetings: attendances
      .flatMap((attendance, index) => {
        const meeting = meetings[index];
        const isShown =
          meeting !== undefined && !meeting.removed && !attendance.removed && meeting.state !== 'cancelled';
        return isShown ? [{ on: dateOfInstant(Date.parse(meeting.startsAt)), meeting, attendance }] : [];
      })
      .sort((a, b) => compare(b.on, a.on)),
    study: readings
      .flatMap((reading, index) => {
        const item = items[index];
        return item === undefined || item.removed || reading.removed ? [] : [{ item, reading }];
      })
      .sort((a, b) => compare(b.reading.on, a.reading.on)),
    ratings: ratings.filter(({ removed }) => !removed).sort((a, b) => compare(b.period, a.period)),
    fees: fees.filter(({ removed }) => !removed).sort((a, b) => compare(b.month, a.month)),
    tasks: tasks.sort((a, b) => compare(b.dueOn ?? '', a.dueOn ?? '')),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
