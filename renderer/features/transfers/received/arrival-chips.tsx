import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { isOnlyHere } from '#renderer/data/receipts/only-here.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { arrivingText, type ArrivingWord } from '#renderer/messages/member-arrivals.ts';
import { membersText } from '#renderer/messages/members.ts';
import { transferKindText, transfersText as text } from '#renderer/messages/transfers.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { isNear } from '../sent/sent-standing.ts';
import { arrivingOf, nextDayOf } from './arriving-standing.ts';

const arrivingTones: Readonly<Record<ArrivingWord, ChipTone>> = {
  waiting: 'amber',
  'asked-accepted': 'blue',
  'asked-refused': 'blue',
  accepted: 'green',
  guest: 'blue',
  'leaving-guest': 'blue',
  refused: 'neutral',
  withdrawn: 'neutral',
  void: 'neutral',
  ended: 'neutral',
};

type ArrivalChipsProps = {
  readonly arrival: MemberArrivalRow;
  readonly today: PlainDate;
  readonly rules: TransferRules;
};

/** Where a member who comes stands, and the day that comes next. */
export function ArrivalChips({ arrival, today, rules }: ArrivalChipsProps): ReactNode {
  const standing = arrivingOf(arrival);
  const day = nextDayOf(arrival);
  return (
    <>
      <StatusChip tone={arrivingTones[standing]}>{arrivingText[standing]}</StatusChip>
      {arrival.kind !== 'official' && <StatusChip tone="neutral">{transferKindText[arrival.kind]}</StatusChip>}
      {isOnlyHere(arrival) && <StatusChip tone="neutral">{membersText.chips.onlyHere}</StatusChip>}
      {arrival.conflicts.length > 0 && (
        <StatusChip tone="amber">{membersText.chips.choose(arrival.conflicts.length)}</StatusChip>
      )}
      {day !== null && (
        <StatusChip tone={day < today ? 'red' : isNear(day, today, rules) ? 'amber' : 'neutral'}>
          {text.due[standing === 'guest' ? 'until' : 'show'](formatDate(day))}
        </StatusChip>
      )}
    </>
  );
}
