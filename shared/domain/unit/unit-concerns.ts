import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberState } from '#shared/domain/member/member-record.ts';
import type { AppointmentFields } from './appointment-record.ts';
import type { UnitFields } from './unit-record.ts';
import type { UnitRules } from './unit-rules.ts';

/** People of an organisation and those below it, by what they are to it (domain.md 5.4, 5.11). */
export type UnitPeople = {
  readonly official: number;
  readonly probationary: number;
  /** Miễn công tác và sinh hoạt; official members all the same. */
  readonly exempt: number;
  /** Sinh hoạt tạm thời ở nơi khác; counted here. */
  readonly away: number;
  /** Sinh hoạt tạm thời tại đây: kept and counted elsewhere. */
  readonly guests: number;
  /** Of all but the guests. */
  readonly women: number;
};

/** Nobody. */
export const noPeople: UnitPeople = { official: 0, probationary: 0, exempt: 0, away: 0, guests: 0, women: 0 };

/** One person more, by the state of their record; those who are gone, and candidates, are none. */
export function countPerson(people: UnitPeople, state: MemberState, isWoman: boolean): UnitPeople {
  const kind = kindOfState[state];
  if (kind === undefined) return people;
  const women = people.women + (isWoman && kind !== 'guests' ? 1 : 0);
  return { ...people, [kind]: people[kind] + 1, women };
}

const kindOfState: Readonly<Partial<Record<MemberState, keyof UnitPeople>>> = {
  official: 'official',
  probationary: 'probationary',
  exempt: 'exempt',
  'temporarily-away': 'away',
  guest: 'guests',
};

/** Members who count here: guests do not (domain.md 5.4). */
export function membersOf({ official, probationary, exempt, away }: UnitPeople): number {
  return official + probationary + exempt + away;
}

/** What about an organisation should be seen to. */
export type UnitConcern =
  | { readonly kind: 'few-official'; readonly count: number; readonly wanted: number }
  | { readonly kind: 'committee-due'; readonly count: number; readonly from: number }
  | { readonly kind: 'few-for-base'; readonly count: number; readonly wanted: number }
  | { readonly kind: 'no-secretary' }
  | { readonly kind: 'term-over'; readonly on: PlainDate }
  | { readonly kind: 'term-ending'; readonly on: PlainDate };

/** A post as the concerns look at it. */
export type HeldPost = Pick<AppointmentFields, 'kind' | 'from' | 'to'>;

/** Whether somebody holds a post on a day. */
export function isHeldOn({ from, to }: HeldPost, day: PlainDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether an organisation is one of the Party, with members, a secretary and terms. */
export function isPartyUnit({ kind }: Pick<UnitFields, 'kind'>): boolean {
  return kind !== 'office' && kind !== 'outside-body';
}

/** What should be seen to at an organisation that lives, by the office's rules. `people`: with those below it. */
export function concernsOf(
  unit: Pick<UnitFields, 'kind' | 'termTo'>,
  people: UnitPeople,
  posts: readonly HeldPost[],
  today: PlainDate,
  rules: UnitRules,
): readonly UnitConcern[] {
  if (!isPartyUnit(unit)) return [];
  const concerns: UnitConcern[] = [];
  const held = posts.filter((post) => isHeldOn(post, today));
  // Who is exempt or away for a time is an official member; on the way back nothing changes.
  const count = people.official + people.exempt + people.away;
  if (unit.kind === 'cell' && count < rules.cellFrom)
    concerns.push({ kind: 'few-official', count, wanted: rules.cellFrom });
  if (
    unit.kind === 'cell' &&
    count >= rules.cellCommitteeFrom &&
    !held.some(({ kind }) => kind === 'committee-member' || kind === 'deputy-secretary')
  )
    concerns.push({ kind: 'committee-due', count, from: rules.cellCommitteeFrom });
  if (unit.kind === 'base-committee' && count < rules.baseCommitteeFrom)
    concerns.push({ kind: 'few-for-base', count, wanted: rules.baseCommitteeFrom });
  if (!held.some(({ kind }) => kind === 'secretary')) concerns.push({ kind: 'no-secretary' });
  if (unit.termTo !== null && unit.termTo < today) concerns.push({ kind: 'term-over', on: unit.termTo });
  else if (unit.termTo !== null && unit.termTo <= addDays(today, rules.termNoticeDays))
    concerns.push({ kind: 'term-ending', on: unit.termTo });
  return concerns;
}
