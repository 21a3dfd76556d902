import { useMemo, useState } from 'react';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { BookDays } from '#renderer/data/books/read-book-lines.ts';
import { useToday } from '#renderer/data/use-today.ts';
import type { TablePage } from '#renderer/paper/books/table-book.ts';
import { bookOfChoice, pagesOf, type BookKind } from './book-kinds.ts';
import { daysOf, type Period } from './period.ts';

/** What is chosen on the screen, and the ways to choose otherwise. */
export type BookChoice = {
  readonly choice: string;
  readonly book: BookKind;
  readonly period: Period | 'own';
  readonly days: BookDays;
  readonly isBad: boolean;
  readonly page: TablePage;
  readonly hasCover: boolean;
  readonly setChoice: (choice: string) => void;
  readonly setPeriod: (period: Period | 'own') => void;
  readonly setDays: (days: Partial<BookDays>) => void;
  readonly setPage: (page: TablePage) => void;
  readonly setCover: (hasCover: boolean) => void;
};

/** Which book is to be printed, for which days, on which sheets. `first`: the book the screen was opened for. */
export function useBookChoice(first: string | undefined): BookChoice {
  const today = useToday();
  const [choice, setChoice] = useState(first ?? 'incoming');
  const [period, setPeriod] = useState<Period | 'own'>('month');
  const [own, setOwn] = useState<BookDays>(() => daysOf('month', today));
  const [page, setPage] = useState<TablePage>();
  const [hasCover, setCover] = useState(true);
  const book = useMemo(() => bookOfChoice(choice), [choice]);
  const days = period === 'own' ? own : daysOf(period, today);
  const pages = pagesOf(book.kind);
  const fallback = pages[0] ?? 'A4-landscape';
  return {
    choice,
    book,
    period,
    days,
    isBad: !isSpan(days),
    page: page !== undefined && pages.includes(page) ? page : fallback,
    hasCover,
    setChoice,
    setPeriod: (next) => {
      if (next === 'own') setOwn(days);
      setPeriod(next);
    },
    setDays: (change) => {
      setOwn({ ...days, ...change });
      setPeriod('own');
    },
    setPage,
    setCover,
  };
}

function isSpan({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): boolean {
  return isPlainDate(from) && isPlainDate(to) && from <= to;
}
