import { reportSeries, type SeriesLine } from '#shared/domain/register/series-report.ts';
import type { BookContent, LedgerPaper } from '#renderer/data/registers/use-registers.ts';
import type { LedgerEntryRow, NumberBlockRow } from '#renderer/data/rows.ts';

/** A line of the number ledger: one number, or several with the same explanation. */
export type LedgerLine = SeriesLine<LedgerPaper, LedgerEntryRow, NumberBlockRow>;

/** Names a line among those of its series: a number that two merged offices gave has two. */
export function keyOfLine(line: LedgerLine): string {
  const [paper] = line.kind === 'paper' ? [line.paper] : line.kind === 'double' ? line.papers : [];
  return `${String(line.from)} ${paper?.office ?? ''}`;
}

const none: BookContent = { papers: [], entries: [], blocks: [] };

/** The lines of a series of a book, by number. */
export function linesOfSeries(content: BookContent | undefined, series: string): readonly LedgerLine[] {
  const { papers, entries, blocks } = content ?? none;
  const isOf = (each: { readonly series: string }): boolean => each.series === series;
  return reportSeries(papers.filter(isOf), entries.filter(isOf), blocks.filter(isOf));
}

/** Series that anything is known of in a book, the one used last first. `usual` is listed even when nothing is. */
export function seriesOfBook(content: BookContent | undefined, usual: string | undefined): readonly string[] {
  const { papers, entries, blocks } = content ?? none;
  const last = new Map<string, string>();
  if (usual !== undefined) last.set(usual, '');
  for (const { series, day } of papers) if ((last.get(series) ?? '') <= day) last.set(series, day);
  for (const { series, on } of entries) if ((last.get(series) ?? '') <= on) last.set(series, on);
  for (const { series } of blocks) if (!last.has(series)) last.set(series, '');
  return [...last]
    .sort(([a, dayA], [b, dayB]) => (dayA === dayB ? (a < b ? 1 : -1) : dayA < dayB ? 1 : -1))
    .map(([series]) => series);
}
