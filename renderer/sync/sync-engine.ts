import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { Office } from '#renderer/data/office.ts';
import { isAnyInWork } from '#renderer/data/import/finish-imports.ts';
import { keepPause, PAUSE_AT_MOST_MS } from '#renderer/data/replica/sync-pause.ts';
import { listLoads } from '#renderer/data/replica/snapshot-load.ts';
import { checkSentFiles } from '#renderer/platform/check-sent-files.ts';
import { LateAttaching } from './attach-late-files.ts';
import { FileMover } from './files.ts';
import { HandIn } from './hand-in.ts';
import { LineRate } from './line-rate.ts';
import { RecordsFirst } from './records-first.ts';
import {
  AFTER_EDIT_MS,
  firstPace,
  nextDelayMs,
  paceAfterAnswer,
  paceAfterBusy,
  paceAfterFailure,
  type Pace,
} from './schedule.ts';
import { runCycle, type CycleResult } from './sync-cycle.ts';
import { LineDiary } from './line-diary.ts';
import { NewsListener } from './news-listener.ts';
import { SnapshotLoader, storeFailed, type LoadFailure } from './snapshot-loader.ts';
import { noteAnswered, noteFailed, openStatus } from './note-status.ts';
import type { SyncStatusStore } from './sync-status-store.ts';

/** Runs sync in the background for as long as the program runs: records, and beside them files, of which no piece begins while a record is unsent. */
export type SyncEngine = {
  readonly status: SyncStatusStore;
  /** Tries at once. */
  syncNow(): void;
  /** Lets sync rest until then (corrected milliseconds, 36 hours at most), over restarts; null goes on at once. Saving goes on meanwhile. */
  pauseUntil(untilMs: number | null): Promise<void>;
  /** A person waits for this file. */
  wantFile(hash: string): void;
  /** One whole run (records until level, then files until done or without line); for tests and for leaving the program. */
  runOnce(): Promise<CycleResult>;
  stop(): void;
};

/** What the engine does beside exchanging: loads the page anew, and looks at files from other offices. */
type Hands = { readonly reload: () => void; readonly look: typeof checkSentFiles };

const usualHands: Hands = {
  reload: () => {
    window.location.reload();
  },
  look: checkSentFiles,
};

/** Makes the engine; it does nothing before `start`. */
export async function createSyncEngine(
  office: Office,
  desktop: DesktopBridge,
  hands: Partial<Hands> = {},
): Promise<SyncEngine & { start(): void }> {
  const status = await openStatus(office);
  return new Engine(office, desktop, status, { ...usualHands, ...hands });
}

class Engine implements SyncEngine {
  readonly status: SyncStatusStore;
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  readonly #files: FileMover;
  readonly #loader: SnapshotLoader;
  readonly #hands: Hands;
  readonly #late: LateAttaching;
  readonly #diary: LineDiary;
  readonly #rate = new LineRate();
  readonly #handIn = new HandIn();
  readonly #news: NewsListener;
  readonly #first: RecordsFirst;
  #pace: Pace = firstPace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #exchanging: Promise<CycleResult> | undefined;
  #moving: Promise<CycleResult> | undefined;
  #isAsked = false;
  /** Whether the timer runs. */
  #isPlanned = false;
  #isStopped = true;
  #mustPlan = true;
  /** How often the line was found gone. */
  #breaks = 0;
  #stopListening: () => void = () => undefined;

