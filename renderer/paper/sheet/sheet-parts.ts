import type { PaperFace } from '../fonts.ts';
import type { PdfPiece } from '../pdf/page-content.ts';
import type { Alignment, ParagraphRole } from '../setting/paragraph.ts';

/** Words in one face, or in several. */
export type SheetWords = string | readonly PdfPiece[];

/** How a text looks; what is not said is as plain text is. `size` is a factor of the sheet's own size, lengths are points. */
export type SheetLook = {
  readonly face?: PaperFace;
  readonly size?: number;
  readonly align?: Alignment;
  readonly role?: ParagraphRole;
  readonly before?: number;
  readonly firstIndent?: number;
  readonly leftIndent?: number;
  readonly isUnderlined?: boolean;
  readonly keepNext?: boolean;
};

/** A text: a line or paragraph; `\n` breaks the line. */
export type SheetText = { readonly kind: 'text'; readonly text: SheetWords; readonly look?: SheetLook };

/** `Họ và tên: NGUYỄN VĂN A ........`: a label, what is filled in, and dots to the end of its room. `share`: of the line; equal shares when none says. */
export type SheetField = {
  readonly label: string;
  readonly value: string;
  readonly share?: number;
  readonly valueFace?: PaperFace;
};

/** One or more fields on a line. `lines`: so many dotted lines at least when there is one field, for what a hand adds. */
export type SheetFields = {
  readonly kind: 'fields';
  readonly fields: readonly SheetField[];
  readonly lines?: number;
  readonly before?: number;
};

export type SheetColumn = { readonly head: SheetWords; readonly share: number; readonly align?: Alignment };

/**
 * A table with rules. `least`: height of a row at least, points, for rooms to sign in. `total`: a last row in bold. `codes`: squares of a code in the last
 * column of each row, or none.
 */
export type SheetTable = {
  readonly kind: 'table';
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetWords[])[];
  readonly total?: readonly SheetWords[];
  readonly codes?: readonly (SheetMatrix['squares'] | null)[];
  readonly least?: number;
  readonly size?: number;
  readonly before?: number;
};

/** Blocks side by side on one height: the header, signatures. Shares are of the width; columns are never cut. */
export type SheetColumns = {
  readonly kind: 'columns';
  readonly columns: readonly { readonly share: number; readonly parts: readonly SheetPart[] }[];
  readonly before?: number;
  /** Stays with the last lines before it. */
  readonly keepWithText?: boolean;
};

/** A number in boxes, one figure or letter each, in groups: số lý lịch in 6 + 3. */
export type SheetBoxes = {
  readonly kind: 'boxes';
  readonly label: string;
  readonly value: string;
  readonly groups: readonly number[];
  readonly before?: number;
};

/** A picture, or the empty frame for one with words in it. Points. */
export type SheetPicture = {
  readonly kind: 'picture';
  readonly width: number;
  readonly height: number;
  readonly picture: { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' | 'image/png' } | null;
  /** What it shows; stands in the frame while there is no picture. */
  readonly alt: string;
  readonly align?: 'left' | 'centre';
};

/** A square of black and white squares (QR code), row by row; `side` in points. */
export type SheetMatrix = {
  readonly kind: 'matrix';
  readonly squares: readonly (readonly boolean[])[];
  readonly side: number;
  readonly align?: 'left' | 'centre';
};

/** Dotted lines to write on. */
export type SheetBlank = { readonly kind: 'blank'; readonly lines: number; readonly before?: number };

/** Empty room, points. */
export type SheetSpace = { readonly kind: 'space'; readonly height: number };

/** A new page, which the outline names. */
export type SheetTurn = { readonly kind: 'turn'; readonly name?: string };

/** A rule across the column. */
export type SheetRule = {
  readonly kind: 'rule';
  readonly share?: number;
  readonly isDotted?: boolean;
  readonly before?: number;
};

/** A part of a sheet, from top to bottom. */
export type SheetPart =
  | SheetText
  | SheetFields
  | SheetTable
  | SheetColumns
  | SheetBoxes
  | SheetPicture
  | SheetMatrix
  | SheetBlank
  | SheetSpace
  | SheetTurn
  | SheetRule;

/** Paper and type of a sheet. Millimetres; `size` is the height of plain letters in points (13 for a form, 16 in large type), `foot` that of the page's foot. */
export type SheetPage = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly foot?: number;
};

/** What is printed: forms, lists to sign, booklets. `title` and `author` describe the file; `footer` stands at the foot of each page beside its number. */
export type Sheet = {
  readonly page: SheetPage;
  readonly parts: readonly SheetPart[];
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly footer?: string;
  /** Says the number at the foot of each page: `Trang 2/7`. */
  readonly pageWords?: (page: number, pages: number) => string;
};
