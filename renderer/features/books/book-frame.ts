import { formatDate } from '#shared/base/partial-date.ts';
import type { BookDays } from '#renderer/data/books/read-book-lines.ts';
import { booksText as text } from '#renderer/messages/books.ts';
import type { TableBook, TablePage } from '#renderer/paper/books/table-book.ts';
import { bookColumns } from './book-columns.ts';
import { bookDate } from './book-date.ts';
import type { BookSort } from './book-kinds.ts';
import { closingOf, type BookSums } from './book-sums.ts';

/** What frames a book's lines: whose it is (`body`, in capitals), which register (empty where there is one of its sort only), when it was printed (in words). */
export type BookFacts = {
  readonly sort: BookSort;
  readonly days: BookDays;
  readonly page: TablePage;
  readonly hasCover: boolean;
  readonly body: string;
  readonly register: string;
  /** Whether all its numbers are of one series: then the cover says from which to which. */
  readonly isOneSeries: boolean;
  readonly printedAt: string;
};

/** Cover, head, sums and foot of a book. */
export function bookFrame(facts: BookFacts, sums: BookSums): Omit<TableBook, 'rows'> {
  const { sort, days, page } = facts;
  const title = facts.register === '' ? text.titles[sort] : `${text.titles[sort]} (${facts.register})`;
  const span = text.fromTo(bookDate(days.from), bookDate(days.to));
  const [firstYear, lastYear] = [days.from.slice(0, 4), days.to.slice(0, 4)];
  const hasNumbers = facts.isOneSeries && sums.firstNumber !== null && sums.lastNumber !== null;
  const lines = [
    text.year(firstYear === lastYear ? firstYear : `${firstYear} - ${lastYear}`),
    span,
    ...(hasNumbers ? [text.numberSpan(String(sums.firstNumber), String(sums.lastNumber))] : []),
  ];
  return {
    documentTitle: title,
    ...(facts.hasCover ? { cover: { body: facts.body, title, lines, foot: text.volume } } : {}),
    title: facts.hasCover ? '' : title,
    subtitle: facts.hasCover ? '' : span,
    columns: bookColumns(sort, page),
    numberedColumns: true,
    closing: closingOf(sort, sums),
    emptyNote: text.nothing,
    page,
    footer: text.printedAt(facts.printedAt),
  };
}

/** Name of the file a book is saved in: without tone marks, so that any old program can open it. */
export function bookFileName({ sort, days }: Pick<BookFacts, 'sort' | 'days'>, kind: 'pdf' | 'xlsx'): string {
  return text.fileName(text.fileTitles[sort], formatDate(days.from), formatDate(days.to), kind);
}
