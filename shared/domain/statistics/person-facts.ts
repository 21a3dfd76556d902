import { firstDayOf, precisionOf, yearOf } from '#shared/base/partial-date.ts';
import { fullYearsBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { inOrder, startOf } from '#shared/domain/member-life/life-event.ts';
import { isMember, type Life } from '#shared/domain/member-life/life.ts';
import { traceLife } from '#shared/domain/member-life/trace-life.ts';
import { findEthnicity } from '#shared/domain/member/ethnicity-table.ts';
import { findOccupation, type Occupation } from '#shared/domain/member/occupation-table.ts';
import { findReligion } from '#shared/domain/member/religion-table.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import type { StatEvent, StatPerson } from './stat-data.ts';

/** What of a person does not depend on the span that is counted; computed once. */
export type PersonFacts = {
  readonly id: string;
  readonly member: MemberFields;
  /** Decided events of this office, in order; what happened elsewhere counts there (`atOffice`). */
  readonly events: readonly StatEvent[];
  readonly lifeOn: (day: PlainDate) => Life;
  /** Whether somebody is a member of this office at the end of a day. */
  readonly isMemberOn: (day: PlainDate) => boolean;
  /** First day the birth date may mean, and whether it is known to the day. */
  readonly bornOn: PlainDate | undefined;
  readonly isBirthdayKnown: boolean;
  /** First day the record's admission may mean. */
  readonly admittedFrom: PlainDate | undefined;
  /** Codes of their tables; undefined where nothing, or nothing known, is written. */
  readonly ethnicity: string | undefined;
  readonly religion: string | undefined;
  readonly occupation: Occupation | undefined;
};

/** Finds what a text means, once for each text: thousands of records write the same words. */
function remember<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

/** Looks at people once for all spans and forms. */
export function listFacts(people: readonly StatPerson[]): readonly PersonFacts[] {
  const ethnicityOf = remember((text) => findEthnicity(text)?.code);
  const religionOf = remember((text) => findReligion(text)?.code);
  return people.map((person) => personFacts(person, ethnicityOf, religionOf));
}

type CodeOf = (text: string) => string | undefined;

function personFacts({ id, member, events, madeOn }: StatPerson, ethnicityOf: CodeOf, religionOf: CodeOf): PersonFacts {
  const decided = inOrder(events);
  const lifeOn = traceLife({ member, events, madeOn });
  const isHereOn = traceHome(decided);
  const admittedFrom = member.admittedOn === null ? undefined : firstDayOf(member.admittedOn);
  return {
    id,
    member,
    events: decided.filter(({ atOffice }) => atOffice === ''),
    lifeOn,
    isMemberOn: (day) => (admittedFrom === undefined || admittedFrom <= day) && isHereOn(day) && isMember(lifeOn(day)),
    bornOn: member.bornOn === null ? undefined : firstDayOf(member.bornOn),
    isBirthdayKnown: member.bornOn !== null && precisionOf(member.bornOn) === 'day',
    admittedFrom,
    ethnicity: ethnicityOf(member.ethnicity),
    religion: religionOf(member.religion),
    occupation: findOccupation(member.occupationGroup),
  };
}

/**
 * Whether this office is somebody's home at the end of a day. A record that came from another office tells of the days there too: they are no days of this
 * office (docs/transfers.md).
 */
function traceHome(decided: readonly StatEvent[]): (day: PlainDate) => boolean {
  const moves = decided.filter(
    ({ kind, atOffice }) => atOffice === '' && (kind === 'transferred-in' || kind === 'transferred-out'),
  );
  const [first] = moves;
  if (first === undefined) return () => true;
  return (day) => {
    const last = moves.findLast((move) => startOf(move) <= day);
    return last === undefined ? first.kind === 'transferred-out' : last.kind === 'transferred-in';
  };
}

/** Full years of age on a day; by the year alone where no more is known. */
export function ageOn({ bornOn, isBirthdayKnown }: PersonFacts, day: PlainDate): number | undefined {
  if (bornOn === undefined) return undefined;
  return isBirthdayKnown ? yearsBetween(bornOn, day) : yearOf(day) - yearOf(bornOn);
}

/** Whole years as `fullYearsBetween` counts them, by the texts alone: it is asked of everybody for every span. */
export function yearsBetween(from: PlainDate, to: PlainDate): number {
  const [born, now] = [from.slice(5), to.slice(5)];
  if (born === '02-29') return fullYearsBetween(from, to);
  return yearOf(to) - yearOf(from) - (now < born ? 1 : 0);
}
