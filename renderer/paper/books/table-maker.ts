import type { TableBook } from './table-book.ts';
import type { PaperFonts } from '../fonts.ts';
import type { FromMaker, ToMaker } from './table-messages.ts';

/** What is told of a table in the making. */
type Listener = { readonly onShare: (share: number) => void };

/** Makes one table in a worker of its own; ended when the table is no longer wanted. */
export class TableMaker {
  readonly #worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
  readonly #listener: Listener;
  #waiting:
    | { readonly take: (bytes: Uint8Array<ArrayBuffer>) => void; readonly fail: (why: Error) => void }
    | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromMaker>) => {
      if (data.kind === 'progress') this.#listener.onShare(data.share);
      else if (data.kind === 'made') this.#waiting?.take(data.bytes);
      else this.#waiting?.fail(new Error(data.reason));
    });
    this.#worker.addEventListener('error', ({ message }) => this.#waiting?.fail(new Error(message)));
  }

  /** Hands over rows as they are read. */
  add(rows: TableBook['rows']): void {
    this.#tell({ kind: 'rows', rows });
  }

  /** The table as a PDF. Rejects when the worker fails. */
  pdf(
    frame: Omit<TableBook, 'rows'>,
    fonts: PaperFonts,
    author: string,
    atMs: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#make({ kind: 'make', as: 'pdf', frame, fonts, author, atMs });
  }

  /** The same table as a workbook. */
  workbook(frame: Omit<TableBook, 'rows'>): Promise<Uint8Array<ArrayBuffer>> {
    return this.#make({ kind: 'make', as: 'xlsx', frame });
  }

  /** Ends the worker, whatever it does. */
  end(): void {
    this.#worker.terminate();
  }

  #make(wish: ToMaker): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      this.#waiting = { take: resolve, fail: reject };
      this.#tell(wish);
    });
  }

  #tell(message: ToMaker): void {
    this.#worker.postMessage(message);
  }
}
