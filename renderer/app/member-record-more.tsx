import type { MemberRecordMore } from '#renderer/features/members/index.ts';
import { MemberPapersButton } from '#renderer/features/member-papers/index.ts';

/** What the other features add to a member's record: buttons in its foot, tabs before its history. */
export const memberRecordMore: MemberRecordMore = {
  actions: (row) => <MemberPapersButton row={row} />,
  tabs: () => [],
};
