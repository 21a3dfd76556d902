import { viewerText } from '#renderer/messages/viewer.ts';
import { findText } from '../find-text.ts';
import { stepScale, type PaperView, type ViewEvents } from '../paper-view.ts';
import { clearHits, findRanges, paintHits } from '../text-marks.ts';
import { ViewFailure } from '../view-failure.ts';
import type { Sheet } from './read-sheet-rows.ts';
import { drawSheetHead, drawSheetRows, ROW_HEIGHT } from './sheet-table.ts';
import type { SheetAnswer, SheetQuestion } from './sheet-worker.ts';

/** An Excel file that takes longer is given up. */
const TIME_LIMIT_MS = 25_000;
/** Rows drawn above and below those in view. */
const SPARE_ROWS = 30;

type Hit = { readonly row: number; readonly column: number };

/** Sheets of an Excel file as tables; of a long sheet only the rows in view are drawn. Its pages are its sheets. */
export class SheetView implements PaperView {
  readonly #place: HTMLElement;
  readonly #bytes: ArrayBuffer;
  readonly #events: ViewEvents;
  readonly #worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
  readonly #table = document.createElement('table');
  readonly #note = document.createElement('p');
  #names: readonly string[] = [];
  #at = 0;
  #sheet: Sheet | undefined;
  #scale = 1;
  #drawn = { from: -1, until: -1 };
  #text = '';
  #hits: readonly Hit[] = [];
  #hit = -1;

  constructor(place: HTMLElement, bytes: ArrayBuffer, events: ViewEvents) {
    this.#place = place;
    this.#bytes = bytes;
    this.#events = events;
    this.#table.className = 'sheet';
    this.#note.className = 'note';
  }

