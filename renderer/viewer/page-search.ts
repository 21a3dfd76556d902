import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findText } from './find-text.ts';
import type { FindState } from './paper-view.ts';

/** A hit by its page (from 1) and its place among the hits of that page (from 0). */
export type PageHit = { readonly page: number; readonly order: number };

/** Looks through the pages of a PDF one by one, from the reader's page on, and tells how far it has come. */
export class PageSearch {
  readonly #pdf: PDFDocumentProxy;
  readonly #onHit: (hit: PageHit | undefined) => void;
  readonly #onFound: (state: FindState) => void;
  #text = '';
  /** Number of hits by page; undefined while the page was not read. */
  #counts: (number | undefined)[] = [];
  #current: PageHit | undefined;
  #round = 0;

  constructor(pdf: PDFDocumentProxy, onHit: (hit: PageHit | undefined) => void, onFound: (state: FindState) => void) {
    this.#pdf = pdf;
    this.#onHit = onHit;
    this.#onFound = onFound;
  }

  get text(): string {
    return this.#text;
  }

  get current(): PageHit | undefined {
    return this.#current;
  }

  /** Begins anew from `page`. */
  async begin(text: string, page: number): Promise<void> {
    this.#text = text.trim();
    this.#counts = [];
    this.#current = undefined;
    this.#round += 1;
    const round = this.#round;
    this.#onHit(undefined);
    if (this.#text === '') return;
    const pages = this.#pdf.numPages;
    for (let step = 0; step < pages; step += 1) {
      const number = ((page - 1 + step) % pages) + 1;
      const hits = await this.#countOn(number);
      if (round !== this.#round) return;
      this.#counts[number] = hits;
      if (hits > 0 && this.current === undefined) this.#choose({ page: number, order: 0 });
      if (step % 10 === 9) this.#tell(false);
    }
    this.#tell(true);
  }

  /** Goes to the next or the former hit of those found so far, round the end. */
  step(by: 1 | -1): void {
    const hits = this.#counts.flatMap((count, page) =>
      Array.from({ length: count ?? 0 }, (_, order) => ({ page, order })),
    );
    if (hits.length === 0) return;
    const at = hits.findIndex(({ page, order }) => page === this.#current?.page && order === this.#current.order);
    const next = hits[(at + by + hits.length) % hits.length];
    if (next !== undefined) this.#choose(next);
    this.#tell(true);
  }

  stop(): void {
    this.#round += 1;
  }

  #choose(hit: PageHit): void {
    this.#current = hit;
    this.#onHit(hit);
  }

  #tell(isDone: boolean): void {
    const hits = this.#counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const before = this.#counts
      .slice(0, this.#current?.page ?? 0)
      .reduce<number>((sum, count) => sum + (count ?? 0), 0);
    this.#onFound({ hits, hit: this.#current === undefined ? 0 : before + this.#current.order + 1, isDone });
  }

  /** The text as the text layer has it: items joined, a line break where one ends. */
  async #countOn(number: number): Promise<number> {
    try {
      const page = await this.#pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      return findText(text, this.#text).length;
    } catch {
      return 0; // one bad page: the others are still searched
    }
  }
}
