import type { ReactNode } from 'react';
import type { MemberRow } from '#renderer/data/rows.ts';
import type { DetailTab } from '#renderer/ui/detail-pane.tsx';
import type { TimelineItem } from '#renderer/ui/event-timeline.tsx';

/**
 * What other features put into a member's record: the app composes them, since features do not know each other. `actions` stand in the foot beside
 * Sửa, `tabs` before the history; `timeline` shows the member's life in place of the dates of the record alone, which it is given.
 */
export type MemberRecordMore = {
  readonly actions?: (row: MemberRow) => ReactNode;
  readonly tabs?: (row: MemberRow) => readonly DetailTab[];
  readonly timeline?: (row: MemberRow, points: readonly TimelinePoint[]) => ReactNode;
};

/** A date of the record as a point of the time line. `field`: the one it comes from; `at`: its date, by which points are ordered. */
export type TimelinePoint = TimelineItem & { readonly field: string; readonly at: string };
