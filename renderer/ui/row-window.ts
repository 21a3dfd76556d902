import { RowHeights } from './row-heights.ts';

/** The rows that are drawn: from the first up to, not with, the last. `ahead`: so many more on both sides are worth loading. */
export type RowRange = { readonly from: number; readonly to: number; readonly ahead: number };

/** The elements of a long list: what scrolls, what is as high as all rows, and what holds the drawn ones, in order, each with its place in `data-index`. */
export type RowElements = {
  readonly scroller: HTMLElement;
  readonly space: HTMLElement;
  readonly block: HTMLElement;
};

/** Rows drawn beyond those in view, and rows loaded beyond those drawn: at rest, and while the list leaps and each will be seen for a moment only. */
const AROUND = 6;
const AROUND_LEAP = 1;
const AHEAD = 16;
/** Rows drawn before anything was measured. */
const AT_FIRST = 12;
/** After so long without another scroll a list is at rest. */
const REST_MS = 120;

/**
 * Which rows of a long list are drawn, and where. The drawn rows lie one below the other in an element that is moved as a whole, so that a row need
 * not be told its place; their heights are read after every drawing, and what lies in view stays where it is when rows above it turn out to be higher or
 * lower than was thought.
 */
export class RowWindow {
  range: RowRange = { from: 0, to: AT_FIRST, ahead: AHEAD };
  readonly #heights: RowHeights;
  readonly #listeners = new Set<() => void>();
  #elements: RowElements | undefined;
  #lastTop = 0;
  /** A row that was asked to come into view and is not measured yet. */
  #wanted: { readonly index: number; readonly align: 'nearest' | 'center' } | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `rowHeight`: of a row that was not measured, in pixels. */
  constructor(rowHeight: number) {
    this.#heights = new RowHeights(rowHeight);
  }

