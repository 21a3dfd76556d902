import type { PlainDate } from '#shared/base/plain-date.ts';
import { standardCalendar } from '#shared/domain/calendar/work-days.ts';
import { defaultTransferRules, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { useWorkCalendar } from '#renderer/data/settings/use-work-calendar.ts';
import { useSentTransfers, useTransferRules, type SentTransfer } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import type { StandingWord } from '#renderer/messages/transfers.ts';
import { deadlinesOf, standingOf, type Deadline } from './sent-standing.ts';

/** A transfer of this office with where it stands and what it waits for. */
export type SentView = SentTransfer & { readonly standing: StandingWord; readonly deadlines: readonly Deadline[] };

/** Everything the list and the chosen transfer are drawn from. */
export type SentList = {
  readonly transfers: readonly SentView[];
  readonly today: PlainDate;
  readonly rules: TransferRules;
};

/** Transfers of this office as they stand today; undefined while loading. */
export function useSentList(): SentList | undefined {
  const sent = useSentTransfers();
  const today = useToday();
  const rules = useTransferRules() ?? defaultTransferRules;
  const calendar = useWorkCalendar() ?? standardCalendar;
  if (sent === undefined) return undefined;
  const transfers = sent.map((each) => {
    const standing = standingOf(each.transfer, each.paper);
    return { ...each, standing, deadlines: deadlinesOf(each.transfer, standing, rules, calendar) };
  });
  return { transfers, today, rules };
}
