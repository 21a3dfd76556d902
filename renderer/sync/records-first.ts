import { countOutbox } from '#renderer/data/replica/outbox.ts';
import type { Office } from '#renderer/data/office.ts';
import type { CycleResult } from './sync-cycle.ts';

/** So many unsent changes go beside pieces of files: about a tenth of a second of the thinnest line. */
const FEW_CHANGES = 100;

/**
 * Lets records go before files (docs/adr/0041). No piece begins before what is unsent is on its way; while only the answer to a few changes is awaited, the
 * line is free for pieces. While many are unsent, or records are being fetched, pieces wait for the end of that.
 */
export class RecordsFirst {
  readonly #office: Office;
  readonly #exchange: () => Promise<unknown>;
  #isOnItsWay = false;
  /** The last answer left something of the province unfetched. */
  #isFetching = false;
  #failure: CycleResult | undefined;
  #waiting: (() => void)[] = [];

  /** `exchange`: makes an exchange at once, or joins the one under way. */
  constructor(office: Office, exchange: () => Promise<unknown>) {
    this.#office = office;
    this.#exchange = exchange;
  }

  /** What failed before is no matter of the pieces that come. */
  begin(): void {
    this.#failure = undefined;
  }

  /** A request is on its way. */
  noteAsked(): void {
    this.#isOnItsWay = true;
    this.#wake();
  }

  /** Its answer has come; `hasMore`: there is more to fetch. */
  noteAnswer(hasMore: boolean): void {
    this.#isOnItsWay = false;
    this.#isFetching = hasMore;
    this.#wake();
  }

  /** An exchange has ended, however. */
  noteEnd(result: CycleResult): void {
    this.#isOnItsWay = this.#isFetching = false;
    this.#failure = result.ok ? undefined : result;
  }

  /** Waits until a piece may begin; an exchange that failed meanwhile, else undefined. */
  async letGo(): Promise<CycleResult | undefined> {
    for (;;) {
      const unsent = await countOutbox(this.#office.db, 'waiting');
      const isQuiet = unsent <= FEW_CHANGES && !this.#isFetching;
      if (isQuiet && (unsent === 0 || this.#isOnItsWay)) return this.#failure;
      const moment = new Promise<'moment'>((resolve) => this.#waiting.push(() => resolve('moment')));
      const came = await Promise.race([moment, this.#exchange().then((): 'ended' => 'ended')]);
      // What an exchange has left unsent is tried again at its next turn, and keeps no file from going.
      if (isQuiet || came === 'ended') return this.#failure;
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
