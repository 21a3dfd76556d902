import { formatDate } from '#shared/base/partial-date.ts';
import type { StatSpan } from '#shared/domain/statistics/population.ts';
import type { StatForm, StatLine } from '#shared/domain/statistics/stat-form.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';

/** The figure of a line as it is shown. */
export function shownValue({ value, shown }: StatLine): string {
  return shown ?? String(value);
}

/** The same line a year earlier in percent; empty where there was none. */
export function shareOf(now: StatLine, before: StatLine | undefined): string {
  if (before === undefined || before.value === 0) return '';
  return ((now.value / before.value) * 100).toFixed(1).replace('.', ',');
}

/** A form as it is printed or saved. */
export function statBook(
  form: StatForm,
  before: StatForm | undefined,
  { from, to }: StatSpan,
  body: string,
): TableBook {
  const { columns, sheet } = text;
  return {
    documentTitle: sheet.title(form.code, form.title),
    title: sheet.title(form.code, form.title),
    subtitle: text.subtitle(formatDate(from), formatDate(to)),
    columns: [
      { title: columns.line, widthMm: 100, align: 'left' },
      { title: columns.now, widthMm: 30, align: 'right' },
      { title: columns.before, widthMm: 30, align: 'right' },
      { title: columns.share, widthMm: 26, align: 'right' },
    ],
    numberedColumns: true,
    rows: form.lines.map((line) => {
      const earlier = before?.lines.find(({ code }) => code === line.code);
      return [
        `${'    '.repeat(line.level)}${line.label}`,
        shownValue(line),
        earlier === undefined ? '' : shownValue(earlier),
        shareOf(line, earlier),
      ];
    }),
    closing: form.problems.length === 0 ? [] : [text.identity.broken, ...form.problems],
    emptyNote: sheet.empty,
    page: 'A4-portrait',
    footer: body,
  };
}
