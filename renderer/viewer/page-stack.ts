import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ViewerMode } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import { viewerText } from '#renderer/messages/viewer.ts';
import { PageSearch, type PageHit } from './page-search.ts';
import { SMALLEST_SCALE, stepScale, type PaperView, type ViewEvents } from './paper-view.ts';
import { clearHits, findRanges, paintHits } from './text-marks.ts';
import { ThumbnailStrip } from './thumbnail-strip.ts';

/** CSS pixels of one PDF point at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
/** Room around a page, CSS pixels. */
const MARGIN = 12;
/** How long the pages must rest before what is in view is drawn, milliseconds: pages that only fly past would keep the one the reader stops at waiting. */
const REST_MS = 60;
/** Largest canvas, in pixels: beyond it the page is drawn coarser. */
const MAX_CANVAS_PIXELS = 16 * 1024 * 1024;

/** A page in view that is drawn or on its way. */
type Drawing = { task?: RenderTask };

/** The pages of one document one below the other; only those in view are drawn. */
export class PageStack implements PaperView {
  readonly #place: HTMLElement;
  readonly #pdf: PDFDocumentProxy;
  readonly #mode: ViewerMode;
  readonly #events: ViewEvents;
  readonly #frames: HTMLElement[] = [];
  readonly #drawing = new Map<number, Drawing>();
  /** Until when the pages have not come to rest, by `performance.now()`. */
  #movingUntil = 0;
  readonly #observer: IntersectionObserver;
  readonly #resize: ResizeObserver;
  /** Null while the page fits the width. */
  #scale: number | null = null;
  #fitsWhole = false;
  readonly #search: PageSearch;
  #strip: ThumbnailStrip | undefined;
  #rotation = 0;
  #first: PDFPageProxy | undefined;
  #destroyed = false;

