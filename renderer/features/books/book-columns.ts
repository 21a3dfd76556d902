import { booksText } from '#renderer/messages/books.ts';
import type { TableColumn, TablePage } from '#renderer/paper/books/table-book.ts';
import type { BookSort } from './book-kinds.ts';

type ColumnId = keyof typeof booksText.columns;
/** Name, width on A4 and width on the A3 spread, in millimetres. On the spread the fold at 195 mm falls between two columns. */
type Row = readonly [ColumnId, number, number, TableColumn['align']?];

const incoming: readonly Row[] = [
  ['received', 21, 25, 'centre'],
  ['arrivalNumber', 14, 20, 'centre'],
  ['issuer', 34, 60],
  ['symbol', 30, 50],
  ['issued', 21, 40, 'centre'],
  ['abstract', 68, 85],
  ['recipient', 32, 38],
  ['forwarded', 22, 20, 'centre'],
  ['receipt', 30, 26],
  ['note', 20, 26],
];

/** The ten columns of sổ đăng ký văn bản đến, with Mức độ mật in the secret book (domain.md 2.1). */
const incomingSecret: readonly Row[] = [
  ['received', 21, 25, 'centre'],
  ['arrivalNumber', 14, 20, 'centre'],
  ['issuer', 33, 55],
  ['symbol', 29, 45],
  ['issued', 21, 25, 'centre'],
  ['secrecy', 17, 25, 'centre'],
  ['abstract', 58, 85],
  ['recipient', 30, 38],
  ['forwarded', 22, 20, 'centre'],
  ['receipt', 28, 26],
  ['note', 18, 26],
];

/** Sổ đơn thư: no form is laid down; as the book of incoming papers, with the sender for the issuer. */
const petition: readonly Row[] = [
  ['received', 22, 25, 'centre'],
  ['arrivalNumber', 14, 20, 'centre'],
  ['sender', 32, 50],
  ['address', 36, 50],
  ['petitionKind', 19, 25, 'centre'],
  ['petitionDay', 22, 25, 'centre'],
  ['content', 54, 80],
  ['recipient', 30, 40],
  ['forwarded', 22, 20, 'centre'],
  ['receipt', 26, 28],
  ['note', 22, 27],
];

/** The eight columns of sổ đăng ký văn bản đi (domain.md 2.2). */
const outgoing: readonly Row[] = [
  ['symbol', 34, 45],
  ['issued', 22, 30, 'centre'],
  ['abstract', 80, 120],
  ['signer', 32, 40],
  ['recipients', 46, 60],
  ['keeper', 30, 40],
  ['copies', 15, 20, 'centre'],
  ['note', 26, 35],
];

/** The same with Mức độ mật: the book of secret papers that went out. */
const outgoingSecret: readonly Row[] = [
  ['symbol', 34, 45],
  ['issued', 22, 30, 'centre'],
  ['secrecy', 18, 25, 'centre'],
  ['abstract', 70, 95],
  ['signer', 30, 40],
  ['recipients', 44, 60],
  ['keeper', 28, 40],
  ['copies', 15, 20, 'centre'],
  ['note', 24, 35],
];

/** Sổ chuyển giao văn bản đến: five columns, with Mức độ mật in the secret one (domain.md 2.1). */
const handover: readonly Row[] = [
  ['forwarded', 24, 24, 'centre'],
  ['arrivalNumber', 20, 20, 'centre'],
  ['recipient', 56, 56],
  ['receipt', 44, 44],
  ['note', 44, 44],
];
const handoverSecret: readonly Row[] = [
  ['forwarded', 24, 24, 'centre'],
  ['arrivalNumber', 20, 20, 'centre'],
  ['secrecy', 24, 24, 'centre'],
  ['recipient', 50, 50],
  ['receipt', 40, 40],
  ['note', 36, 36],
];

const rows: Readonly<Record<BookSort, readonly Row[]>> = {
  incoming,
  'incoming-secret': incomingSecret,
  petition,
  outgoing,
  'outgoing-secret': outgoingSecret,
  handover,
  'handover-secret': handoverSecret,
};

/** The legal columns of a book, in order, for a sheet. */
export function bookColumns(sort: BookSort, page: TablePage): readonly TableColumn[] {
  return rows[sort].map(([id, narrow, wide, align = 'left']) => ({
    title: booksText.columns[id],
    widthMm: page === 'A3-landscape' ? wide : narrow,
    align,
  }));
}
