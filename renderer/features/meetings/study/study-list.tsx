import type { ReactNode } from 'react';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import { standingOf, type StudyStanding } from '#shared/domain/study/study-figures.ts';
import type { CountedItem, StudyHit } from '#renderer/data/study/use-study.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { studyStandingText, studyText as text } from '#renderer/messages/study.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import classes from './study.module.css';

/** Colour of a standing; its words say the same. */
export const toneOfStanding: Readonly<Record<StudyStanding, ChipTone>> = {
  open: 'blue',
  done: 'green',
  late: 'red',
  closed: 'neutral',
};

type StudyListProps = {
  readonly items: readonly CountedItem[];
  readonly passageOf: (id: string) => StudyHit['passage'];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
};

/** Items with how far they are; under each that was found, where its words stand. */
export function StudyList({ items, passageOf, selectedId, onSelect }: StudyListProps): ReactNode {
  const today = useToday();
  return (
    <VirtualList<CountedItem>
      label={text.list}
      items={{ length: items.length, at: (index) => items[index] }}
      getKey={({ item }) => item.id}
      rowHeight={5}
      selectedKey={selectedId}
      onSelect={onSelect}
      renderRow={({ item, share }) => {
        const standing = standingOf(item, share, today);
        const passage = passageOf(item.id);
        return (
          <div className={classes.line}>
            <span className={classes.name}>{item.title}</span>
            {passage !== undefined && <Passage parts={passage} />}
            <div className={classes.facts}>
              {standing === 'open' && item.dueOn !== null ? (
                <DueChip dueOn={item.dueOn} today={today} />
              ) : (
                <StatusChip tone={toneOfStanding[standing]}>{studyStandingText[standing]}</StatusChip>
              )}
              <span>{text.share(share.read, share.of, percentOf(share.read, share.of))}</span>
              <span>{text.minutes(item.readingMinutes)}</span>
            </div>
          </div>
        );
      }}
    />
  );
}

function Passage({ parts }: { readonly parts: NonNullable<StudyHit['passage']> }): ReactNode {
  return (
    <span className={classes.passage}>
      {parts.map((part, i) => (part.isHit ? <mark key={i}>{part.text} </mark> : <span key={i}>{part.text} </span>))}
    </span>
  );
}
