import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { nextAwardDay } from '#shared/domain/badge/award-days.ts';
import { findPartyTime, findReached, type PartyGap } from '#shared/domain/badge/party-time.ts';
import { lifeOn } from '#shared/domain/member-life/record-on-day.ts';
import { readMemberEvents, storyOf } from '../members/member-story.ts';
import type { Office } from '../office.ts';
import { readBadgeRules } from './read-badge-list.ts';

/** The badge somebody will be asked for next. `years` null: a day that counts is not known. `early`: the reason of an early proposal. */
export type ComingBadge = {
  readonly years: number | null;
  readonly on: PlainDate | null;
  readonly gaps: readonly PartyGap[];
  readonly early: string;
};

/** Reads which badge a member's declaration is for: the one proposed, the highest that is full and not given, or the next one. */
export async function readComingBadge(office: Office, memberId: string): Promise<ComingBadge | undefined> {
  const [row, events, rules] = await Promise.all([
    office.db.members.get(memberId),
    readMemberEvents(office, memberId),
    readBadgeRules(office),
  ]);
  if (row === undefined) return undefined;
  const story = storyOf(row, events);
  const today = office.today();
  const time = findPartyTime(story, rules.badge, rules.member);
  const gaps = time?.gaps ?? [];
  const badges = events.filter(({ kind }) => kind === 'badge');
  const asked = badges.find(({ state }) => state === 'proposed');
  if (asked !== undefined) {
    const on = findExactDate(asked.effectiveOn) ?? null;
    return { years: asked.years, on, gaps, early: asked.form === 'early' ? asked.reason : '' };
  }
  const none: ComingBadge = { years: null, on: null, gaps, early: '' };
  if (time === undefined || lifeOn(story, today).standing !== 'official') return none;
  const top = Math.max(0, ...badges.map(({ state, years }) => (state === 'decided' ? (years ?? 0) : 0)));
  const ahead = rules.member.badgeYears
    .filter((years) => years > top)
    .map((years) => ({ years, reached: findReached(time, years) }));
  if (ahead.some(({ reached }) => reached.earliest !== reached.latest)) return none;
  const next = ahead.findLast(({ reached }) => reached.latest <= today) ?? ahead[0];
  if (next === undefined) return none;
  const from = next.reached.latest < today ? today : next.reached.latest;
  return { ...none, years: next.years, on: nextAwardDay(rules.member, from) };
}
