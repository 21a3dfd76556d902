import { formatCount } from '#renderer/messages/format-count.ts';
import { Button, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useDocumentRows } from '#renderer/data/documents/use-documents.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import type { DocumentRow, StaffRow } from '#renderer/data/rows.ts';
import { todayText } from '#renderer/messages/today.ts';
import classes from './card.module.css';
import { PaperLine } from './paper-line.tsx';
import lines from './paper-line.module.css';
import type { PaperListId } from './today-cards.ts';
import { usePapersOf } from './use-papers-of.ts';

const shown = 5;
const mostDue = 20;

type PaperListCardProps = {
  readonly list: PaperListId;
  readonly person: StaffRow | null;
  readonly due: readonly DocumentRow[];
  readonly onShowAll: () => void;
};

/** A short list of papers with how much time is left for each. */
export function PaperListCard({ list, person, due, onShowAll }: PaperListCardProps): ReactNode {
  const found = usePapersOf(list === 'due' ? 'awaiting' : list, person);
  const ids = useMemo(() => (list === 'due' ? [] : (found?.slice(0, shown) ?? [])), [list, found]);
  const rows = useDocumentRows(ids);
  const names = useRecordNames();
  const papers = list === 'due' ? due.slice(0, shown) : ids.flatMap((id) => rows.get(id) ?? []);
  const total = list === 'due' ? due.length : (found?.length ?? 0);
  // The list of what is due ends at twenty: its length is no count then.
  const cut = list === 'due' && total >= mostDue;
  const text = todayText.lists[list];
  // A person without papers in hand, or without a unit, is not told of an empty list twice.
  if (total === 0 && (list === 'mine' || list === 'unit') && person?.role !== 'officer') return null;
  return (
    <section className={classes.card} aria-labelledby={`papers-${list}`}>
      <header className={classes.header}>
        <Title order={2} id={`papers-${list}`} className={classes.title ?? ''}>
          {text.title}
        </Title>
        {total > 0 && !cut && <span className={classes.grey}>{formatCount(total)}</span>}
        {total > shown && (
          <Button className={classes.more ?? ''} size="compact-sm" variant="subtle" onClick={onShowAll}>
            {todayText.lists.open}
          </Button>
        )}
      </header>
      {total === 0 ? (
        <p className={classes.grey}>{text.empty}</p>
      ) : (
        <ul className={lines.list}>
          {papers.map((paper) => (
            <PaperLine key={paper.id} paper={paper} names={names} />
          ))}
        </ul>
      )}
    </section>
  );
}
