import { HOLD_SECONDS_MAX, HOLD_SECONDS_MIN, type StreamEnds } from '#shared/contract/news.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { Office } from '#renderer/data/office.ts';
import { readCookies } from '#renderer/data/replica/sync-state.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/** What the listener asks of the engine. */
export type NewsHands = {
  /** When the exchange under way is over. */
  readonly settled: () => Promise<unknown>;
  /** There is something to fetch. */
  readonly onNews: () => void;
};

/**
 * Hears from the province that there is something for this PC, between two looks: a long poll on a connection of its own. It begins behind an exchange that went
 * well and ends with the first failure; then the usual looks do, until one of them finds the line again.
 */
export class NewsListener {
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  readonly #hands: NewsHands;
  /** How long one question is held open: less where something on the way cuts silent connections. */
  #seconds = HOLD_SECONDS_MAX;
  #isListening = false;
  #isStopped = false;
  /** The province is of a build that knows no such question; it is asked again when the program starts anew. */
  #isUnknown = false;
  /** The last question ended with news. */
  #hadNews = false;

  constructor(office: Office, desktop: DesktopBridge, hands: NewsHands) {
    this.#office = office;
    this.#desktop = desktop;
    this.#hands = hands;
  }

  /** An exchange went well. `moved`: it sent or fetched something. News of which an exchange finds nothing are not asked for again at once. */
  listen(moved: boolean): void {
    const wasInVain = this.#hadNews && !moved;
    this.#hadNews = false;
    this.#isStopped = false;
    if (this.#isListening || this.#isUnknown || wasInVain) return;
    this.#isListening = true;
    void this.#run()
      .catch(() => undefined) // the store was closed under it: the program ends
      .finally(() => {
        this.#isListening = false;
      });
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    for (;;) {
      const known = await this.#known();
      const reply = await callDesktop(this.#desktop, 'sync:await-news', { known, seconds: this.#seconds });
      if (this.#isStopped) return;
      if (!reply.ok) {
        this.#isUnknown = reply.error.code === 'not-found';
        this.#seconds = Math.max(HOLD_SECONDS_MIN, Math.floor(this.#seconds / 2));
        return;
      }
      this.#seconds = Math.min(HOLD_SECONDS_MAX, this.#seconds + 5);
      if (reply.value === null) continue;
      await this.#hands.settled();
      if (isLevel(await this.#known(), reply.value)) continue;
      this.#hadNews = true;
      this.#hands.onNews();
      return;
    }
  }

  /** Up to where this PC has fetched. */
  async #known(): Promise<StreamEnds> {
    const cookies = await readCookies(this.#office);
    const endOf = (wanted: string): number => cookies.find(({ stream }) => stream === wanted)?.after ?? 0;
    return { own: endOf(communeStream(this.#office.device.commune.id)), province: endOf(PROVINCE_STREAM) };
  }
}

function isLevel(known: StreamEnds, ends: StreamEnds): boolean {
  return known.own === ends.own && known.province === ends.province;
}
