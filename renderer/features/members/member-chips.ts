import { formatDate } from '#shared/base/partial-date.ts';
import { daysBetween, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { membersText } from '#renderer/messages/members.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { findComingBadge, findProbationEnd } from '#shared/domain/member/party-age.ts';

/** A short mark on a member: words and a tone of the theme. */
export type MemberChip = {
  readonly kind: 'choose' | 'stage' | 'probation' | 'probation-over' | 'badge';
  readonly text: string;
  readonly tone: 'amber' | 'blue' | 'red' | 'neutral';
};

/** What a person should see of a member at a glance, most pressing first. */
export function chipsOf(
  member: MemberFields & { readonly conflicts: readonly string[] },
  today: PlainDate,
  rules: MemberRules,
): readonly MemberChip[] {
  const { chips } = membersText;
  const marks: MemberChip[] = [];
  if (member.conflicts.length > 0)
    marks.push({ kind: 'choose', text: chips.choose(member.conflicts.length), tone: 'amber' });
  if (member.state === 'candidate' && member.candidateStage !== null)
    marks.push({ kind: 'stage', text: chips.stages[member.candidateStage], tone: 'neutral' });
  const probationEnd = findProbationEnd(member, rules);
  if (probationEnd !== undefined) {
    const over = probationEnd < today;
    marks.push(
      over
        ? { kind: 'probation-over', text: chips.probationOver(shortDate(probationEnd, today)), tone: 'red' }
        : { kind: 'probation', text: chips.probationUntil(shortDate(probationEnd, today)), tone: 'blue' },
    );
  }
  const badge = findComingBadge(member, today, rules);
  if (badge !== undefined && daysBetween(today, badge.on) <= rules.badgeNoticeDays) {
    marks.push({ kind: 'badge', text: chips.badge(badge.years, shortDate(badge.on, today)), tone: 'neutral' });
  }
  return marks;
}

/** Day and month when the date lies within a year of today, else the whole date. */
export function shortDate(date: PlainDate, today: PlainDate): string {
  const text = formatDate(date);
  return Math.abs(daysBetween(today, date)) < 330 ? text.slice(0, 5) : text;
}
