import { countGaps } from '#shared/domain/register/series-report.ts';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { wordsOfLine } from './line-words.ts';

/** What the printed ledger says above its lines. */
export type NumbersTableFacts = { readonly book: string; readonly series: string; readonly footer: string };

/** The ledger of a series as a table to print: every number with its paper or its reason, and what is not explained. */
export function tableOfNumbers(lines: readonly LedgerLine[], names: KnownNames, facts: NumbersTableFacts): TableBook {
  const { print: text, columns } = numbersText;
  const column = (title: string, widthMm: number, align: 'left' | 'centre' = 'left') => ({ title, widthMm, align });
  return {
    documentTitle: text.documentTitle(facts.book),
    title: text.title,
    subtitle: `${facts.book}. ${facts.series}`,
    columns: [
      column(columns.number, 22, 'centre'),
      column(columns.day, 24, 'centre'),
      column(columns.what, 120),
      column(columns.reason, 68),
      column(columns.who, 40),
    ],
    numberedColumns: false,
    rows: lines.map((line) => {
      const { numbers, day, what, detail, reason, who } = wordsOfLine(line, names);
      return [numbers, day, detail === '' ? what : `${what}. ${detail}`, reason, who];
    }),
    closing: [text.closing(formatCount(lines.at(-1)?.to ?? 0)), text.gaps(formatCount(countGaps(lines)))],
    emptyNote: numbersText.noSeries.title,
    page: 'A4-landscape',
    footer: facts.footer,
  };
}
