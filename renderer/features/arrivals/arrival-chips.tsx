import type { ReactNode } from 'react';
import { recallStanding } from '#shared/domain/exchange/recall.ts';
import type { LetterStatus } from '#shared/domain/exchange/letter.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { arrivalsText as text, letterStatusText, recallStatusText } from '#renderer/messages/exchange.ts';
import { urgencyText } from '#renderer/messages/record-fields.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';

const tones: Readonly<Record<LetterStatus, ChipTone>> = {
  waiting: 'neutral',
  '01': 'blue',
  '02': 'red',
  '03': 'primary',
  '04': 'primary',
  '05': 'amber',
  '06': 'green',
};

/** Where a paper from elsewhere stands, and what is asked of this office. */
export function ArrivalChips({ arrival }: { readonly arrival: ArrivalRow }): ReactNode {
  const recall = recallStanding(arrival);
  const { status, letter, kind, origin } = arrival;
  const isChanged = arrival.documentId !== null && arrival.acceptedRevision < arrival.revision;
  return (
    <>
      <StatusChip tone={tones[status]}>{letterStatusText[status]}</StatusChip>
      {recall === '13' && <StatusChip tone="red">{text.asked}</StatusChip>}
      {recall !== null && recall !== '13' && <StatusChip tone="neutral">{recallStatusText[recall]}</StatusChip>}
      {isChanged && <StatusChip tone="amber">{text.changed}</StatusChip>}
      {kind === 'replace' && <StatusChip tone="amber">{text.replacing}</StatusChip>}
      {letter.urgency !== 'normal' && (
        <StatusChip tone={letter.urgency === 'urgent' ? 'amber' : 'red'}>{urgencyText[letter.urgency]}</StatusChip>
      )}
      {origin === 'edxml' && <StatusChip tone="neutral">{text.fromFile}</StatusChip>}
    </>
  );
}
