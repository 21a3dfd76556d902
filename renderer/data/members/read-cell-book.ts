import { comparePersonNames } from '#shared/base/person-name.ts';
import { addDays, dateOfInstant, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { isMember } from '#shared/domain/member-life/life.ts';
import { inOrder, startOf } from '#shared/domain/member-life/life-event.ts';
import { findFieldOn, lifeOn, type MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { Office } from '../office.ts';
import type {
  AttendanceRow,
  FeePaymentRow,
  MeetingRow,
  MeetingTaskRow,
  MemberEventRow,
  MemberRow,
  RatingRow,
  UnitRow,
} from '../rows.ts';
import { readOfficeBody } from '../settings/read-office-body.ts';
import { storyOf } from './member-story.ts';

/** Somebody of the cell at the end of the year, or today. */
export type CellMember = { readonly member: MemberRow; readonly isProbationary: boolean; readonly isExempt: boolean };

/** A decided event of the year of somebody who belonged to the cell before or after it. */
export type CellEvent = { readonly member: MemberRow; readonly event: MemberEventRow; readonly on: PlainDate };

/** A meeting that was held, with who was noted at it. */
export type CellMeeting = {
  readonly meeting: MeetingRow;
  readonly on: PlainDate;
  readonly attendances: readonly { readonly name: string; readonly attendance: AttendanceRow }[];
  readonly tasks: readonly MeetingTaskRow[];
};

/** A year of a cell, as its book holds it. */
export type CellBook = {
  readonly unit: UnitRow;
  readonly committee: string;
  readonly year: number;
  /** The day the list of members is of. */
  readonly day: PlainDate;
  readonly members: readonly CellMember[];
  readonly events: readonly CellEvent[];
  readonly meetings: readonly CellMeeting[];
  readonly fees: readonly { readonly member: MemberRow; readonly paid: ReadonlyMap<string, number> }[];
  readonly ratings: readonly { readonly member: MemberRow; readonly rating: RatingRow }[];
  readonly unitRating: RatingRow | undefined;
};

type Known = { readonly member: MemberRow; readonly story: MemberStory; readonly events: readonly MemberEventRow[] };

/** Reads a year of a cell (sổ chi bộ); undefined when the cell is gone. */
export async function readCellBook(office: Office, unitId: string, year: number): Promise<CellBook | undefined> {
  const { db } = office;
  const unit = await db.units.get(unitId);
  if (unit === undefined || unit.removed) return undefined;
  const [from, last] = [toPlainDate(`${String(year)}-01-01`), toPlainDate(`${String(year)}-12-31`)];
  const day = last < office.today() ? last : office.today();
  const known = await readKnown(office, unitId);
  const byId = new Map(known.map((each) => [each.member.id, each.member]));
  const [meetings, payments, ratings] = await Promise.all([
    readMeetings(office, unitId, year),
    db.feePayments.where('unitId').equals(unitId).toArray(),
    db.ratings.where('unitId').equals(unitId).toArray(),
  ]);
  const ofYear = ratings.filter(({ removed, period }) => !removed && period === String(year));
  return {
    unit,
    committee: await readOfficeBody(office),
    year,
    day,
    members: sortByName(
      known.flatMap(({ member, story }): CellMember[] => {
        const life = lifeOn(story, day);
        const isHere = isMember(life) && cellOn(member, story, day) === unitId;
        return isHere ? [{ member, isProbationary: life.standing === 'probationary', isExempt: life.isExempt }] : [];
      }),
    ),
    events: known
      .flatMap(({ member, story, events }) =>
        inOrder(events).flatMap((event): CellEvent[] => {
          const on = startOf(event);
          const isOfYear = on >= from && on <= last && event.atOffice === '';
          const cells = [cellOn(member, story, addDays(on, -1)), cellOn(member, story, on), event.unitId];
          return isOfYear && cells.includes(unitId) ? [{ member, event, on }] : [];
        }),
      )
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : comparePersonNames(a.member.name, b.member.name))),
    meetings,
    fees: sortByName(await feesOf(office, payments, byId, year)),
    ratings: sortByName(
      ofYear.flatMap((rating) => {
        const member = byId.get(rating.memberId ?? '');
        return member === undefined ? [] : [{ member, rating }];
      }),
    ),
    unitRating: ofYear.find(({ memberId }) => memberId === null),
  };
}

