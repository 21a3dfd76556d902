import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { daysBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { StatusChip, type ChipTone } from './status-chip.tsx';

type DueChipProps = {
  readonly dueOn: PlainDate;
  readonly today: PlainDate;
  /** Puts the day before the words: `24/11, còn 2 ngày`. */
  readonly withDate?: boolean;
};

/** How much time is left, in words: late in red, the last three days in amber. */
export function DueChip({ dueOn, today, withDate = false }: DueChipProps): ReactNode {
  const days = daysBetween(today, dueOn);
  const tone: ChipTone = days < 0 ? 'red' : days <= 5 ? 'amber' : 'neutral';
  const words = days < 0 ? sharedText.lateDays(-days) : days === 0 ? sharedText.dueToday : sharedText.daysLeft(days);
  return (
    <StatusChip tone={tone}>
      {withDate ? sharedText.dateAndWords(formatDate(dueOn).slice(0, 5), words) : words}
    </StatusChip>
  );
}
