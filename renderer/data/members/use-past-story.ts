import { useMemo } from 'react';
import { useRecordHistory } from '../review/use-review.ts';
import type { MemberEventRow, MemberRow } from '../rows.ts';
import { storyOf } from './member-story.ts';
import { toPlainEdits, type PastStory } from './past-story.ts';
import { useMemberEvents } from './use-member-life.ts';

/** Everything from which the record on a past day is told, live, with its events as rows; undefined while loading. */
export function usePastStory(row: MemberRow): (PastStory & { readonly events: readonly MemberEventRow[] }) | undefined {
  const events = useMemberEvents(row.id);
  const history = useRecordHistory('member', row.id);
  return useMemo(() => {
    if (events === undefined || history === undefined) return undefined;
    const edits = toPlainEdits(history.entries);
    return { story: storyOf(row, events), edits, complete: history.complete, events };
  }, [row, events, history]);
}
