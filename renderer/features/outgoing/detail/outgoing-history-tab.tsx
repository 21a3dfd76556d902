import type { ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useRecordHistory } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords, valueText } from '#renderer/messages/record-values.ts';
import { EventTimeline, type TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './outgoing-detail.module.css';

/** Who wrote which field when on which PC, newest first. */
export function OutgoingHistoryTab({ id }: { readonly id: string }): ReactNode {
  const history = useRecordHistory('outgoing', id);
  const names = useRecordNames();
  const today = useToday();
  if (history === undefined) return null;
  // A field that was empty from the beginning tells nothing.
  const entries = history.entries.filter(({ value }) => value !== null && value !== '');
  // What was written in one save carries one time of one PC: it is told together.
  const saves = new Map<string, (typeof entries)[number][]>();
  for (const entry of entries) {
    const key = `${String(entry.atMs)} ${String(entry.dev)} ${entry.state === 'pending' ? 'pending' : ''}`;
    const known = saves.get(key);
    if (known === undefined) saves.set(key, [entry]);
    else known.push(entry);
  }
  const items = [...saves].flatMap(([key, lines]): readonly TimelineItem[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const device = first.deviceName ?? names.device(first.dev) ?? valueText.deviceNumber(first.dev);
    return [
      {
        key,
        title: text.historyBy(names.staff(first.staffId) ?? valueText.unknownPerson, device),
        time: formatWhen(first.atMs, today),
        quote: lines
          .map(({ field, value }) =>
            text.historyValue(fieldLabel('outgoing', field), valueInWords('outgoing', field, value, names)),
          )
          .join('\n'),
        chip: first.state === 'pending' ? <StatusChip tone="amber">{text.historyPending}</StatusChip> : undefined,
      },
    ];
  });
  return (
    <>
      {!history.complete && <p className={classes.note}>{text.historyLocal}</p>}
      {items.length === 0 ? <p className={classes.note}>{text.historyEmpty}</p> : <EventTimeline items={items} />}
    </>
  );
}
