type Due<T> = { readonly atMs: number; readonly item: T };

/** Hands items on when they are due, in the order they were put in: what is due earlier than the one before it waits for that one. */
export class TimedQueue<T> {
  readonly #handOn: (item: T) => void;
  #items: Due<T>[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isHandingOn = false;

  constructor(handOn: (item: T) => void) {
    this.#handOn = handOn;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** `atMs`: of `performance.now`. What is due already is handed on before this returns. */
  put(atMs: number, item: T): void {
    this.#items.push({ atMs, item });
    if (this.#timer === undefined && !this.#isHandingOn) this.#handOnDue();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#items = [];
  }

  #handOnDue(): void {
    this.#timer = undefined;
    this.#isHandingOn = true;
    for (let next = this.#items[0]; next !== undefined && next.atMs <= performance.now(); next = this.#items[0]) {
      this.#items.shift();
      this.#handOn(next.item);
    }
    this.#isHandingOn = false;
    const next = this.#items[0];
    if (next === undefined) return;
    this.#timer = setTimeout(() => {
      this.#handOnDue();
    }, next.atMs - performance.now());
  }
}