  /** Told when other rows are to be drawn. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the elements; the returned function lets go of them. */
  attach(elements: RowElements): () => void {
    const { scroller, block } = elements;
    const onScroll = (): void => this.#onScroll();
    const observer = new ResizeObserver(() => this.settle());
    this.#elements = elements;
    this.#lastTop = scroller.scrollTop;
    scroller.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(scroller);
    observer.observe(block);
    return () => {
      clearTimeout(this.#rest);
      scroller.removeEventListener('scroll', onScroll);
      observer.disconnect();
      this.#elements = undefined;
    };
  }

  /** Height of a row as far as is known, in pixels. */
  heightOf(index: number): number {
    return this.#heights.heightOf(index);
  }

  /** After a drawing: takes the heights of the rows drawn and puts everything in its place. */
  settle(count = this.#heights.count): void {
    if (this.#elements === undefined) return;
    const { scroller, space, block } = this.#elements;
    this.#heights.resize(count);
    if (scroller.clientHeight === 0) return;
    const shift = this.#measure(scroller.scrollTop);
    setPixels(space, 'height', this.#heights.total);
    setPixels(block, 'inset-block-start', this.#heights.offsetOf(placeOf(block.firstElementChild) ?? 0));
    if (shift !== 0) this.#scrollTo(scroller.scrollTop + shift);
    this.#bringWanted();
    this.#look();
  }

  /** Whether a row lies in view, at least in part. */
  shows(index: number): boolean {
    const { first, last } = this.#inView();
    return index >= first && index <= last;
  }

  /** Scrolls as far as needed to have a row in view. */
  reveal(index: number, align: 'nearest' | 'center' = 'nearest'): void {
    this.#wanted = { index, align };
    this.#bringWanted();
    this.#look();
  }

  /** Reads the heights of the loaded rows; returns by how much what is in view would move. */
  #measure(top: number): number {
    const { block } = this.#get();
    let start = this.#heights.offsetOf(placeOf(block.firstElementChild) ?? 0);
    let shift = 0;
    for (const row of block.children) {
      const index = placeOf(row);
      if (index === undefined) continue;
      const before = this.#heights.heightOf(index);
      // A row that was only guessed counts as above when it begins there: what is seen of it is its end.
      const isAbove = this.#heights.isMeasured(index) ? start + before <= top : start < top;
      start += before;
      if ((row as HTMLElement).dataset['blank'] !== undefined) continue;
      const growth = this.#heights.measure(index, row.getBoundingClientRect().height);
      if (isAbove) shift += growth;
    }
    return shift;
  }

  #onScroll(): void {
    const { scroller } = this.#get();
    if (scroller.scrollTop !== this.#lastTop) this.#wanted = undefined;
    this.#look();
  }

  #bringWanted(): void {
    const { scroller, block } = this.#get();
    if (this.#wanted === undefined) return;
    const { index, align } = this.#wanted;
    const start = this.#heights.offsetOf(index);
    const room = this.#viewHeight();
    const spare = room - this.#heights.heightOf(index);
    const lowest = align === 'center' ? start - spare / 2 : start - spare;
    const highest = align === 'center' ? lowest : start;
    this.#scrollTo(Math.max(Math.min(scroller.scrollTop, highest), Math.min(lowest, highest)));
    const row = block.querySelector<HTMLElement>(`[data-index="${String(index)}"]`);
    // Rows beside it that are still to come may turn out higher than was thought, and push it out again.
    if (row !== null && block.querySelector('[data-blank]') === null) this.#wanted = undefined;
  }

  #scrollTo(top: number): void {
    const { scroller } = this.#get();
    // The browser keeps whole pixels: half of one is the least that can be mended.
    if (Math.abs(scroller.scrollTop - top) > 0.5) scroller.scrollTop = top;
    this.#lastTop = scroller.scrollTop;
  }

  /** Sees which rows are in view now and has others drawn if they are not among those that are. */
  #look(): void {
    const { scroller } = this.#get();
    const { count } = this.#heights;
    const { first, last } = this.#inView();
    const isLeap = Math.abs(scroller.scrollTop - this.#lastTop) > this.#viewHeight();
    this.#lastTop = scroller.scrollTop;
    const isDrawn = this.range.from <= Math.max(0, first - 1) && this.range.to >= Math.min(count, last + 2);
    if (!isDrawn) {
      const around = isLeap ? AROUND_LEAP : AROUND;
      this.#draw(first - around, last + 1 + around, isLeap ? 0 : AHEAD);
    }
    if (this.range.ahead === 0) this.#restLater();
  }

  #draw(from: number, to: number, ahead: number): void {
    const range = { from: Math.max(0, from), to: Math.min(this.#heights.count, to), ahead };
    if (range.from === this.range.from && range.to === this.range.to && ahead === this.range.ahead) return;
    this.range = range;
    for (const listener of [...this.#listeners]) listener();
  }

  /** When the list has come to rest, those around are drawn and loaded too. */
  #restLater(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#elements === undefined) return;
      const { first, last } = this.#inView();
      this.#draw(first - AROUND, last + 1 + AROUND, AHEAD);
    }, REST_MS);
  }

  #inView(): { readonly first: number; readonly last: number } {
    const { scrollTop } = this.#get().scroller;
    return { first: this.#heights.indexAt(scrollTop), last: this.#heights.indexAt(scrollTop + this.#viewHeight()) };
  }

  /** Height of what is seen of the rows; heads that stay in view lie before the space. */
  #viewHeight(): number {
    const { scroller, space } = this.#get();
    return scroller.clientHeight - space.offsetTop;
  }

  #get(): RowElements {
    if (this.#elements === undefined) throw new Error('the list is not on the screen');
    return this.#elements;
  }
}

function placeOf(row: Element | null): number | undefined {
  const place = (row as HTMLElement | null)?.dataset['index'];
  return place === undefined ? undefined : Number(place);
}

function setPixels(element: HTMLElement, name: string, pixels: number): void {
  element.style.setProperty(name, `${String(pixels)}px`);
}
