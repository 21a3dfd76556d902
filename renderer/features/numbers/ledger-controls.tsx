import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BookLease } from '#renderer/data/registers/use-registers.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { numbersText as text, registerBookWords } from '#renderer/messages/numbers.ts';
import { LeaseChip } from './lease-chip.tsx';
import classes from './numbers.module.css';
import { wordsOfSeries } from './series-words.ts';

type LedgerControlsProps = {
  readonly registers: readonly RegisterRow[];
  readonly register: RegisterRow;
  readonly onRegister: (id: string) => void;
  readonly series: readonly string[];
  readonly chosen: string | undefined;
  readonly onSeries: (series: string) => void;
  readonly terms: readonly TermRow[];
  readonly lease: BookLease | undefined;
};

/** Which book and series are in view, and who numbers in it. */
export function LedgerControls(props: LedgerControlsProps): ReactNode {
  const { registers, register, series, chosen, terms, lease } = props;
  return (
    <div className={classes.controls}>
      <Select
        className={classes.book ?? ''}
        label={text.book}
        data={booksByKind(registers)}
        value={register.id}
        allowDeselect={false}
        searchable
        onChange={(id) => id !== null && props.onRegister(id)}
      />
      <Select
        className={classes.book ?? ''}
        label={text.series}
        data={series.map((each) => ({ value: each, label: wordsOfSeries(each, terms) }))}
        value={chosen ?? null}
        allowDeselect={false}
        searchable
        disabled={series.length === 0}
        onChange={(each) => each !== null && props.onSeries(each)}
      />
      <div className={classes.lease}>{lease !== undefined && <LeaseChip lease={lease} />}</div>
    </div>
  );
}

function booksByKind(
  registers: readonly RegisterRow[],
): { group: string; items: { value: string; label: string }[] }[] {
  return (['outgoing', 'incoming', 'petition'] as const).flatMap((book) => {
    const items = registers
      .filter((each) => each.book === book)
      .map((each) => ({ value: each.id, label: nameOf(each) }));
    return items.length === 0 ? [] : [{ group: registerBookWords[book], items }];
  });
}

function nameOf({ name, origin, closedOn }: RegisterRow): string {
  const withOrigin = origin === '' ? name : text.ofOrigin(name, origin);
  return closedOn === null ? withOrigin : text.closedBook(withOrigin);
}
