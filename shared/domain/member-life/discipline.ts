import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { inOrder, startOf, type LifeEvent } from './life-event.ts';

/** A discipline in effect. `lastDay`: on the day after it it has lapsed by itself. */
export type Discipline = { readonly event: LifeEvent; readonly lastDay: PlainDate };

/**
 * Disciplines in effect at the end of a day. A decision lapses after a year when no new offence is disciplined within it; one that is lifted ends at once
 * (domain.md 5.7, QĐ 69-QĐ/TW 2022). `until` of the event, where the decision says it, goes before the rule.
 */
export function disciplinesOn(
  events: readonly LifeEvent[],
  day: PlainDate,
  { disciplineMonths }: Pick<MemberRules, 'disciplineMonths'>,
): readonly Discipline[] {
  let running: readonly Discipline[] = [];
  for (const event of inOrder(events)) {
    const start = startOf(event);
    if (start > day) break;
    if (event.kind === 'discipline-lifted') running = [];
    if (event.kind !== 'disciplined') continue;
    const lastDay = event.until ?? addDays(addMonths(start, disciplineMonths), -1);
    // A new offence keeps alive what had not lapsed yet.
    const still = running.filter((each) => each.lastDay >= start);
    running = [...still.map((each) => (each.lastDay < lastDay ? { ...each, lastDay } : each)), { event, lastDay }];
  }
  return running.filter(({ lastDay }) => lastDay >= day);
}
