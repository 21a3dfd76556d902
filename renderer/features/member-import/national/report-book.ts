import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import type { RecordNames } from '#renderer/messages/record-values.ts';
import { reconcileText } from '#renderer/messages/reconcile.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';
import { aboutWords, sideWords } from './line-words.ts';

const { exported: words, groups } = reconcileText;
const widths = [10, 26, 18, 42, 36, 46, 46, 40] as const;

/** The report as a workbook: a line each, both sides, and what was decided. */
export function reportBook(
  lines: readonly ReportLine[],
  names: RecordNames,
  fileName: string,
  body: string,
): TableBook {
  const columns = words.columns.map((title, at): TableColumn => {
    const isNumber = at === 0 || at === 2;
    return { title, widthMm: widths[at] ?? 30, align: isNumber ? 'centre' : 'left' };
  });
  return {
    documentTitle: words.title,
    title: words.title,
    subtitle: fileName,
    columns,
    numberedColumns: false,
    rows: lines
      .filter(({ group }) => group !== 'answered')
      .map((line, at) => [
        String(at + 1),
        groups[line.group],
        line.row === 0 ? '' : String(line.row),
        line.name,
        aboutWords(line),
        sideWords(line, 'ours', names),
        sideWords(line, 'theirs', names),
        line.status === 'kept' ? words.statuses.kept(line.reason) : words.statuses[line.status],
      ]),
    page: 'A4-landscape',
    footer: body,
  };
}
