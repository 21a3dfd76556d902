import type { BadgeRuleSet } from '#shared/domain/badge/badge-cases.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useLive } from '../use-live.ts';
import { readBadgeList, readBadgeRules, type BadgeList } from './read-badge-list.ts';

/** The badges of an award day, live; undefined while loading. */
export function useBadgeList(on: PlainDate | undefined): BadgeList | undefined {
  return useLive(async (office) => (on === undefined ? undefined : readBadgeList(office, on)), [on]);
}

/** The office's rules on badges, live. */
export function useBadgeRules(): BadgeRuleSet | undefined {
  return useLive(readBadgeRules, []);
}
