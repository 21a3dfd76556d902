import { findExactDate, firstDayOf, type PartialDate } from '#shared/base/partial-date.ts';
import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { CandidateStage } from '#shared/domain/member/member-record.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths, findProbationEnd } from '#shared/domain/member/party-age.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import { liveEvents, startOf } from './life-event.ts';
import { lifeOn, type MemberStory } from './record-on-day.ts';

/** Steps on the way into the Party (domain.md 5.4): quần chúng ưu tú, cảm tình đảng, đang làm hồ sơ, dự bị, chính thức. */
export const boardSteps = ['chosen', 'aware', 'preparing', 'probationary', 'official'] as const;
export type BoardStep = (typeof boardSteps)[number];

/** Where somebody stands on that way. `since`: the day of the step as far as it is known; `due`: until when the next one, or a look at the papers, is wanted. */
export type BoardPlace = {
  readonly step: BoardStep;
  readonly since: PartialDate | null;
  readonly due: PlainDate | null;
};

/** How long who was recognised stays on the board, in days. */
const SEEN_AFTER_RECOGNITION = 365;

const kindOfStage: Readonly<Record<CandidateStage, MemberEventKind>> = {
  chosen: 'chosen',
  aware: 'awareness-class',
  preparing: 'file-opened',
};

/** Where a person stands on the way into the Party; undefined for whom it is over, or who left it. */
export function findBoardPlace(story: MemberStory, today: PlainDate, rules: MemberRules): BoardPlace | undefined {
  const { standing, stage } = lifeOn(story, today);
  const { member } = story;
  if (standing === 'candidate') {
    const step = stage ?? 'chosen';
    const event = liveEvents(story.events).findLast(
      (each) => each.kind === kindOfStage[step] && startOf(each) <= today,
    );
    const since = event?.effectiveOn ?? null;
    return { step, since, due: since === null ? null : addMonths(firstDayOf(since), rules.candidateFileMonths) };
  }
  if (standing === 'probationary')
    return {
      step: 'probationary',
      since: member.readmittedOn ?? member.admittedOn,
      due: findProbationEnd(member, rules) ?? null,
    };
  const recognised = member.officialOn === null ? undefined : findExactDate(member.officialOn);
  const isRecent = recognised !== undefined && recognised > addDays(today, -SEEN_AFTER_RECOGNITION);
  return standing === 'official' && isRecent ? { step: 'official', since: member.officialOn, due: null } : undefined;
}
