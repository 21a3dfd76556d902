import type { ReactNode } from 'react';
import type { BookLease } from '#renderer/data/registers/use-registers.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';

const toneOf = { 'this-pc': 'green', 'other-pc': 'blue', nobody: 'amber', asked: 'neutral' } as const;

/** Who numbers in a book, in words. */
export function LeaseChip({ lease }: { readonly lease: BookLease }): ReactNode {
  const { holder: words, otherPc } = numbersText.books;
  const { holder, holderName } = lease;
  return (
    <StatusChip tone={toneOf[holder]}>
      {holder === 'other-pc' ? words['other-pc'](holderName ?? otherPc) : words[holder]}
    </StatusChip>
  );
}
