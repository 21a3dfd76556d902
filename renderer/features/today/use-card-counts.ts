import { useMemo } from 'react';
import { allDocuments, useDocumentList } from '#renderer/data/documents/use-documents.ts';
import { useOutboxSummary, type TodaySummary } from '#renderer/data/review/use-review.ts';
import type { StaffRow } from '#renderer/data/rows.ts';
import type { CardCounts } from './today-cards.ts';
import { usePapersOf } from './use-papers-of.ts';

/** The figures for this person; undefined while they are counted. */
export function useCardCounts(person: StaffRow | null, summary: TodaySummary | undefined): CardCounts | undefined {
  const outbox = useOutboxSummary();
  const all = useDocumentList(allDocuments);
  const mine = usePapersOf('mine', person);
  const unit = usePapersOf('unit', person);
  return useMemo(() => {
    if (summary === undefined || outbox === undefined || all === undefined) return undefined;
    return {
      awaiting: all.counts['awaiting-directive'],
      'in-progress': all.counts['in-progress'],
      overdue: all.counts.overdue,
      unnumbered: all.counts.unnumbered,
      mine: mine?.length ?? 0,
      unit: unit?.length ?? 0,
      choose: outbox.conflicts + outbox.attention,
      unsent: outbox.records + outbox.files,
      registered: summary.registeredToday,
    };
  }, [summary, outbox, all, mine, unit]);
}