/** Whoever is written in the cell, and whoever an event brought into it or out of it. */
async function readKnown({ db }: Office, unitId: string): Promise<readonly Known[]> {
  const [written, moved] = await Promise.all([
    db.members.filter((member) => !member.removed && member.unitId === unitId).toArray(),
    db.memberEvents
      .filter((event) => !event.removed && (event.unitId === unitId || event.before['unitId'] === unitId))
      .toArray(),
  ]);
  const there = new Set(written.map(({ id }) => id));
  const others = await db.members.bulkGet(
    [...new Set(moved.map(({ memberId }) => memberId))].filter((id) => !there.has(id)),
  );
  const members = [...written, ...others.flatMap((row) => (row === undefined || row.removed ? [] : [row]))];
  const events = await db.memberEvents
    .where('memberId')
    .anyOf(members.map(({ id }) => id))
    .filter(({ removed }) => !removed)
    .toArray();
  return members.map((member) => {
    const own = events.filter(({ memberId }) => memberId === member.id);
    return { member, story: storyOf(member, own), events: own };
  });
}

function cellOn(member: MemberRow, story: MemberStory, day: PlainDate): unknown {
  const told = findFieldOn(story, 'unitId', day);
  return told === undefined ? member.unitId : told.value;
}

async function readMeetings({ db }: Office, unitId: string, year: number): Promise<readonly CellMeeting[]> {
  const rows = await db.meetings.where('unitId').equals(unitId).toArray();
  const held = rows
    .filter(({ removed, state }) => !removed && (state === 'held' || state === 'closed'))
    .map((meeting) => ({ meeting, on: dateOfInstant(Date.parse(meeting.startsAt)) }))
    .filter(({ on }) => on.startsWith(String(year)))
    .sort((a, b) => (a.meeting.startsAt < b.meeting.startsAt ? -1 : 1));
  return Promise.all(
    held.map(async ({ meeting, on }) => {
      const [marks, tasks] = await Promise.all([
        db.attendances.where('meetingId').equals(meeting.id).toArray(),
        db.meetingTasks.where('meetingId').equals(meeting.id).toArray(),
      ]);
      const noted = marks.filter(({ removed, status }) => !removed && status !== null);
      const members = await db.members.bulkGet(noted.map(({ memberId }) => memberId));
      return {
        meeting,
        on,
        attendances: noted.map((attendance, at) => ({ attendance, name: members[at]?.name.full ?? '' })),
        tasks: tasks.filter(({ removed }) => !removed).sort((a, b) => a.order - b.order),
      };
    }),
  );
}

/** What each paid for the months of the year, those who have left the cell since too. */
async function feesOf(
  { db }: Office,
  payments: readonly FeePaymentRow[],
  known: ReadonlyMap<string, MemberRow>,
  year: number,
): Promise<CellBook['fees']> {
  const paidBy = new Map<string, Map<string, number>>();
  for (const { removed, memberId, month, paid } of payments) {
    if (removed || !month.startsWith(String(year))) continue;
    const own = paidBy.get(memberId) ?? new Map<string, number>();
    own.set(month, (own.get(month) ?? 0) + paid);
    paidBy.set(memberId, own);
  }
  const ids = [...paidBy.keys()];
  const rows = await db.members.bulkGet(ids.filter((id) => !known.has(id)));
  const all = new Map([...known, ...rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]))]);
  return [...paidBy].flatMap(([id, paid]) => {
    const member = all.get(id);
    return member === undefined ? [] : [{ member, paid }];
  });
}

function sortByName<T extends { readonly member: MemberRow }>(lines: readonly T[]): readonly T[] {
  return lines.toSorted((a, b) => comparePersonNames(a.member.name, b.member.name));
}
