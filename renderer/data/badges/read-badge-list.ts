import { yearOf } from '#shared/base/partial-date.ts';
import { comparePersonNames } from '#shared/base/person-name.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { badgeAmount, type BadgeAmount } from '#shared/domain/badge/badge-amount.ts';
import {
  findBadgeCases,
  type BadgeCase,
  type BadgeRuleSet,
  type BadgeStanding,
} from '#shared/domain/badge/badge-cases.ts';
import { defaultBadgeRules } from '#shared/domain/badge/badge-rules.ts';
import { findPartyTime, partyAgeOn, type PartyAgeOnDay, type PartyGap } from '#shared/domain/badge/party-time.ts';
import { inOrder, startOf } from '#shared/domain/member-life/life-event.ts';
import { findFieldOn } from '#shared/domain/member-life/record-on-day.ts';
import { readMemberRules, storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import { readSetting } from '../settings/use-setting.ts';

/** How far a badge is on its way: by the record, marked as early, asked for in a paper, given. `early-able`: may be marked as early. */
export type BadgeState = Exclude<BadgeStanding, 'early'> | 'early-able' | 'early' | 'proposed';

/** A badge of a member on an award day. */
export type BadgeLine = BadgeCase & {
  readonly key: string;
  readonly member: MemberRow;
  readonly unitId: string | null;
  readonly cell: string;
  readonly state: BadgeState;
  /** Time in the Party on the day, or on the day of death; undefined when it cannot be told. */
  readonly age: PartyAgeOnDay | undefined;
  readonly gaps: readonly PartyGap[];
  readonly lateDays: number | null;
  /** What asked for it or gave it. */
  readonly event: MemberEventRow | undefined;
  readonly amount: BadgeAmount | null;
};

/** The badges of an award day, by years and then names. */
export type BadgeList = {
  readonly on: PlainDate;
  readonly lines: readonly BadgeLine[];
  /** Who may be marked as early: not part of the list until somebody does. */
  readonly earlyAble: readonly BadgeLine[];
};

/** The office's rules on badges, or those every office begins with. */
export async function readBadgeRules(office: Office): Promise<BadgeRuleSet> {
  const [member, own] = await Promise.all([readMemberRules(office), readSetting(office, 'badge-rules')]);
  return { member, badge: own ?? defaultBadgeRules };
}

/** Reads who is given which badge on an award day, by the records and events on this PC (domain.md 5.6). */
export async function readBadgeList(office: Office, on: PlainDate): Promise<BadgeList> {
  const { db } = office;
  const [rules, members, events, units] = await Promise.all([
    readBadgeRules(office),
    db.members.filter(({ removed }) => !removed).toArray(),
    db.memberEvents.filter(({ removed }) => !removed).toArray(),
    db.units.toArray(),
  ]);
  const eventsOf = new Map<string, MemberEventRow[]>();
  for (const event of events) {
    const own = eventsOf.get(event.memberId);
    if (own === undefined) eventsOf.set(event.memberId, [event]);
    else own.push(event);
  }
  const cells = new Map(units.map(({ id, name }) => [id, name]));
  const latestYear = latestAdmission(on, rules);
  const all = members
    .filter(
      ({ id, admittedOn }) => admittedOn === null || yearOf(admittedOn) <= latestYear || hasBadge(eventsOf.get(id)),
    )
    .flatMap((member) => linesOf(member, eventsOf.get(member.id) ?? [], on, rules, cells))
    .sort((a, b) => (a.years ?? 1000) - (b.years ?? 1000) || comparePersonNames(a.member.name, b.member.name));
  return {
    on,
    lines: all.filter(({ state }) => state !== 'early-able'),
    earlyAble: all.filter(({ state }) => state === 'early-able'),
  };
}

/** The year after whose end nobody was admitted early enough, however early a badge is given. */
function latestAdmission(on: PlainDate, { member, badge }: BadgeRuleSet): number {
  const early = Math.max(badge.earlyMonths, badge.longEarlyMonths, badge.posthumousMonths);
  return yearOf(on) - Math.min(...member.badgeYears) + Math.ceil(early / 12);
}

function hasBadge(events: readonly MemberEventRow[] = []): boolean {
  return events.some(({ kind }) => kind === 'badge');
}

function linesOf(
  member: MemberRow,
  events: readonly MemberEventRow[],
  on: PlainDate,
  rules: BadgeRuleSet,
  cells: ReadonlyMap<string, string>,
): readonly BadgeLine[] {
  const story = storyOf(member, events);
  const cases = findBadgeCases(story, on, rules);
  if (cases.length === 0) return [];
  const time = findPartyTime(story, rules.badge, rules.member);
  const told = findFieldOn(story, 'unitId', on)?.value ?? member.unitId;
  const death = inOrder(events).findLast(({ kind }) => kind === 'deceased');
  const counted = death !== undefined && startOf(death) < on ? startOf(death) : on;
  const unitId = typeof told === 'string' ? told : null;
  return cases.map((each): BadgeLine => {
    const event = events.find(({ id }) => id === each.eventId);
    const given = event?.state === 'decided' ? event.amount : null;
    return {
      ...each,
      key: `${member.id} ${String(each.years)} ${each.standing}`,
      member,
      unitId,
      cell: unitId === null ? '' : (cells.get(unitId) ?? ''),
      state: stateOf(each, event, on),
      age: time && partyAgeOn(time, counted),
      gaps: time?.gaps ?? [],
      lateDays: time?.lateDays ?? null,
      event,
      amount: each.years === null ? null : amountOf(each.years, on, rules, given),
    };
  });
}

/** What was given stands, whatever the tables say later. */
function amountOf(years: number, on: PlainDate, { badge }: BadgeRuleSet, given: number | null): BadgeAmount {
  const computed = badgeAmount(years, on, badge);
  if (given === null) return computed;
  return computed.kind === 'known'
    ? { ...computed, amount: given }
    : { kind: 'known', amount: given, hundredths: 0, base: 0 };
}

function stateOf({ standing }: BadgeCase, event: MemberEventRow | undefined, on: PlainDate): BadgeState {
  if (standing === 'awarded' || standing === 'no-longer') return standing;
  const isAsked = event?.state === 'proposed' && startOf(event) === on;
  if (isAsked && event.proposalId !== null) return 'proposed';
  if (standing === 'early') return isAsked ? 'early' : 'early-able';
  return standing;
}
