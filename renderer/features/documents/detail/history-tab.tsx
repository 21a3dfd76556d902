import type { ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useRecordHistory } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords, valueText } from '#renderer/messages/record-values.ts';
import { EventTimeline, type TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './document-detail.module.css';
import { groupHistory } from './group-history.ts';

/** Who wrote which field when on which PC, newest first. */
export function HistoryTab({ id }: { readonly id: string }): ReactNode {
  const history = useRecordHistory('document', id);
  const names = useRecordNames();
  const today = useToday();
  if (history === undefined) return null;
  // A field that was empty from the beginning tells nothing.
  const groups = groupHistory(history.entries.filter(({ value }) => value !== null && value !== ''));
  const items = groups.map((group): TimelineItem => ({
    key: group.key,
    title: text.historyBy(
      names.staff(group.staffId) ?? valueText.unknownPerson,
      group.deviceName ?? names.device(group.dev) ?? valueText.deviceNumber(group.dev),
    ),
    time: formatWhen(group.atMs, today),
    quote: group.lines
      .map((line) =>
        text.historyValue(fieldLabel('document', line.field), valueInWords('document', line.field, line.value, names)),
      )
      .join('\n'),
    chip: group.pending ? <StatusChip tone="amber">{text.historyPending}</StatusChip> : undefined,
  }));
  return (
    <>
      {!history.complete && <p className={classes.note}>{text.historyLocal}</p>}
      {items.length === 0 ? <p className={classes.note}>{text.historyEmpty}</p> : <EventTimeline items={items} />}
    </>
  );
}
