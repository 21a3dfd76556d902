import { comparePersonNames } from '#shared/base/person-name.ts';
import { findExactDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields, PersonName } from '#shared/domain/member/member-record.ts';
import type { AttendanceFields, AttendanceStanding, AttendanceStatus } from './attendance-record.ts';
import type { MeetingRules } from './meeting-rules.ts';

type Member = Pick<
  MemberFields,
  'name' | 'unitId' | 'state' | 'admittedOn' | 'officialOn' | 'cardNumber' | 'partyPost'
> & {
  readonly id: string;
};
type Stay = Pick<MemberEventFields, 'memberId' | 'kind' | 'state' | 'effectiveOn' | 'until' | 'unitId'>;
type Noted = Omit<AttendanceFields, 'meetingId'>;

/** A line of a meeting's list: who, as what, and how they were noted. */
export type RollEntry = {
  readonly memberId: string;
  readonly name: PersonName;
  readonly cardNumber: string;
  /** Chức vụ đảng, as the record has it. */
  readonly partyPost: string;
  readonly standing: AttendanceStanding;
  readonly status: AttendanceStatus | null;
  readonly reason: string;
  readonly noted: AttendanceFields['noted'];
};

/** In the list those of the cell come first, then who need not come, then guests. */
const rankOfStanding: Readonly<Record<AttendanceStanding, number>> = {
  official: 0,
  probationary: 0,
  exempt: 1,
  temporary: 2,
};

/**
 * The list of a cell's meeting on a day: members of the cell and those who stay there for a time, by tên, họ, đệm; with what was noted of each. Who was noted
 * stays in the list as what they were then, even when they have left the cell since (a meeting of last year keeps its list).
 */
export function listRoll(
  cellId: string,
  day: PlainDate,
  members: readonly Member[],
  stays: readonly Stay[],
  attendance: readonly Noted[],
): readonly RollEntry[] {
  const noted = new Map(attendance.map((each) => [each.memberId, each]));
  const visitors = listVisitors(cellId, day, stays);
  const entries = members.flatMap((member): RollEntry[] => {
    const mark = noted.get(member.id);
    const own = standingHere(member, cellId, day, visitors);
    // A mark that was taken back says nothing of a member who is no longer here.
    const standing = mark === undefined || (mark.status === null && own === undefined) ? own : mark.standing;
    if (standing === undefined) return [];
    return [
      {
        memberId: member.id,
        name: member.name,
        cardNumber: member.cardNumber,
        partyPost: member.partyPost,
        standing,
        status: mark?.status ?? null,
        reason: mark?.reason ?? '',
        noted: mark?.noted ?? 'hand',
      },
    ];
  });
  return entries.sort(compareEntries);
}

function compareEntries(a: RollEntry, b: RollEntry): number {
  return (
    rankOfStanding[a.standing] - rankOfStanding[b.standing] ||
    comparePersonNames(a.name, b.name) ||
    (a.memberId < b.memberId ? -1 : 1)
  );
}

/** As what somebody is in a cell on a day. A guest's record names the cell; the decided events say from when to when, where there are any. */
function standingHere(
  member: Member,
  cellId: string,
  day: PlainDate,
  { here, known }: Visitors,
): AttendanceStanding | undefined {
  if (here.has(member.id)) return 'temporary';
  if (member.unitId !== cellId) return undefined;
  if (member.state === 'guest') return known.has(member.id) ? undefined : 'temporary';
  return standingOn(member, day);
}

/** As what a member of the cell is there on a day; undefined for who takes no part in it: candidates, those away, gone or not yet admitted. */
function standingOn(member: Member, day: PlainDate): AttendanceStanding | undefined {
  const { state, admittedOn, officialOn } = member;
  if (state === 'exempt') return 'exempt';
  if (state !== 'official' && state !== 'probationary') return undefined;
  // Dates may be known to the year only: then what the record says today counts.
  if (isAfter(admittedOn, day)) return undefined;
  if (state === 'probationary') return officialOn === null || isAfter(officialOn, day) ? 'probationary' : 'official';
  return isAfter(officialOn, day) ? 'probationary' : 'official';
}

