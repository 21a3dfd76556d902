import type { FromImport, ImportCall, ImportCalls } from './import-messages.ts';

/** A file that takes longer to read is given up: hostile or broken beyond use. */
const OPEN_LIMIT_MS = 40_000;
/** Checking 60,000 rows takes seconds. */
const OTHER_LIMIT_MS = 120_000;

/** One file from outside, read and checked in a worker of its own: the page asks, and can end it. */
export class ImportClient {
  readonly #worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<
    number,
    { readonly take: (answer: unknown) => void; readonly fail: (why: Error) => void }
  >();
  #lastId = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromImport>) => {
      this.#waiting.get(data.id)?.take(data.answer);
      this.#waiting.delete(data.id);
    });
    this.#worker.addEventListener('error', () => this.end());
    this.#worker.addEventListener('messageerror', () => this.end());
  }

  /** Asks and waits for the answer. Rejects when the worker was ended: by `end`, by taking too long, by failing. */
  ask<K extends ImportCall>(kind: K, ask: ImportCalls[K]['ask']): Promise<ImportCalls[K]['answer']> {
    this.#lastId += 1;
    const id = this.#lastId;
    const limit = kind === 'open' || kind === 'choose' ? OPEN_LIMIT_MS : OTHER_LIMIT_MS;
    const answered = new Promise<unknown>((take, fail) => {
      this.#waiting.set(id, { take, fail });
      this.#worker.postMessage({ id, kind, ask });
    });
    const timer = setTimeout(() => this.end(), limit);
    return answered.finally(() => clearTimeout(timer)) as Promise<ImportCalls[K]['answer']>;
  }

  /** Ends the worker, whatever it does. */
  end(): void {
    this.#worker.terminate();
    for (const { fail } of this.#waiting.values()) fail(new Error('the worker was ended'));
    this.#waiting.clear();
  }
}
