import { IconMessages } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { OpinionRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { EventTimeline, type TimelineItem } from '#renderer/ui/event-timeline.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { unansweredBy } from './unanswered-by.ts';
import classes from './outgoing-detail.module.css';

const tones: Readonly<Record<OpinionRow['kind'], ChipTone>> = {
  asked: 'neutral',
  comment: 'blue',
  'format-checked': 'primary',
  'changes-wanted': 'amber',
  approved: 'green',
};

/** Who was asked and what was said of which version, newest first. */
export function OpinionsTab({ opinions }: { readonly opinions: readonly OpinionRow[] }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const nameOf = (id: string): string => names.staff(id) ?? text.unknownPerson;
  if (opinions.length === 0) {
    return (
      <EmptyState icon={IconMessages} title={text.noOpinionsTitle}>
        {text.noOpinionsText}
      </EmptyState>
    );
  }
  const waiting = unansweredBy(opinions).map(nameOf);
  const items = [...opinions].reverse().map((opinion): TimelineItem => {
    const about = [
      text.opinionOn(opinion.version),
      ...(opinion.blockIndex === null ? [] : [text.opinionBlock(opinion.blockIndex + 1)]),
      ...(opinion.onBehalfOf === null ? [] : [text.behalf(nameOf(opinion.onBehalfOf))]),
    ];
    return {
      key: opinion.id,
      title: nameOf(opinion.staffId),
      time: `${about.join(', ')} · ${formatWhen(opinion.givenAt, today)}`,
      chip: <StatusChip tone={tones[opinion.kind]}>{text.opinionKinds[opinion.kind]}</StatusChip>,
      quote: opinion.text === '' ? undefined : opinion.text,
    };
  });
  return (
    <>
      {waiting.length > 0 && <p className={classes.note}>{text.waitingFor(waiting.join(', '))}</p>}
      <EventTimeline items={items} />
    </>
  );
}
