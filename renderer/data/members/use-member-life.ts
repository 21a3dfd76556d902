import { useMemo } from 'react';
import { memberRulesWith, type MemberRules } from '#shared/domain/member/member-rules.ts';
import type { MemberStory } from '#shared/domain/member-life/record-on-day.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import { useSetting } from '../settings/use-setting.ts';
import { useLive } from '../use-live.ts';
import { readMemberEvents, storyOf } from './member-story.ts';

/** A member's events on this PC, voided ones too; undefined while loading. */
export function useMemberEvents(memberId: string): readonly MemberEventRow[] | undefined {
  return useLive((office) => readMemberEvents(office, memberId), [memberId]);
}

/** The record with its events, as the rules of a member's life look at it; undefined while loading. */
export function useMemberStory(row: MemberRow): MemberStory | undefined {
  const events = useMemberEvents(row.id);
  return useMemo(() => events && storyOf(row, events), [row, events]);
}

/** The rules this office goes by, live. */
export function useMemberRules(): MemberRules {
  const own = useSetting('member-rules');
  return useMemo(() => memberRulesWith(own), [own]);
}
