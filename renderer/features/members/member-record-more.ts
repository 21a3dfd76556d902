import type { ReactNode } from 'react';
import type { ToldChange } from '#shared/domain/member-life/basis-of-change.ts';
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
  /** Draws the history, given the means to say on what a change of a field rests: an event's decision, or what two people have settled. */
  readonly withBasis?: (row: MemberRow, draw: (basisOf: BasisOf) => ReactNode) => ReactNode;
  readonly timeline?: (row: MemberRow, points: readonly TimelinePoint[]) => ReactNode;
};

/** Says on what a change rests; null where it was written by hand. */
export type BasisOf = (change: ToldChange) => ReactNode;

/** A date of the record as a point of the time line. `field`: the one it comes from; `at`: its date, by which points are ordered. */
export type TimelinePoint = TimelineItem & { readonly field: string; readonly at: string };
