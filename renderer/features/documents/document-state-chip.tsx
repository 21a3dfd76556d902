import type { ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { documentStateText } from '#renderer/messages/record-fields.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';

/** Where the paper stands, in one chip: its deadline while it is worked on, else its state. */
export function DocumentStateChip({
  document,
  today,
}: {
  readonly document: DocumentRow;
  readonly today: PlainDate;
}): ReactNode {
  const { state, dueOn } = document;
  if (state === 'done') return <StatusChip tone="green">{documentStateText.done}</StatusChip>;
  if (state === 'for-information') return <StatusChip tone="neutral">{documentStateText[state]}</StatusChip>;
  if (dueOn !== null && (state === 'in-progress' || dueOn < today)) return <DueChip dueOn={dueOn} today={today} />;
  return <StatusChip tone={state === 'awaiting-directive' ? 'blue' : 'primary'}>{documentStateText[state]}</StatusChip>;
}
