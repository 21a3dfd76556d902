import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { viewerText } from '#renderer/messages/viewer.ts';

const WIDTH = 110;

/** Small pictures of the pages at the left; only those in view are drawn, and kept no longer. */
export class ThumbnailStrip {
  readonly element = document.createElement('nav');
  readonly #pdf: PDFDocumentProxy;
  readonly #drawing = new Map<number, RenderTask | undefined>();
  readonly #observer: IntersectionObserver;
  readonly #buttons: HTMLButtonElement[] = [];

  constructor(pdf: PDFDocumentProxy, shape: number, onChoose: (page: number) => void) {
    this.#pdf = pdf;
    this.element.className = 'thumbnails';
    this.element.setAttribute('aria-label', viewerText.thumbnails);
    this.#observer = new IntersectionObserver((entries) => this.#onView(entries), {
      root: this.element,
      rootMargin: '100% 0px',
    });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['page'] = String(number);
      button.setAttribute('aria-label', viewerText.pageOf(number, pdf.numPages));
      const picture = document.createElement('span');
      picture.style.width = `${String(WIDTH)}px`;
      picture.style.height = `${String(Math.round(WIDTH * shape))}px`;
      const label = document.createElement('small');
      label.textContent = String(number);
      button.append(picture, label);
      button.addEventListener('click', () => onChoose(number));
      this.element.append(button);
      this.#buttons.push(button);
      this.#observer.observe(button);
    }
  }

  /** Marks the page the reader is on. */
  mark(page: number): void {
    for (const [at, button] of this.#buttons.entries()) {
      const isHere = at === page - 1;
      if (isHere === button.hasAttribute('aria-current')) continue;
      if (isHere) {
        button.setAttribute('aria-current', 'page');
        button.scrollIntoView({ block: 'nearest' });
      } else button.removeAttribute('aria-current');
    }
  }

  destroy(): void {
    this.#observer.disconnect();
    for (const task of this.#drawing.values()) task?.cancel();
    this.element.remove();
  }

  #onView(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const number = Number((target as HTMLElement).dataset['page']);
      if (isIntersecting) void this.#draw(number);
      else {
        this.#drawing.get(number)?.cancel();
        this.#drawing.delete(number);
        target.querySelector('canvas')?.remove();
      }
    }
  }

  async #draw(number: number): Promise<void> {
    if (this.#drawing.has(number)) return;
    this.#drawing.set(number, undefined);
    try {
      const page = await this.#pdf.getPage(number);
      if (!this.#drawing.has(number)) return;
      const scale = WIDTH / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      const task = page.render({ canvas, viewport });
      this.#drawing.set(number, task);
      await task.promise;
      this.#buttons[number - 1]?.querySelector('span')?.replaceChildren(canvas);
      page.cleanup();
    } catch {
      // cancelled, or one bad page: its place stays empty
    }
  }
}
