import { formatDate } from '#shared/base/partial-date.ts';
import type { StatForm, StatLine } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { Figure } from '#shared/domain/statistics/stat-form.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import type { TableBook } from '#renderer/paper/books/table-book.ts';

/** A figure as it is shown; of what is not kept it says so. */
export function shownFigure({ value, shown }: Figure): string {
  return shown ?? (value === null ? text.unknown : formatCount(value));
}

/** A figure as it is printed or saved: digits alone, which no reader of a workbook takes for a fraction. */
function printedFigure({ value, shown }: Figure): string {
  return shown ?? (value === null ? text.unknown : String(value));
}

/** The span's figure in percent of the one a year earlier; empty where there was none, nought, or less. */
export function shareOf({ now, before }: StatLine): string {
  if (now.value === null || before.value === null || before.value <= 0 || now.value < 0) return '';
  return ((now.value / before.value) * 100).toFixed(1).replace('.', ',');
}

/** A check in words, with the difference where there is one. */
export function checkWords({ words, left, right }: StatForm['checks'][number]): string {
  return left === right ? text.checks.fine(words, left) : text.checks.broken(words, left, right);
}

/** Signs of the levels, as forms print them. */
const signs = ['', '– ', '   + '] as const;

/** A form as it is printed or saved. */
export function statBook(form: StatForm, { from, to }: StatSpan, body: string): TableBook {
  const { columns, sheet } = text;
  return {
    documentTitle: sheet.title(form.code, form.title),
    title: sheet.heading(form.code, form.title),
    subtitle: [text.subtitle(formatDate(from), formatDate(to)), form.note].filter((words) => words !== '').join('. '),
    columns: [
      { title: columns.line, widthMm: 98, align: 'left' },
      { title: columns.now, widthMm: 30, align: 'right' },
      { title: columns.before, widthMm: 34, align: 'right' },
      { title: columns.share, widthMm: 24, align: 'right' },
    ],
    numberedColumns: true,
    rows: form.lines.map((line) => [
      `${signs[line.level]}${line.label}`,
      printedFigure(line.now),
      printedFigure(line.before),
      shareOf(line),
    ]),
    closing: form.checks.map(checkWords),
    emptyNote: sheet.empty,
    page: 'A4-portrait',
    footer: body,
  };
}