  constructor(place: HTMLElement, pdf: PDFDocumentProxy, mode: ViewerMode, events: ViewEvents) {
    this.#place = place;
    this.#pdf = pdf;
    this.#mode = mode;
    this.#events = events;
    this.#observer = new IntersectionObserver((entries) => this.#onView(entries), {
      root: place,
      rootMargin: '50% 0px',
    });
    this.#resize = new ResizeObserver(() => this.#scale === null && this.#layOut());
    this.#search = new PageSearch(pdf, (hit) => this.#showHit(hit), events.onFound);
  }

  async start(): Promise<void> {
    this.#place.replaceChildren();
    this.#place.scrollTop = 0;
    this.#first = await this.#pdf.getPage(1);
    if (this.#destroyed) return;
    const count = this.#mode === 'thumbnail' ? 1 : this.#pdf.numPages;
    for (let number = 1; number <= count; number += 1) {
      const frame = document.createElement('section');
      frame.className = 'page';
      frame.dataset['page'] = String(number);
      frame.setAttribute('aria-label', viewerText.pageOf(number, this.#pdf.numPages));
      this.#place.append(frame);
      this.#frames.push(frame);
    }
    this.#layOut();
    this.#place.addEventListener('scroll', this.#onScroll);
    this.#resize.observe(this.#place);
    for (const frame of this.#frames) this.#observer.observe(frame);
  }

  zoom(to: 'in' | 'out' | 'fit' | 'whole'): void {
    const page = this.#page();
    this.#fitsWhole = to === 'whole';
    this.#scale = to === 'in' || to === 'out' ? stepScale(this.#currentScale(), to) : null;
    this.#layOut();
    this.goTo(page);
  }

  rotate(): void {
    this.#rotation = (this.#rotation + 90) % 360;
    this.#layOut();
  }

  goTo(page: number): void {
    this.#frames[Math.min(this.#frames.length, Math.max(1, page)) - 1]?.scrollIntoView();
  }

  find(text: string, step: 1 | -1 | 0): void {
    if (step === 0 || text.trim() !== this.#search.text) void this.#search.begin(text, this.#page());
    else this.#search.step(step);
  }

  showThumbnails(shown: boolean): void {
    if (shown === (this.#strip !== undefined)) return;
    this.#strip?.destroy();
    this.#strip = undefined;
    const first = this.#first?.getViewport({ scale: 1 });
    if (!shown || first === undefined) return;
    this.#strip = new ThumbnailStrip(this.#pdf, first.height / first.width, (page) => this.goTo(page));
    this.#place.before(this.#strip.element);
    this.#strip.mark(this.#page());
  }

  destroy(): void {
    this.#destroyed = true;
    this.#search.stop();
    this.#strip?.destroy();
    clearHits();
    this.#observer.disconnect();
    this.#resize.disconnect();
    this.#place.removeEventListener('scroll', this.#onScroll);
    for (const { task } of this.#drawing.values()) task?.cancel();
    this.#place.replaceChildren();
    void this.#pdf.loadingTask.destroy();
  }

  #currentScale(): number {
    if (this.#scale !== null) return this.#scale;
    const width = this.#first?.getViewport({ scale: PIXELS_PER_POINT, rotation: this.#turn(this.#first) }).width ?? 1;
    const height = this.#first?.getViewport({ scale: PIXELS_PER_POINT, rotation: this.#turn(this.#first) }).height ?? 1;
    const margin = this.#mode === 'thumbnail' ? 0 : MARGIN * 2;
    const across = (this.#place.clientWidth - margin) / width;
    const down = (this.#place.clientHeight - margin) / height;
    return Math.max(SMALLEST_SCALE / 4, this.#fitsWhole ? Math.min(across, down) : across);
  }

  #turn(page: PDFPageProxy): number {
    return (page.rotate + this.#rotation) % 360;
  }

  /** Gives every page its room (that of the first page until it is drawn itself) and draws anew what is in view. */
  #layOut(): void {
    const first = this.#first;
    if (first === undefined) return;
    for (const { task } of this.#drawing.values()) task?.cancel();
    this.#drawing.clear();
    const size = first.getViewport({ scale: this.#currentScale() * PIXELS_PER_POINT, rotation: this.#turn(first) });
    for (const frame of this.#frames) {
      setSize(frame, size.width, size.height);
      this.#observer.unobserve(frame);
      this.#observer.observe(frame);
    }
    this.#tell();
  }

  #onView(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const number = Number((entry.target as HTMLElement).dataset['page']);
      if (entry.isIntersecting) void this.#draw(number);
      else this.#drop(number);
    }
  }

  #drop(number: number): void {
    this.#drawing.get(number)?.task?.cancel();
    this.#drawing.delete(number);
    this.#frames[number - 1]?.replaceChildren();
  }

  /** Goes to a hit; when its page is not drawn yet, drawing it paints it. */
  #showHit(hit: PageHit | undefined): void {
    if (hit === undefined) {
      clearHits();
      return;
    }
    const frame = this.#frames[hit.page - 1];
    if (frame === undefined) return;
    if (frame.querySelector('.text-layer') === null) frame.scrollIntoView();
    this.#paint();
  }

  /** Paints the hits on the pages that are drawn, and brings the present one into view. */
  #paint(): void {
    const { text, current } = this.#search;
    if (text === '') return;
    let chosen: Range | undefined;
    const all = this.#frames.flatMap((frame, at) => {
      const layer = frame.querySelector('.text-layer');
      const ranges = layer === null ? [] : findRanges(layer, text);
      if (at + 1 === current?.page) chosen = ranges[current.order];
      return ranges;
    });
    paintHits(all, chosen);
    chosen?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  async #draw(number: number): Promise<void> {
    const frame = this.#frames[number - 1];
    if (frame === undefined || this.#drawing.has(number)) return;
    const drawing: Drawing = {};
    this.#drawing.set(number, drawing);
    const isWanted = (): boolean => !this.#destroyed && this.#drawing.get(number) === drawing;
    await this.#rest(isWanted);
    if (!isWanted()) return;
    const page = await this.#pdf.getPage(number);
    if (!isWanted()) return;
    const viewport = page.getViewport({ scale: this.#currentScale() * PIXELS_PER_POINT, rotation: this.#turn(page) });
    const density = Math.min(
      window.devicePixelRatio,
      Math.sqrt(MAX_CANVAS_PIXELS / (viewport.width * viewport.height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(viewport.width * density));
    canvas.height = Math.max(1, Math.floor(viewport.height * density));
    setSize(canvas, viewport.width, viewport.height);
    setSize(frame, viewport.width, viewport.height);
    const task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
    drawing.task = task;
    try {
      await task.promise;
    } catch {
      return; // cancelled, or one bad page: the others are still shown
    }
    if (!isWanted()) return;
    frame.replaceChildren(canvas);
    if (this.#mode === 'full') await this.#layText(frame, page, viewport);
    if (this.#search.current?.page === number) this.#paint();
    // PDF.js measures type on a canvas of its own that nobody is to hear of.
    for (const own of document.querySelectorAll('.hiddenCanvasElement')) own.setAttribute('aria-hidden', 'true');
    // What was decoded for this page is given back; it is decoded again when the reader comes back.
    page.cleanup();
    this.#events.onDrawn();
  }

  /** Waits until the pages rest, or nobody wants to know any more. */
  async #rest(isWanted: () => boolean): Promise<void> {
    for (let left = this.#left(); left > 0 && isWanted(); left = this.#left())
      await new Promise((resolve) => setTimeout(resolve, left));
  }

  #left(): number {
    return this.#movingUntil - performance.now();
  }

  /** Invisible text over the picture, so that words can be selected, copied and read aloud. */
  async #layText(
    frame: HTMLElement,
    page: PDFPageProxy,
    viewport: ReturnType<PDFPageProxy['getViewport']>,
  ): Promise<void> {
    const layer = document.createElement('div');
    layer.className = 'text-layer';
    frame.style.setProperty('--total-scale-factor', String(viewport.scale));
    frame.append(layer);
    try {
      await new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
    } catch {
      layer.remove();
    }
  }

  #page(): number {
    const middle = this.#place.scrollTop + this.#place.clientHeight / 3;
    return Math.max(1, this.#frames.findLastIndex((frame) => frame.offsetTop <= middle) + 1);
  }

  readonly #onScroll = (): void => {
    this.#movingUntil = performance.now() + REST_MS;
    this.#tell();
  };

  readonly #tell = (): void => {
    const page = this.#page();
    this.#strip?.mark(page);
    this.#events.onState({
      pages: this.#pdf.numPages,
      page,
      zoomPercent: Math.round(this.#currentScale() * 100),
      form: 'pages',
      sheets: [],
    });
  };
}

function setSize(element: HTMLElement, width: number, height: number): void {
  element.style.width = `${String(Math.floor(width))}px`;
  element.style.height = `${String(Math.floor(height))}px`;
}