  constructor(office: Office, desktop: DesktopBridge, status: SyncStatusStore, hands: Hands) {
    this.#hands = hands;
    this.#late = new LateAttaching(office, hands.look);
    this.#office = office;
    this.#desktop = desktop;
    this.status = status;
    this.#diary = new LineDiary(office, status);
    this.#files = new FileMover(office, desktop, (direction) => this.#diary.noteFile(direction));
    this.#news = new NewsListener(office, desktop, {
      settled: () => this.#exchanging ?? Promise.resolve(),
      onNews: () => {
        if (this.#pace.restMs === undefined) this.#waitAtMost(0);
      },
    });
    this.#first = new RecordsFirst(office, () => this.#exchangeNow());
    this.#loader = new SnapshotLoader(office, desktop, (loading) => {
      status.setState({ loading });
    });
  }

  start(): void {
    this.#isStopped = false;
    this.#office.onWritten = () => {
      this.#mustPlan = true;
      // A server that asked for a pause is left alone for as long; what was written goes with the next try.
      if (this.#pace.restMs === undefined) this.#waitAtMost(AFTER_EDIT_MS);
    };
    this.#stopListening = this.#desktop.on['power:resumed'](() => this.#tryNow());
    this.#wait(0);
  }

  stop(): void {
    this.#isStopped = true;
    this.#news.stop();
    this.#office.onWritten = () => undefined;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  syncNow(): void {
    if (this.#isPaused) void this.pauseUntil(null);
    else this.#tryNow();
  }

  async pauseUntil(untilMs: number | null): Promise<void> {
    const until = untilMs === null ? null : Math.min(untilMs, this.#office.nowMs() + PAUSE_AT_MOST_MS);
    await keepPause(this.#office, until);
    this.status.setState({ pausedUntilMs: until });
    this.#tryNow();
  }

  #tryNow(): void {
    this.#pace = firstPace;
    this.#mustPlan = true;
    this.#wait(0);
  }

  get #isPaused(): boolean {
    const { pausedUntilMs } = this.status.getState();
    return pausedUntilMs !== null && pausedUntilMs > this.#office.nowMs();
  }

  wantFile(hash: string): void {
    this.#files.want(hash);
    this.#wait(0);
  }

  async runOnce(): Promise<CycleResult> {
    const records = await this.#exchange();
    const result = records.ok ? await this.#moveFiles() : records;
    await this.#attachLate();
    return result;
  }

  /** Brings the next try forward. It never puts one off: a hand that types without a pause must not keep the PC from its province. */
  #waitAtMost(ms: number): void {
    const { nextTryAtMs } = this.status.getState();
    if (this.#isPlanned && nextTryAtMs !== null && nextTryAtMs <= this.#office.nowMs() + ms) return;
    this.#wait(ms);
  }

  #wait(wantedMs: number): void {
    if (this.#isStopped) return;
    const { pausedUntilMs } = this.status.getState();
    const ms = this.#isPaused ? Math.max(wantedMs, (pausedUntilMs ?? 0) - this.#office.nowMs()) : wantedMs;
    if (this.#exchanging !== undefined) {
      this.#isAsked = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#isPlanned = true;
    this.status.setState({ nextTryAtMs: this.#office.nowMs() + ms });
    this.#timer = setTimeout(() => {
      this.#isPlanned = false;
      if (this.status.getState().pausedUntilMs !== null && !this.#isPaused) void this.pauseUntil(null);
      // Thousands of records on their way into the store and, at the same time, back from the province would take each other's time.
      if (isAnyInWork()) {
        this.#wait(AFTER_EDIT_MS);
        return;
      }
      void this.#turn();
    }, ms);
  }

  /** An exchange, and files beside what follows: an edit goes out while a piece of a file is under way. */
  async #turn(): Promise<void> {
    const records = await this.#exchange();
    if (records.ok) void this.#moveFiles();
    this.#planNext();
    await this.#attachLate();
  }

  #planNext(): void {
    const isAsked = this.#isAsked;
    this.#isAsked = false;
    // A PC that was taken out asks no more by itself; a person may still ask.
    if (this.status.getState().revoked) return;
    const isSoon = isAsked && this.#pace.failures === 0 && this.#pace.restMs === undefined;
    this.#waitAtMost(isSoon ? AFTER_EDIT_MS : this.#pause());
  }

  #pause(): number {
    return nextDelayMs(this.#pace, Math.random(), this.#files.waitedMs());
  }

  /** One exchange of records at a time; who asks meanwhile hears of that one. */
  #exchange(): Promise<CycleResult> {
    this.#exchanging ??= this.#runRecords().finally(() => {
      this.#exchanging = undefined;
    });
    return this.#exchanging;
  }

  /** An exchange in place of the next planned one. */
  async #exchangeNow(): Promise<CycleResult> {
    clearTimeout(this.#timer);
    this.#isPlanned = false;
    const result = await this.#exchange();
    this.#planNext();
    return result;
  }

  /** One run of files at a time, until nothing is left to move or the line is gone. */
  #moveFiles(): Promise<CycleResult> {
    this.#moving ??= this.#runFiles()
      .catch((error: unknown): CycleResult => {
        // As with records: nothing was half done, the next turn goes on.
        console.error('moving files failed', error);
        return err({ code: 'store-failed' });
      })
      .finally(() => {
        this.#moving = undefined;
      });
    return this.#moving;
  }

  #attachLate(): Promise<void> {
    if (this.#files.takeFetched()) this.#late.note();
    return this.#late.attach();
  }

  async #runRecords(): Promise<CycleResult> {
    this.status.setState({ phase: 'exchanging' });
    const breaks = this.#breaks;
    const begun = await this.#loader.begin().catch(storeFailed);
    const result = begun.ok ? await this.#tryCycle() : begun;
    this.#first.noteEnd(result);
    if (result.ok) {
      this.#pace = paceAfterAnswer(this.#pace, result.value.moved, this.#files.waitedMs());
      if (result.value.moved) this.#mustPlan = true;
      if (!this.#isStopped) this.#news.listen(result.value.moved);
      this.status.setState({
        phase: 'resting',
        reachable: true,
        unreachableSinceMs: null,
        failure: null,
        firstSyncDone: this.status.getState().firstSyncDone || (await this.#isFilled()),
      });
    } else this.#fail(result.error.code, result.error.waitMs, breaks);
    return result;
  }

  /** After records went through: whether all of every stream is here. */
  async #isFilled(): Promise<boolean> {
    return this.#office.disk.getState().level !== 'read-only' && (await listLoads(this.#office)).length === 0;
  }

  async #tryCycle(): Promise<CycleResult> {
    try {
      return await runCycle({
        office: this.#office,
        desktop: this.#desktop,
        rate: this.#rate,
        files: this.#files,
        handIn: this.#handIn,
        reload: this.#hands.reload,
        onAnswer: (rows, reply) => {
          this.#diary.noteAnswer(rows, reply);
          noteAnswered(this.status, this.#office, { rows, bytesPerSecond: this.#rate.bytesPerSecond });
          if (reply.answer.streams.some((page) => page.rows.some(({ type }) => type === 'arrival'))) this.#late.note();
          this.#first.noteAnswer(reply.answer.streams.some(({ more }) => more));
        },
        onAsked: () => this.#first.noteAsked(),
        // Whoever writes without a pause does not keep files from going beside.
        onGoingOn: () => {
          if (!this.#isStopped) void this.#moveFiles();
        },
      });
    } catch (error) {
      // The store failed under the engine (disk full, window closing): nothing was half done, the next turn asks again.
      console.error('sync turn failed', error);
      return { ok: false, error: { code: 'store-failed' } };
    }
  }

  /** Piece by piece; whenever something is unsent the records go first again. */
  async #runFiles(): Promise<CycleResult> {
    const loaded = await this.#loadSnapshots();
    if (!loaded.ok) return loaded;
    this.#first.begin();
    if (!this.#mustPlan) await this.#files.askAgain();
    let result: CycleResult = ok({ moved: false });
    for (;;) {
      if ((this.#isStopped && this.#timer !== undefined) || this.#isPaused) return result;
      const failed = await this.#first.letGo();
      if (failed !== undefined) return failed;
      if (this.#mustPlan) this.#mustPlan = !(await this.#files.plan());
      const breaks = this.#breaks;
      const outcome = await this.#files.movePiece();
      if (outcome === 'no-line') this.#fail('offline', undefined, breaks);
      if (outcome !== 'moved') {
        this.status.setState({ heldFiles: await this.#files.held() });
        this.#waitAtMost(this.#pause()); // sooner than planned: some may be awaited now, or the line has to be tried
        await this.#attachLate();
        return outcome === 'nothing' ? result : err({ code: 'offline' });
      }
      result = ok({ moved: true });
    }
  }

  /** An empty store is filled before any file moves, while records go to and fro beside it. When all of it is in, pages complete the copy. */
  async #loadSnapshots(): Promise<CycleResult> {
    for (let moved = false; ; moved = true) {
      if ((this.#isStopped && this.#timer !== undefined) || this.#isPaused) return ok({ moved });
      const step = await this.#loader.step().catch(storeFailed);
      if (!step.ok) return this.#loadFailed(step.error);
      if (step.value === 'nothing') return moved ? this.#exchangeNow() : ok({ moved });
    }
  }

  #loadFailed({ code, waitMs }: LoadFailure): CycleResult {
    this.#fail(code, waitMs);
    this.#waitAtMost(this.#pause());
    return err({ code, waitMs });
  }

  /** `breaks`: as many as were known when what failed had begun. Records and files break together: that is one failure. */
  #fail(code: ErrorCode, waitMs?: number, breaks = this.#breaks): void {
    if (waitMs !== undefined) this.#pace = paceAfterBusy(this.#pace, waitMs);
    else if (breaks === this.#breaks) this.#pace = paceAfterFailure(this.#pace);
    this.#breaks += 1;
    noteFailed(this.status, code, this.#office.nowMs());
  }
}
