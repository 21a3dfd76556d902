import type { RowKey } from '../encryption/row-cipher.ts';
import type { FromReader, ReadTables, ToReader } from './statistics-messages.ts';

/** A question and who waits for its answer. */
type Waiting<K extends keyof ReadTables> = {
  readonly askId: number;
  readonly take: (rows: ReadTables[K]) => void;
  readonly fail: (error: Error) => void;
};

/** The end, in the worker that counts, of one that reads a table beside it. It ends with that worker. */
export class ReaderClient<K extends keyof ReadTables> {
  readonly #worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  readonly #table: K;
  readonly #onDamaged: (table: string) => void;
  #waiting: Waiting<K> | undefined;
  #lastId = 0;

  constructor(table: K, databaseName: string, rowKeys: readonly RowKey[], onDamaged: (table: string) => void) {
    this.#table = table;
    this.#onDamaged = onDamaged;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => this.#take(data));
    this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
    this.#send({ kind: 'open', databaseName, rowKeys });
  }

  /** Begins to read; what an earlier call still waits for is given up. */
  read(rowKeys: readonly RowKey[]): Promise<ReadTables[K]> {
    this.#fail('asked again');
    const askId = (this.#lastId += 1);
    return new Promise((take, fail) => {
      this.#waiting = { askId, take, fail };
      this.#send({ kind: 'read', table: this.#table, askId, rowKeys });
    });
  }

  #take(message: FromReader): void {
    if (message.kind === 'damaged') {
      this.#onDamaged(message.table);
      return;
    }
    if (message.askId !== this.#waiting?.askId) return;
    if (message.kind === 'failed') this.#fail(message.reason);
    else this.#waiting.take((message.text === null ? undefined : JSON.parse(message.text)) as ReadTables[K]);
  }

  #fail(reason: string): void {
    this.#waiting?.fail(new Error(reason));
    this.#waiting = undefined;
  }

  #send(message: ToReader): void {
    this.#worker.postMessage(message);
  }
}
