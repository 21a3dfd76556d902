import type { SheetPage } from './sheet-parts.ts';

/** A4 upright with the margins of a form: 20 mm, 30 at the left where it is bound. */
export const formPage: SheetPage = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, size: 13 };

/** The same in large type, for reading aloud and for elderly eyes. */
export const largePage: SheetPage = { ...formPage, left: 25, size: 16, foot: 15 };

/** A5 upright: booklets. */
export const bookletPage: SheetPage = { width: 148, height: 210, top: 14, bottom: 14, left: 16, right: 12, size: 11.5 };

/** A4 across with the margin of a book: long tables of a year. */
export const widePage: SheetPage = { width: 297, height: 210, top: 16, bottom: 14, left: 22, right: 14, size: 12 };
