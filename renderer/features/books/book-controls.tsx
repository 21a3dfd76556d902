import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useToday } from '#renderer/data/use-today.ts';
import type { RegisterRow } from '#renderer/data/rows.ts';
import { booksText as text } from '#renderer/messages/books.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { choiceOfRegister, pagesOf, plainKinds } from './book-kinds.ts';
import { periods } from './period.ts';
import type { BookChoice } from './use-book-choice.ts';

type BookControlsProps = { readonly chosen: BookChoice; readonly registers: readonly RegisterRow[] };

/** The questions of the screen: book, days, paper. */
export function BookControls({ chosen, registers }: BookControlsProps): ReactNode {
  const today = useToday();
  const isSecret = chosen.book.kind.endsWith('-secret');
  return (
    <>
      <Select
        label={text.book}
        value={chosen.choice}
        data={bookChoices(registers)}
        onChange={(choice) => choice !== null && chosen.setChoice(choice)}
        allowDeselect={false}
        {...(isSecret ? { description: text.secretNote } : {})}
      />
      <Select
        label={text.period}
        value={chosen.period}
        data={[...periods, 'own' as const].map((value) => ({ value, label: text.periods[value] }))}
        onChange={(period) => period !== null && chosen.setPeriod(period)}
        allowDeselect={false}
      />
      <DateField
        label={text.from}
        value={chosen.days.from}
        today={today}
        onChange={(from) => from !== null && chosen.setDays({ from })}
      />
      <DateField
        label={text.to}
        value={chosen.days.to}
        today={today}
        onChange={(to) => to !== null && chosen.setDays({ to })}
        {...(chosen.isBad ? { error: text.badPeriod } : {})}
      />
      <Select
        label={text.paper}
        value={chosen.page}
        data={pagesOf(chosen.book.kind).map((value) => ({ value, label: text.papers[value] }))}
        onChange={(page) => page !== null && chosen.setPage(page)}
        allowDeselect={false}
      />
      <Checkbox
        label={text.withCover}
        checked={chosen.hasCover}
        onChange={(event) => chosen.setCover(event.currentTarget.checked)}
      />
    </>
  );
}

function bookChoices(
  registers: readonly RegisterRow[],
): { readonly group: string; readonly items: { readonly value: string; readonly label: string }[] }[] {
  const plain = (isSecret: boolean): { value: string; label: string }[] =>
    plainKinds
      .filter((kind) => kind.endsWith('-secret') === isSecret)
      .map((value) => ({ value, label: text.kinds[value] }));
  const outgoing = registers.map(({ id, name }) => ({ value: choiceOfRegister(id), label: name }));
  return [
    { group: text.bookGroupIn, items: plain(false) },
    ...(outgoing.length === 0 ? [] : [{ group: text.bookGroupOut, items: outgoing }]),
    { group: text.bookGroupSecret, items: plain(true) },
  ];
}
