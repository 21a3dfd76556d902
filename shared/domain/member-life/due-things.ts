import { findExactDate } from '#shared/base/partial-date.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { findProbationEnd } from '#shared/domain/member/party-age.ts';
import { findBoardPlace } from './candidate-board.ts';
import { disciplinesOn } from './discipline.ts';
import { liveEvents, startOf, type LifeEvent } from './life-event.ts';
import { lifeOn, type MemberStory } from './record-on-day.ts';

/**
 * What of a member's life falls due: the end of probation (recognition is then considered), of a discipline's effect, of temporary activity elsewhere or here,
 * of an exemption; a card that should have been issued; a candidate's papers that must be looked at again (domain.md 2.7, 5.4, 5.7).
 */
export const dueKinds = [
  'recognition',
  'card',
  'temporary',
  'guest',
  'exemption',
  'discipline',
  'candidate-file',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** One thing and its day. A discipline lapses on the day after `on` by itself; everything else asks for an act. */
export type DueThing = { readonly kind: DueKind; readonly on: PlainDate };

/** What of this member is due by `dueNoticeDays` from now, late things too, the earliest first. */
export function findDueThings(story: MemberStory, today: PlainDate, rules: MemberRules): readonly DueThing[] {
  const horizon = addDays(today, rules.dueNoticeDays);
  const found: DueThing[] = [];
  const add = (kind: DueKind, on: PlainDate | null | undefined): void => {
    if (on !== null && on !== undefined && on <= horizon) found.push({ kind, on });
  };
  const life = lifeOn(story, today);
  const past = liveEvents(story.events).filter((event) => startOf(event) <= today);
  const last = (kind: MemberEventKind): LifeEvent | undefined => past.findLast((event) => event.kind === kind);
  add('recognition', findProbationEnd(story.member, rules));
  if (life.standing === 'official') add('card', cardDueOn(story, rules));
  if (life.isAway) add('temporary', last('temporary-out')?.until);
  if (life.standing === 'guest') add('guest', last('temporary-in')?.until);
  if (life.standing === 'official' && life.isExempt) add('exemption', last('exempted')?.until);
  // A former offence counts on with the newest: the last to lapse frees the member.
  const lapse = disciplinesOn(story.events, today, rules).reduce<PlainDate | undefined>(
    (latest, { lastDay }) => (latest === undefined || lastDay > latest ? lastDay : latest),
    undefined,
  );
  if (life.standing === 'official' || life.standing === 'probationary') add('discipline', lapse);
  if (life.standing === 'candidate') add('candidate-file', findBoardPlace(story, today, rules)?.due);
  return found.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The day by which an official member should have a card; null when there is one, or when the day of recognition is not exact. */
function cardDueOn({ member }: MemberStory, rules: MemberRules): PlainDate | null {
  if (member.cardNumber !== '' || member.officialOn === null) return null;
  const recognised = findExactDate(member.officialOn);
  return recognised === undefined ? null : addDays(recognised, rules.cardDays);
}
