import { viewerText } from '#renderer/messages/viewer.ts';
import { cleanHtml } from './clean-html.ts';
import { stepScale, type PaperView, type ViewEvents } from './paper-view.ts';
import { clearHits, findRanges, paintHits } from './text-marks.ts';
import { ViewFailure } from './view-failure.ts';
import type { WordAnswer } from './word-worker.ts';

/** A Word file that takes longer is given up. */
const TIME_LIMIT_MS = 25_000;

/** Text, tables and pictures of a Word file, one under the other as on an endless sheet. */
export class FlowView implements PaperView {
  readonly #place: HTMLElement;
  readonly #bytes: ArrayBuffer;
  readonly #events: ViewEvents;
  readonly #sheet = document.createElement('article');
  #scale = 1;
  #text = '';
  #ranges: readonly Range[] = [];
  #hit = -1;

  constructor(place: HTMLElement, bytes: ArrayBuffer, events: ViewEvents) {
    this.#place = place;
    this.#bytes = bytes;
    this.#events = events;
    this.#sheet.className = 'flow';
  }

  async start(): Promise<void> {
    this.#sheet.replaceChildren(await readWord(this.#bytes));
    const note = document.createElement('p');
    note.className = 'note';
    note.textContent = viewerText.wordNote;
    this.#place.replaceChildren(note, this.#sheet);
    this.#tell();
    this.#events.onDrawn();
  }

  zoom(to: 'in' | 'out' | 'fit' | 'whole'): void {
    this.#scale = to === 'in' || to === 'out' ? stepScale(this.#scale, to) : 1;
    this.#sheet.style.setProperty('--scale', String(this.#scale));
    this.#tell();
  }

  rotate(): void {
    // Running text is not turned.
  }

  goTo(): void {
    // Running text has no pages.
  }

  find(text: string, step: 1 | -1 | 0): void {
    if (step === 0 || text.trim() !== this.#text) {
      this.#text = text.trim();
      this.#ranges = this.#text === '' ? [] : findRanges(this.#sheet, this.#text);
      this.#hit = this.#ranges.length > 0 ? 0 : -1;
    } else if (this.#ranges.length > 0) this.#hit = (this.#hit + step + this.#ranges.length) % this.#ranges.length;
    const current = this.#ranges[this.#hit];
    paintHits(this.#ranges, current);
    current?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    this.#events.onFound({ hits: this.#ranges.length, hit: this.#hit + 1, isDone: true });
  }

  showThumbnails(): void {
    // Running text has no pages.
  }

  destroy(): void {
    clearHits();
    this.#place.replaceChildren();
  }

  #tell(): void {
    const zoomPercent = Math.round(this.#scale * 100);
    this.#events.onState({ pages: 1, page: 1, zoomPercent, form: 'flow', sheets: [] });
  }
}

/** The readable part of a Word file; throws a `ViewFailure`. */
export async function readWord(bytes: ArrayBuffer): Promise<DocumentFragment> {
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), { type: 'module' });
  const answer = await new Promise<WordAnswer>((resolve) => {
    const giveUp = (): void => {
      resolve({ code: 'file-unreadable' });
    };
    setTimeout(giveUp, TIME_LIMIT_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<WordAnswer>) => {
      resolve(data);
    });
    worker.addEventListener('error', giveUp);
    worker.postMessage(bytes);
  });
  worker.terminate();
  if ('code' in answer) throw new ViewFailure(answer.code);
  return cleanHtml(answer.html, viewerText.picture);
}
