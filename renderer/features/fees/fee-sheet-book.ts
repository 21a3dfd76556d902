import { feesText as text } from '#renderer/messages/fees.ts';
import type { FeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import type { TableBook, TableColumn } from '#renderer/paper/books/table-book.ts';
import { categoryWords } from './category-words.ts';
import { showMonth } from '#shared/domain/fee/typed-month.ts';

const widths = [10, 50, 45, 24, 24, 24, 32, 30] as const;
const aligns: readonly TableColumn['align'][] = ['centre', 'left', 'left', 'right', 'right', 'right', 'left', 'left'];

/** The sheet of a month as it is printed and signed, or saved. */
export function feeSheetBook(sheet: FeeSheet, cell: string, body: string): TableBook {
  const { money, sheet: words } = text;
  const month = showMonth(sheet.month);
  return {
    documentTitle: words.subtitle(cell, month),
    title: words.title,
    subtitle: words.subtitle(cell, month),
    columns: words.columns.map((title, index) => ({
      title,
      widthMm: widths[index] ?? 20,
      align: aligns[index] ?? 'left',
    })),
    numberedColumns: false,
    rows: sheet.lines.map(({ member, basis, account, payments }, index) => [
      String(index + 1),
      member.name.full,
      categoryWords(basis),
      account.due.kind === 'due' ? money(account.due.amount) : '',
      money(account.paid),
      money(account.owed),
      payments.map(({ receiptNumber }) => receiptNumber).join(', '),
      '',
    ]),
    closing: [words.totals(money(sheet.due), money(sheet.collected), money(sheet.owed)), words.signs],
    emptyNote: words.empty,
    page: 'A4-landscape',
    footer: body,
  };
}
