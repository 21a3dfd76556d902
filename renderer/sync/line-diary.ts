import type { ExchangeReply } from '#shared/contract/province-channels.ts';
import type { Office } from '#renderer/data/office.ts';
import { addMoved, noteContactNow, NOTHING_MOVED, type Moved } from '#renderer/data/replica/contact-log.ts';
import { noteLineTime } from '#renderer/data/replica/sync-state.ts';
import type { SyncStatusStore } from './sync-status-store.ts';

const MAX_LINE_TIME_MS = 5 * 60_000;

/** Writes down when the province answered and what came and went: for the status, and for the history of contacts. */
export class LineDiary {
  readonly #office: Office;
  readonly #status: SyncStatusStore;

  constructor(office: Office, status: SyncStatusStore) {
    this.#office = office;
    this.#status = status;
  }

  /** An answer of the province has been applied; `rows`: records it brought. To be called before the status takes the time of the answer. */
  noteAnswer(rows: number, { answer }: ExchangeReply): void {
    const now = this.#office.nowMs();
    const { lastContactAtMs, reachable } = this.#status.getState();
    if (reachable === true && lastContactAtMs !== null)
      void noteLineTime(this.#office, Math.min(MAX_LINE_TIME_MS, Math.max(0, now - lastContactAtMs)));
    const opsSent = answer.outcomes.filter(({ kind }) => kind !== 'rejected').length;
    const { dev } = this.#office.device;
    const isOwn = ({ f }: (typeof answer.streams)[number]['rows'][number]): boolean =>
      Object.values(f).every(({ d }) => d === dev);
    const echoes = opsSent === 0 ? 0 : answer.streams.flatMap((page) => page.rows).filter(isOwn).length;
    this.#add({ ...NOTHING_MOVED, opsSent, rowsReceived: Math.max(0, rows - echoes) });
  }

  /** A file has gone or come whole. */
  noteFile(direction: 'up' | 'down'): void {
    this.#add({ ...NOTHING_MOVED, ...(direction === 'up' ? { filesSent: 1 } : { filesReceived: 1 }) });
  }

  #add(moved: Moved): void {
    this.#status.setState({ moved: addMoved(this.#status.getState().moved, moved) });
    // A diary that cannot be written (the store is closing) stops nothing.
    void noteContactNow(this.#office, moved).catch(() => undefined);
  }
}
