import { formatDate } from '#shared/base/partial-date.ts';
import type { StatPersonLine } from '#renderer/data/statistics/read-stat-people.ts';
import { statisticsText } from '#renderer/messages/statistics.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';

/** The people behind a figure as a list to print or save. */
export function entriesBook(title: string, lines: readonly StatPersonLine[], body: string): TableBook {
  const { columns } = statisticsText.entries;
  const hasDays = lines.some(({ on }) => on !== null);
  return {
    documentTitle: title,
    title: title.toLocaleUpperCase('vi'),
    subtitle: '',
    columns: [
      { title: columns.number, widthMm: 12, align: 'centre' },
      { title: columns.name, widthMm: 60, align: 'left' },
      { title: columns.born, widthMm: 26, align: 'centre' },
      { title: columns.cell, widthMm: 66, align: 'left' },
      ...(hasDays ? [{ title: columns.on, widthMm: 26, align: 'centre' as const }] : []),
    ],
    numberedColumns: false,
    rows: lines.map(({ name, bornOn, cell, on }, at) => [
      String(at + 1),
      name,
      bornOn === null ? '' : formatDate(bornOn),
      cell,
      ...(hasDays ? [on === null ? '' : formatDate(on)] : []),
    ]),
    page: 'A4-portrait',
    footer: body,
  };
}
