import type { RatingSheet } from '#renderer/data/ratings/read-rating-sheet.ts';
import { ratingLevels, totalOf } from '#shared/domain/rating/rating-rules.ts';
import { ratingsText as text } from '#renderer/messages/ratings.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';

const widths = [10, 50, 16, 38, 38, 22, 38, 48] as const;
const aligns: readonly TableColumn['align'][] = ['centre', 'left', 'right', 'left', 'left', 'centre', 'left', 'left'];

/** The ratings of a cell as its minutes print them, or as a workbook. */
export function ratingBook(sheet: RatingSheet, cell: string, body: string): TableBook {
  const { sheet: words, levels } = text;
  const period = text.periodName(sheet.period);
  return {
    documentTitle: words.fileName(cell, period),
    title: words.title,
    subtitle: text.subtitle(cell, period),
    columns: words.columns.map((title, index) => ({
      title,
      widthMm: widths[index] ?? 20,
      align: aligns[index] ?? 'left',
    })),
    numberedColumns: false,
    rows: sheet.lines.map(({ member, rating, isExempt }, index) => [
      String(index + 1),
      member.name.full,
      rating === undefined || Object.keys(rating.scores).length === 0 ? '' : String(totalOf(rating.scores)),
      rating?.selfLevel ? levels[rating.selfLevel] : '',
      rating?.proposedLevel ? levels[rating.proposedLevel] : '',
      rating && rating.votesFor !== null && rating.votesCast !== null
        ? text.votes(rating.votesFor, rating.votesCast)
        : '',
      rating?.decidedLevel ? levels[rating.decidedLevel] : '',
      [isExempt ? text.exempt : '', rating?.notRated ?? '', rating?.note ?? '']
        .filter((word) => word !== '')
        .join('; '),
    ]),
    closing: [
      words.closing(
        ratingLevels.map((level) => words.levelCount(levels[level], sheet.count.levels[level])),
        sheet.count.notRated,
      ),
      words.signs,
    ],
    emptyNote: words.empty,
    page: 'A4-landscape',
    footer: body,
  };
}
