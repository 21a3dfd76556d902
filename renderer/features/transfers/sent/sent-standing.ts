import type { PlainDate } from '#shared/base/plain-date.ts';
import { addDays } from '#shared/base/plain-date.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';
import type { MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { isRunning, isThroughProvince } from '#shared/domain/transfer/transfer-rules.ts';
import { procedureEnd, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import type { StandingWord } from '#renderer/messages/transfers.ts';

/** Where a transfer of this office stands. `paper`: its introduction paper, where one was made. */
export function standingOf(
  transfer: MemberTransferFields,
  paper: Pick<OutgoingFields, 'number' | 'state'> | undefined,
): StandingWord {
  const { state, outcome, kind, endedOn } = transfer;
  if (state === 'draft') {
    if (paper === undefined || paper.state === 'void') return 'preparing';
    return paper.number === null ? 'awaiting-number' : 'numbered';
  }
  if (isThroughProvince(transfer) && outcome !== 'none') {
    if (outcome === 'waiting') return state === 'withdrawn' ? 'withdrawn' : 'waiting';
    return outcome === 'accepted' && kind === 'temporary' ? 'away' : outcome;
  }
  if (state === 'withdrawn') return 'withdrawn';
  if (isThroughProvince(transfer)) return 'on-its-way';
  if (kind === 'abroad') return endedOn === null ? 'abroad' : 'ended';
  if (state === 'issued') return 'by-paper';
  return kind === 'official' ? 'confirmed' : endedOn === null ? 'away' : 'ended';
}

/** A day by which something is to be done. */
export type Deadline = { readonly what: 'procedure' | 'show' | 'until'; readonly on: PlainDate };

/** What a transfer is waiting for and until when: the next day first (domain.md 2.7, 5.5). */
export function deadlinesOf(
  transfer: MemberTransferFields,
  standing: StandingWord,
  rules: TransferRules,
  calendar: WorkCalendar,
): readonly Deadline[] {
  const found: Deadline[] = [];
  const isOpen = openStandings.includes(standing);
  if (isOpen && transfer.kind === 'official')
    found.push({ what: 'procedure', on: procedureEnd(transfer.askedOn, rules, calendar) });
  if (isOpen && transfer.showBy !== null && transfer.shownOn === null)
    found.push({ what: 'show', on: transfer.showBy });
  if (isRunning(transfer) && transfer.until !== null) found.push({ what: 'until', on: transfer.until });
  return found.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Standings in which somebody still has to do something before the member is elsewhere. */
const openStandings: readonly StandingWord[] = [
  'preparing',
  'awaiting-number',
  'numbered',
  'on-its-way',
  'waiting',
  'by-paper',
];

/** What the list of transfers shows. */
export const sentFacets = ['open', 'late', 'away', 'done', 'all'] as const;
export type SentFacet = (typeof sentFacets)[number];

/** Whether a transfer stands under a facet on a day. */
export function isUnderFacet(
  facet: SentFacet,
  standing: StandingWord,
  deadlines: readonly Deadline[],
  today: PlainDate,
): boolean {
  const isAway = standing === 'away' || standing === 'abroad';
  switch (facet) {
    case 'all':
      return true;
    case 'open':
      return openStandings.includes(standing);
    case 'late':
      return deadlines.some(({ on }) => on < today);
    case 'away':
      return isAway;
    case 'done':
      return !isAway && !openStandings.includes(standing);
  }
}

/** Whether a day is so near that the list says it. */
export function isNear(on: PlainDate, today: PlainDate, { noticeDays }: TransferRules): boolean {
  return on <= addDays(today, noticeDays);
}
