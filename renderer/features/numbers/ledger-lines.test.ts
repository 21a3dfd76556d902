import { describe, expect, it } from 'vitest';
import type { BookContent } from '#renderer/data/registers/use-registers.ts';
import { linesOfSeries, seriesOfBook } from './ledger-lines.ts';

const paper = (number: number, series: string, day: string) => ({
  id: `${series}-${String(number)}`,
  number,
  series,
  symbol: '',
  day,
  title: '',
  reason: '',
  isVoid: false,
  by: null,
  isOutgoing: true,
});

const content: BookContent = {
  papers: [paper(1, '2025', '2025-12-30'), paper(1, '2026', '2026-01-05'), paper(4, '2026', '2026-02-01')],
  entries: [],
  blocks: [],
};

describe('the ledger of a book', () => {
  it('shows each series by itself, with what is missing in between', () => {
    expect(linesOfSeries(content, '2026').map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['paper', 1, 1],
      ['gap', 2, 3],
      ['paper', 4, 4],
    ]);
    expect(linesOfSeries(undefined, '2026')).toEqual([]);
  });

  it('shows a number that two offices gave before they were merged once for each, and one given twice as double', () => {
    const own = paper(1, '2026', '2026-01-05');
    const theirs = { ...own, id: 'theirs', office: 'Đảng uỷ xã Cũ' };
    const papers = [
      theirs,
      own,
      paper(2, '2026', '2026-02-01'),
      { ...theirs, id: 'a', number: 2 },
      { ...theirs, id: 'b', number: 2 },
    ];
    const lines = linesOfSeries({ ...content, papers }, '2026');
    expect(lines.map((line) => [line.kind, line.from, line.kind === 'paper' ? (line.paper.office ?? '') : ''])).toEqual(
      [
        ['paper', 1, ''],
        ['paper', 1, 'Đảng uỷ xã Cũ'],
        ['paper', 2, ''],
        ['double', 2, ''],
      ],
    );
  });

  it('lists the series used last first, and the usual one though it is empty', () => {
    expect(seriesOfBook(content, '2027')).toEqual(['2026', '2025', '2027']);
    expect(seriesOfBook(undefined, undefined)).toEqual([]);
  });
});
