import type { Book } from '#shared/domain/document/document-record.ts';
import { formatDate } from '#shared/base/partial-date.ts';
import { registerBookText as text } from '#renderer/messages/register-book.ts';
import type { RegisterLine } from './register-line.ts';

/** A column of the printed register. `width` in points. */
export type BookColumn = {
  readonly title: string;
  readonly width: number;
  readonly centred?: boolean;
  readonly cell: (line: RegisterLine) => string;
};

type Share = Omit<BookColumn, 'width'> & { readonly share: number };

const nothing = (): string => '';

const before: readonly Share[] = [
  { title: text.columns.received, share: 60, centred: true, cell: (line) => formatDate(line.receivedOn) },
  {
    title: text.columns.number,
    share: 40,
    centred: true,
    cell: (line) => (line.arrivalNumber === null ? text.waitingNumber : String(line.arrivalNumber)),
  },
  { title: text.columns.issuer, share: 100, cell: (line) => line.issuer },
  { title: text.columns.symbol, share: 86, cell: (line) => line.symbol },
  {
    title: text.columns.issued,
    share: 60,
    centred: true,
    cell: (line) => (line.issuedOn === null ? '' : formatDate(line.issuedOn)),
  },
];
const secrecy: Share = { title: text.columns.secrecy, share: 46, centred: true, cell: (line) => line.secrecy };
const after: readonly Share[] = [
  { title: text.columns.abstract, share: 198, cell: abstractOf },
  { title: text.columns.recipient, share: 86, cell: (line) => line.recipient },
  { title: text.columns.forwarded, share: 46, cell: nothing },
  { title: text.columns.receipt, share: 46, cell: nothing },
  { title: text.columns.note, share: 48, cell: (line) => line.note },
];

/** The ten columns of sổ đăng ký văn bản đến (domain.md 2.1); the secret book adds Mức độ mật. They fill `width` points. */
export function bookColumns(book: Book, width: number): readonly BookColumn[] {
  const shares = book === 'incoming' ? [...before, ...after] : [...before, secrecy, ...after];
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return shares.map(({ share, ...column }) => ({ ...column, width: (share / all) * width }));
}

/** Points from the first column's left edge to the last one's right edge. */
export function tableWidth(columns: readonly BookColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function abstractOf({ typeName, abstract }: RegisterLine): string {
  if (abstract === '') return typeName === '' ? text.emptySecretAbstract : typeName;
  const repeats = typeName === '' || abstract.toLocaleLowerCase('vi').startsWith(typeName.toLocaleLowerCase('vi'));
  return repeats ? abstract : `${typeName}: ${abstract}`;
}
