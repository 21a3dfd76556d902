import type { ReactNode } from 'react';
import type { MemberRow } from '#renderer/data/rows.ts';
import type { DetailTab } from '#renderer/ui/detail-pane.tsx';

/**
 * What other features put into a member's record: the app composes them, since features do not know each other. `actions` stand in the foot beside
 * Sửa, `tabs` before the history.
 */
export type MemberRecordMore = {
  readonly actions?: (row: MemberRow) => ReactNode;
  readonly tabs?: (row: MemberRow) => readonly DetailTab[];
};