  async start(): Promise<void> {
    const opened = await this.#ask({ kind: 'open', bytes: this.#bytes }, 'opened');
    if (opened?.kind !== 'opened') throw new ViewFailure('file-unreadable');
    if (!opened.result.ok) throw new ViewFailure(opened.result.error.code);
    this.#names = opened.result.value;
    this.#place.replaceChildren(this.#note, this.#table);
    this.#place.addEventListener('scroll', this.#draw);
    window.addEventListener('resize', this.#draw);
    await this.#show(0);
    this.#events.onDrawn();
  }

  zoom(to: 'in' | 'out' | 'fit' | 'whole'): void {
    const row = this.#place.scrollTop / (ROW_HEIGHT * this.#scale);
    this.#scale = to === 'in' || to === 'out' ? stepScale(this.#scale, to) : 1;
    this.#drawAnew();
    this.#place.scrollTop = row * ROW_HEIGHT * this.#scale;
    this.#tell();
  }

  rotate(): void {
    // A table is not turned.
  }

  goTo(page: number): void {
    if (page - 1 !== this.#at && page >= 1 && page <= this.#names.length) void this.#show(page - 1);
  }

  find(text: string, step: 1 | -1 | 0): void {
    if (step === 0 || text.trim() !== this.#text) {
      this.#text = text.trim();
      this.#hits = this.#findAll();
      this.#hit = this.#hits.length > 0 ? 0 : -1;
    } else if (this.#hits.length > 0) this.#hit = (this.#hit + step + this.#hits.length) % this.#hits.length;
    this.#bringIntoView();
    this.#events.onFound({ hits: this.#hits.length, hit: this.#hit + 1, isDone: true });
  }

  showThumbnails(): void {
    // Sheets have names instead.
  }

  destroy(): void {
    this.#worker.terminate();
    this.#place.removeEventListener('scroll', this.#draw);
    window.removeEventListener('resize', this.#draw);
    clearHits();
    this.#place.replaceChildren();
  }

  async #show(at: number): Promise<void> {
    const answer = await this.#ask({ kind: 'sheet', at }, 'sheet');
    this.#at = at;
    this.#sheet = answer?.kind === 'sheet' && answer.result.ok ? answer.result.value : undefined;
    this.#place.scrollTop = 0;
    this.#hits = this.#findAll();
    this.#hit = -1;
    this.#drawAnew();
    this.#tell();
    if (this.#sheet === undefined) throw new ViewFailure('file-unreadable');
  }

  #drawAnew(): void {
    const sheet = this.#sheet;
    this.#table.setAttribute('aria-label', this.#names[this.#at] ?? '');
    this.#table.style.fontSize = `${String(13 * this.#scale)}px`;
    this.#note.textContent =
      sheet === undefined || sheet.rows.length === 0
        ? viewerText.emptySheet
        : sheet.isCut
          ? viewerText.cutSheet(sheet.rows.length)
          : '';
    this.#note.hidden = this.#note.textContent === '';
    this.#table.replaceChildren();
    if (sheet === undefined) return;
    drawSheetHead(this.#table, sheet, this.#scale);
    this.#drawn = { from: -1, until: -1 };
    this.#draw();
  }

  readonly #draw = (): void => {
    const sheet = this.#sheet;
    if (sheet === undefined) return;
    const height = ROW_HEIGHT * this.#scale;
    const first = Math.max(0, Math.floor(this.#place.scrollTop / height));
    const last = Math.min(
      sheet.rows.length,
      Math.ceil((this.#place.scrollTop + this.#place.clientHeight) / height) + 1,
    );
    const isCovered = first >= this.#drawn.from && last <= this.#drawn.until;
    if (isCovered) return;
    const from = Math.max(0, first - SPARE_ROWS);
    const until = Math.min(sheet.rows.length, last + SPARE_ROWS);
    this.#drawn = { from, until };
    drawSheetRows(this.#table, sheet, from, until, this.#scale);
    this.#paint();
  };

  #findAll(): readonly Hit[] {
    if (this.#text === '' || this.#sheet === undefined) return [];
    return this.#sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell !== '' && findText(cell, this.#text).length > 0 ? [{ row, column }] : [])),
    );
  }

  #bringIntoView(): void {
    const hit = this.#hits[this.#hit];
    if (hit !== undefined) {
      const top = hit.row * ROW_HEIGHT * this.#scale;
      const isSeen = top > this.#place.scrollTop && top < this.#place.scrollTop + this.#place.clientHeight - 60;
      if (!isSeen) this.#place.scrollTop = Math.max(0, top - this.#place.clientHeight / 2);
      this.#draw();
    }
    this.#paint(true);
  }

  #paint(scrolls = false): void {
    clearHits();
    if (this.#text === '') return;
    const hit = this.#hits[this.#hit];
    const row = hit === undefined ? undefined : `[aria-rowindex="${String(hit.row + 2)}"]`;
    const element = row === undefined ? null : this.#table.querySelector(`tbody tr${row}`);
    const own = element === null ? [] : findRanges(element, this.#text);
    const cell = this.#sheet?.rows[hit?.row ?? -1]?.[hit?.column ?? -1];
    const current = own.find(({ startContainer }) => startContainer.parentElement?.textContent === cell);
    paintHits(findRanges(this.#table, this.#text), current);
    if (scrolls) current?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #tell(): void {
    this.#events.onState({
      pages: this.#names.length,
      page: this.#at + 1,
      zoomPercent: Math.round(this.#scale * 100),
      form: 'sheets',
      sheets: this.#names,
    });
  }

  #ask(question: SheetQuestion, kind: SheetAnswer['kind']): Promise<SheetAnswer | undefined> {
    return new Promise((resolve) => {
      const end = (answer?: SheetAnswer): void => {
        clearTimeout(timer);
        this.#worker.removeEventListener('message', listen);
        resolve(answer);
      };
      const timer = setTimeout(() => {
        this.#worker.terminate();
        end();
      }, TIME_LIMIT_MS);
      const listen = ({ data }: MessageEvent<SheetAnswer>): void => {
        if (data.kind === kind) end(data);
      };
      this.#worker.addEventListener('message', listen);
      this.#worker.addEventListener('error', () => end(), { once: true });
      this.#worker.postMessage(question);
    });
  }
}
