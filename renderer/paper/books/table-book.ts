/** Sheets a table is printed on. A3 is the open spread of an A4 book: the fold at its middle must fall between two columns. */
export type TablePage = 'A4-landscape' | 'A4-portrait' | 'A3-landscape';

/** A column of a printed table. Widths are shares of the sheet's width in millimetres; they are scaled together to fill it. */
export type TableColumn = {
  readonly title: string;
  readonly widthMm: number;
  readonly align: 'left' | 'centre' | 'right';
};

/** The cover of a book: lines of text, all centred. */
export type TableCover = {
  /** The body whose book it is. */
  readonly body: string;
  readonly title: string;
  /** Year, days, numbers: what the book covers. */
  readonly lines: readonly string[];
  /** At the foot: volume. */
  readonly foot: string;
};

/** A table as it is printed or saved: the same cells in PDF and in XLSX. */
export type TableBook = {
  /** Title of the file, for readers of its metadata. */
  readonly documentTitle: string;
  readonly cover?: TableCover;
  /** Above the table on its first sheet; empty prints nothing. */
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly TableColumn[];
  /** Whether a line (1) (2) (3)… stands under the head. */
  readonly numberedColumns: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Counts and sums under the last line. */
  readonly closing?: readonly string[];
  /** Said in place of lines when there are none. */
  readonly emptyNote?: string;
  readonly page: TablePage;
  /** At the left of each sheet's foot; the page number is at its right. */
  readonly footer: string;
};
