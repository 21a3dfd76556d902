import type { StatRating } from '#shared/domain/statistics/stat-data.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import type { OwnedEvent } from './read-stat-data.ts';
import type { ReadBeside } from './statistics-core.ts';
import type { FromReader, ToReader } from './statistics-messages.ts';

/** A question and who waits for its two answers. */
type Waiting = {
  readonly askId: number;
  readonly takeEvents: (events: readonly OwnedEvent[]) => void;
  readonly takeRatings: (ratings: readonly StatRating[] | undefined) => void;
  readonly fail: (error: Error) => void;
};

/** The end, in the worker that counts, of the one that reads beside it. It ends with that worker. */
export class ReaderClient {
  readonly #worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  readonly #onDamaged: (table: string) => void;
  #waiting: Waiting | undefined;
  #lastId = 0;

  constructor(databaseName: string, rowKeys: readonly RowKey[], onDamaged: (table: string) => void) {
    this.#onDamaged = onDamaged;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => this.#take(data));
    this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
    this.#send({ kind: 'open', databaseName, rowKeys });
  }

  /** Begins to read; what an earlier call still waits for is given up. */
  read(rowKeys: readonly RowKey[]): ReadBeside {
    this.#fail('asked again');
    const askId = (this.#lastId += 1);
    let takeEvents: Waiting['takeEvents'] = () => undefined;
    let takeRatings: Waiting['takeRatings'] = () => undefined;
    const fails: ((error: Error) => void)[] = [];
    const events = new Promise<readonly OwnedEvent[]>((take, fail) => {
      takeEvents = take;
      fails.push(fail);
    });
    const ratings = new Promise<readonly StatRating[] | undefined>((take, fail) => {
      takeRatings = take;
      fails.push(fail);
    });
    this.#waiting = { askId, takeEvents, takeRatings, fail: (error) => fails.forEach((fail) => fail(error)) };
    this.#send({ kind: 'read', askId, rowKeys });
    return { events, ratings };
  }

  #take(message: FromReader): void {
    if (message.kind === 'damaged') {
      this.#onDamaged(message.table);
      return;
    }
    if (message.askId !== this.#waiting?.askId) return;
    if (message.kind === 'failed') this.#fail(message.reason);
    else if (message.kind === 'events') this.#waiting.takeEvents(JSON.parse(message.text) as readonly OwnedEvent[]);
    else this.#waiting.takeRatings(message.text === null ? undefined : (JSON.parse(message.text) as StatRating[]));
  }

  #fail(reason: string): void {
    this.#waiting?.fail(new Error(reason));
    this.#waiting = undefined;
  }

  #send(message: ToReader): void {
    this.#worker.postMessage(message);
  }
}
