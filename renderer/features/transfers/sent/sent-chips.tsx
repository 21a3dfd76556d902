import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { isOnlyHere } from '#renderer/data/receipts/only-here.ts';
import { membersText } from '#renderer/messages/members.ts';
import {
  standingText,
  transferKindText,
  transfersText as text,
  type StandingWord,
} from '#renderer/messages/transfers.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { isNear } from './sent-standing.ts';
import type { SentList, SentView } from './sent-view.ts';

/** Colour of each standing; the words say it all. */
const standingTones: Readonly<Record<StandingWord, ChipTone>> = {
  preparing: 'neutral',
  'awaiting-number': 'amber',
  numbered: 'amber',
  'on-its-way': 'neutral',
  waiting: 'blue',
  'by-paper': 'blue',
  accepted: 'green',
  confirmed: 'green',
  away: 'blue',
  abroad: 'blue',
  ended: 'neutral',
  refused: 'red',
  withdrawn: 'neutral',
  void: 'neutral',
};

type SentChipsProps = { readonly view: SentView; readonly list: Pick<SentList, 'today' | 'rules'> };

/** Where a transfer stands, and whether only this PC knows of it yet. */
export function SentChips({ view: { standing, transfer } }: Pick<SentChipsProps, 'view'>): ReactNode {
  return (
    <>
      <StatusChip tone={standingTones[standing]}>{standingText[standing]}</StatusChip>
      {transfer.kind !== 'official' && <StatusChip tone="neutral">{transferKindText[transfer.kind]}</StatusChip>}
      {isOnlyHere(transfer) && <StatusChip tone="neutral">{membersText.chips.onlyHere}</StatusChip>}
      {transfer.conflicts.length > 0 && (
        <StatusChip tone="amber">{membersText.chips.choose(transfer.conflicts.length)}</StatusChip>
      )}
    </>
  );
}

/** What it waits for and until when; late in red, soon in amber. */
export function DeadlineChips({ view: { deadlines }, list: { today, rules } }: SentChipsProps): ReactNode {
  return deadlines.map(({ what, on }) => (
    <StatusChip key={what} tone={on < today ? 'red' : isNear(on, today, rules) ? 'amber' : 'neutral'}>
      {text.due[what](formatDate(on))}
    </StatusChip>
  ));
}
