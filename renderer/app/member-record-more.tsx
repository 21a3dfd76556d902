import type { MemberRecordMore } from '#renderer/features/members/index.ts';

/** What the other features add to a member's record: buttons in its foot, tabs before its history. */
export const memberRecordMore: MemberRecordMore = {
  actions: () => null,
  tabs: () => [],
};
