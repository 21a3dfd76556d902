import type { PaperFonts } from '../fonts.ts';
import type { TableBook } from './table-book.ts';

/** Page to maker. Rows come in slices while they are read; what frames them comes with the wish. */
export type ToMaker =
  | { readonly kind: 'rows'; readonly rows: TableBook['rows'] }
  | {
      readonly kind: 'make';
      readonly as: 'pdf';
      readonly frame: Omit<TableBook, 'rows'>;
      readonly author: string;
      readonly atMs: number;
      readonly fonts: PaperFonts;
    }
  | { readonly kind: 'make'; readonly as: 'xlsx'; readonly frame: Omit<TableBook, 'rows'> };

/** Maker to page. */
export type FromMaker =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly as: 'pdf' | 'xlsx'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
