import {
  LifeTimeline,
  PastRecordButton,
  ProposalsCard,
  RecordEventButton,
  WithChangeBasis,
} from '#renderer/features/member-life/index.ts';
import { MemberPapersButton } from '#renderer/features/member-papers/index.ts';
import { TransferButton } from '#renderer/features/transfers/index.ts';
import type { MemberRecordMore } from '#renderer/features/members/index.ts';

/** What the other features add to a member's record: buttons in its foot, tabs before its history, its life with decisions. */
export const memberRecordMore: MemberRecordMore = {
  actions: (row) => (
    <>
      <MemberPapersButton row={row} />
      <TransferButton row={row} />
      <RecordEventButton row={row} />
    </>
  ),
  tabs: () => [],
  withBasis: (row, draw) => <WithChangeBasis row={row} draw={draw} />,
  timeline: (row, points) => (
    <>
      <ProposalsCard row={row} />
      <PastRecordButton row={row} />
      <LifeTimeline row={row} points={points} />
    </>
  ),
};