function isAfter(date: PartialDate | null, day: PlainDate): boolean {
  const exact = date === null ? undefined : findExactDate(date);
  return exact !== undefined && exact > day;
}

/** Who stays in the cell on the day, and of whom any stay there is known. */
type Visitors = { readonly here: ReadonlySet<string>; readonly known: ReadonlySet<string> };

/** Members of elsewhere who stay in the cell for a time on that day (sinh hoạt tạm thời; domain.md 5.4). */
function listVisitors(cellId: string, day: PlainDate, stays: readonly Stay[]): Visitors {
  const decided = stays.filter(({ state }) => state === 'decided');
  const all = decided.filter(({ kind, unitId }) => kind === 'temporary-in' && unitId === cellId);
  const came = all.filter(({ effectiveOn, until }) => !isAfter(effectiveOn, day) && (until === null || until >= day));
  const left = (memberId: string, since: string): boolean =>
    decided.some(
      (each) =>
        each.kind === 'temporary-ended' &&
        each.memberId === memberId &&
        each.effectiveOn >= since &&
        !isAfter(each.effectiveOn, day),
    );
  const here = came.filter(({ memberId, effectiveOn }) => !left(memberId, effectiveOn));
  const idsOf = (events: readonly Stay[]): ReadonlySet<string> => new Set(events.map(({ memberId }) => memberId));
  return { here: idsOf(here), known: idsOf(all) };
}

/** Whether somebody must come: exempt members and guests need not. */
export function isRequired({ standing }: Pick<RollEntry, 'standing'>): boolean {
  return standing === 'official' || standing === 'probationary';
}

/** Whether somebody may vote: official members, and exempt ones where the rules let them; never probationary or temporary ones. */
export function mayVote(
  { standing }: Pick<RollEntry, 'standing'>,
  rules: Pick<MeetingRules, 'exemptMayVote'>,
): boolean {
  return standing === 'official' || (standing === 'exempt' && rules.exemptMayVote);
}

/** Figures of a list. `required`, `present`, `excused`, `absent`, `unnoted` count those who must come; `beside` those there who need not. */
export type RollFigures = {
  readonly required: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly unnoted: number;
  readonly beside: number;
  /** Official members of the cell, and those who may vote and are there. */
  readonly entitled: number;
  readonly voters: number;
  readonly excusedWithoutReason: number;
  /** More than so many per cent as the rules want are there. */
  readonly isGood: boolean;
  readonly hasQuorum: boolean;
};

/** Counts a list (domain.md 5.12: attendance above 85 %). Exempt and temporary members are in no share. */
export function countRoll(
  roll: readonly RollEntry[],
  rules: Pick<MeetingRules, 'goodPercent' | 'quorumPercent' | 'exemptMayVote'>,
): RollFigures {
  const required = roll.filter(isRequired);
  const count = (status: AttendanceStatus | null): number => required.filter((each) => each.status === status).length;
  const present = count('present');
  const official = roll.filter(({ standing }) => standing === 'official');
  const officialPresent = official.filter(({ status }) => status === 'present').length;
  return {
    required: required.length,
    present,
    excused: count('excused'),
    absent: count('absent'),
    unnoted: count(null),
    beside: roll.filter((each) => !isRequired(each) && each.status === 'present').length,
    entitled: official.length,
    voters: roll.filter((each) => each.status === 'present' && mayVote(each, rules)).length,
    excusedWithoutReason: required.filter(({ status, reason }) => status === 'excused' && reason.trim() === '').length,
    isGood: present * 100 > required.length * rules.goodPercent,
    hasQuorum: officialPresent * 100 > official.length * rules.quorumPercent,
  };
}
