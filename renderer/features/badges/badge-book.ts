import { formatDate, type PartialDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';
import { badgesText as text, gapInWords } from '#renderer/messages/badges.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';
import { sumOf } from './badge-views.ts';
import { ageInWords, notesOf } from './badge-words.ts';

const widths = [9, 42, 21, 38, 21, 21, 30, 22, 17, 24, 40] as const;
const aligns: readonly TableColumn['align'][] = [
  'centre',
  'left',
  'left',
  'left',
  'left',
  'left',
  'left',
  'left',
  'centre',
  'right',
  'left',
];

/** The list of an award day as it is printed, or saved as a workbook. */
export function badgeBook(lines: readonly BadgeLine[], on: PlainDate, body: string): TableBook {
  const { sheet: words } = text;
  return {
    documentTitle: words.fileName(formatDate(on)),
    title: words.title,
    subtitle: words.subtitle(formatDate(on)),
    columns: words.columns.map((title, index) => ({
      title,
      widthMm: widths[index] ?? 20,
      align: aligns[index] ?? 'left',
    })),
    numberedColumns: false,
    rows: lines.map((line, index) => [
      String(index + 1),
      line.member.name.full,
      dateOf(line.member.bornOn),
      line.cell,
      dateOf(line.member.admittedOn),
      dateOf(line.member.officialOn),
      line.gaps.map(gapInWords).join('; '),
      ageInWords(line),
      line.years === null ? '' : String(line.years),
      line.amount?.kind === 'known' ? text.money(line.amount.amount) : '',
      [text.states[line.state], ...notesOf(line, on)].join('; '),
    ]),
    closing: [words.closing(lines.length, text.vnd(sumOf(lines).sum))],
    emptyNote: words.empty,
    page: 'A4-landscape',
    footer: body,
  };
}

function dateOf(date: PartialDate | null): string {
  return date === null ? '' : formatDate(date);
}
