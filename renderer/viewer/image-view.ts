import { viewerText } from '#renderer/messages/viewer.ts';
import { stepScale, type PaperView, type ViewEvents } from './paper-view.ts';

const MARGIN = 12;

/** A picture: zoomed, turned, and moved by the mouse or the scroll bars. */
export class ImageView implements PaperView {
  readonly #place: HTMLElement;
  readonly #url: string;
  readonly #events: ViewEvents;
  readonly #image = new Image();
  readonly #frame = document.createElement('div');
  readonly #resize: ResizeObserver;
  /** Null while the picture fits. */
  #scale: number | null = null;
  #fitsWhole = true;
  #rotation = 0;
  #from: { readonly x: number; readonly y: number } | undefined;

  constructor(place: HTMLElement, blob: Blob, events: ViewEvents) {
    this.#place = place;
    this.#url = URL.createObjectURL(blob);
    this.#events = events;
    this.#frame.className = 'picture';
    this.#resize = new ResizeObserver(() => this.#scale === null && this.#layOut());
  }

  async start(): Promise<void> {
    this.#image.alt = viewerText.picture;
    this.#image.draggable = false;
    this.#image.src = this.#url;
    await this.#image.decode();
    this.#frame.replaceChildren(this.#image);
    this.#place.replaceChildren(this.#frame);
    this.#resize.observe(this.#place);
    this.#place.addEventListener('pointerdown', this.#take);
    this.#place.addEventListener('pointermove', this.#move);
    this.#place.addEventListener('pointerup', this.#leave);
    this.#layOut();
    this.#events.onDrawn();
  }

  zoom(to: 'in' | 'out' | 'fit' | 'whole'): void {
    this.#fitsWhole = to === 'whole';
    this.#scale = to === 'in' || to === 'out' ? stepScale(this.#now(), to) : null;
    this.#layOut();
  }

  rotate(): void {
    this.#rotation = (this.#rotation + 90) % 360;
    this.#layOut();
  }

  goTo(): void {
    // There is one page.
  }

  find(): void {
    this.#events.onFound({ hits: 0, hit: 0, isDone: true });
  }

  showThumbnails(): void {
    // There is one page.
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#place.removeEventListener('pointerdown', this.#take);
    this.#place.removeEventListener('pointermove', this.#move);
    this.#place.removeEventListener('pointerup', this.#leave);
    this.#place.replaceChildren();
    URL.revokeObjectURL(this.#url);
  }

  #size(): { readonly width: number; readonly height: number } {
    const { naturalWidth, naturalHeight } = this.#image;
    const lies = this.#rotation % 180 !== 0;
    return { width: lies ? naturalHeight : naturalWidth, height: lies ? naturalWidth : naturalHeight };
  }

  #now(): number {
    if (this.#scale !== null) return this.#scale;
    const { width, height } = this.#size();
    const across = (this.#place.clientWidth - 2 * MARGIN) / Math.max(1, width);
    const down = (this.#place.clientHeight - 2 * MARGIN) / Math.max(1, height);
    return Math.min(1, Math.max(0.02, this.#fitsWhole ? Math.min(across, down) : across));
  }

  #layOut(): void {
    const scale = this.#now();
    const { width, height } = this.#size();
    const { naturalWidth, naturalHeight } = this.#image;
    this.#frame.style.width = `${String(width * scale)}px`;
    this.#frame.style.height = `${String(height * scale)}px`;
    this.#image.style.width = `${String(naturalWidth * scale)}px`;
    this.#image.style.height = `${String(naturalHeight * scale)}px`;
    this.#image.style.transform = `translate(-50%, -50%) rotate(${String(this.#rotation)}deg)`;
    const zoomPercent = Math.round(scale * 100);
    this.#events.onState({ pages: 1, page: 1, zoomPercent, form: 'image', sheets: [] });
  }

  readonly #take = (event: PointerEvent): void => {
    this.#from = { x: event.clientX, y: event.clientY };
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#from === undefined || event.buttons === 0) return;
    this.#place.scrollBy(this.#from.x - event.clientX, this.#from.y - event.clientY);
    this.#from = { x: event.clientX, y: event.clientY };
  };

  readonly #leave = (): void => {
    this.#from = undefined;
  };
}
