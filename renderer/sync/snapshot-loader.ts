import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { SnapshotChunk } from '#shared/sync/snapshot-load.ts';
import type { Row } from '#shared/sync/record.ts';
import type { Office } from '#renderer/data/office.ts';
import {
  applyChunkRows,
  beginLoads,
  giveUpLoad,
  hasBlankStream,
  listLoads,
  type PendingLoad,
} from '#renderer/data/replica/snapshot-load.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { SnapshotProgress, type LoadProgress } from './snapshot-progress.ts';

/** Why nothing came; `waitMs`: the pause a busy server asked for, milliseconds. */
export type LoadFailure = { readonly code: ErrorCode; readonly waitMs?: number | undefined };

/** What a step came to: go on, or nothing is (or may be) loaded now. */
type LoadOutcome = Result<'moved' | 'nothing', LoadFailure>;

/** How often a chunk may come damaged before the stream is pulled page by page instead. */
const MOST_DAMAGED = 3;

/** Codes that speak of the line and not of snapshots: to be tried again. Whatever else is wrong with them, pages bring everything too. */
const lineCodes: readonly ErrorCode[] = ['offline', 'too-many-requests', 'locked', 'session-expired'];

/** Codes of a chunk that lies here and is not what it should be, or that did not come as it should. */
const damageCodes: readonly ErrorCode[] = ['file-hash-mismatch', 'vault-damaged', 'file-missing'];

/**
 * Fills an empty store from the province's snapshots, chunk by chunk, while people already work with what is here. It can end anywhere: the cookie says
 * which chunk is next, and what has come of it lies with the desktop.
 */
export class SnapshotLoader {
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  readonly #progress: SnapshotProgress;
  readonly #fetching = new Map<string, Promise<Result<null, LoadFailure>>>();
  readonly #damaged = new Map<string, number>();
  /** Chunks come one after another: together they would only make each other late. */
  #turn: Promise<Result<null, LoadFailure>> = Promise.resolve(ok(null));

  /** `tell`: how far it has come; null when nothing is on its way. */
  constructor(office: Office, desktop: DesktopBridge, tell: (progress: LoadProgress | null) => void) {
    this.#office = office;
    this.#desktop = desktop;
    this.#progress = new SnapshotProgress(tell);
  }

  /** Asks for snapshots if the store is empty. An error says that the line failed before that was known: nothing may be pulled page by page yet. */
  async begin(): Promise<Result<null, LoadFailure>> {
    if (this.#mayLoad() && (await hasBlankStream(this.#office))) {
      const reply = await callDesktop(this.#desktop, 'snapshot:list', undefined);
      if (!reply.ok && lineCodes.includes(reply.error.code)) return err(reply.error);
      if (reply.ok && reply.value.length > 0) await beginLoads(this.#office, reply.value);
    }
    const loads = await listLoads(this.#office);
    this.#progress.follow(loads);
    this.#fetchAhead(loads);
    return ok(null);
  }

  /** Brings the next chunk into the store, fetching the one behind it meanwhile. */
  async step(): Promise<LoadOutcome> {
    const loads = await listLoads(this.#office);
    this.#progress.follow(loads);
    const [pending] = loads;
    const part = pending?.load.parts[pending.load.done];
    if (pending === undefined || part === undefined || !this.#mayLoad()) return ok('nothing');
    const fetched = await this.#fetch(pending.cookie.stream, part);
    if (!fetched.ok) return this.#refused(pending, part, fetched.error);
    this.#fetchAhead(loads);
    return this.#apply(pending, part);
  }

  #mayLoad(): boolean {
    return this.#office.disk.getState().level !== 'read-only';
  }

  async #apply(pending: PendingLoad, part: SnapshotChunk): Promise<LoadOutcome> {
    let coming = this.#rows(part, 0);
    for (let from = 0; ;) {
      const begun = performance.now();
      const reply = await coming;
      if (!reply.ok) return this.#refused(pending, part, reply.error);
      const { rows, isLast } = reply.value;
      from += rows.length;
      // The desktop gets the next ones ready while these are written.
      if (!isLast) coming = this.#rows(part, from);
      // Another life of the stream began meanwhile: what is left of this one is of no use.
      if (!(await applyChunkRows(this.#office, pending, rows, isLast))) return this.#forget(part.hash);
      this.#progress.noteApplied(rows.filter(isPaper).length, performance.now() - begun);
      if (isLast) return this.#forget(part.hash);
    }
  }

  #rows({ hash }: SnapshotChunk, from: number): Promise<IpcReply<'snapshot:rows'>> {
    return callDesktop(this.#desktop, 'snapshot:rows', { hash, from });
  }

  async #refused(pending: PendingLoad, part: SnapshotChunk, failure: LoadFailure): Promise<LoadOutcome> {
    const { code } = failure;
    // What waited behind it was not asked for either.
    this.#fetching.clear();
    this.#turn = Promise.resolve(ok(null));
    if (lineCodes.includes(code)) return err(failure);
    if (damageCodes.includes(code)) {
      const damaged = (this.#damaged.get(part.hash) ?? 0) + 1;
      this.#damaged.set(part.hash, damaged);
      if (damaged < MOST_DAMAGED) return this.#forget(part.hash);
    } else if (!isOfSnapshot(code)) return err(failure);
    await giveUpLoad(this.#office, pending);
    for (const { hash } of pending.load.parts.slice(pending.load.done)) await this.#forget(hash);
    return ok('moved');
  }

  async #forget(hash: string): Promise<LoadOutcome> {
    this.#fetching.delete(hash);
    await callDesktop(this.#desktop, 'snapshot:drop', { hash });
    return ok('moved');
  }

  /** The line works on the next two chunks while the one before is taken into the store. */
  #fetchAhead(loads: readonly PendingLoad[]): void {
    const next = loads.flatMap(({ cookie, load }) =>
      load.parts.slice(load.done).map((part) => [cookie.stream, part] as const),
    );
    for (const [stream, part] of next.slice(0, 2)) void this.#fetch(stream, part);
  }

  #fetch(stream: string, part: SnapshotChunk): Promise<Result<null, LoadFailure>> {
    const begun = this.#fetching.get(part.hash);
    if (begun !== undefined) return begun;
    const fetching = this.#turn.then((before) => (before.ok ? this.#fetchPieces(stream, part) : before));
    this.#turn = fetching;
    this.#fetching.set(part.hash, fetching);
    return fetching;
  }

  async #fetchPieces(stream: string, { hash, size }: SnapshotChunk): Promise<Result<null, LoadFailure>> {
    for (;;) {
      const begun = performance.now();
      const reply = await callDesktop(this.#desktop, 'snapshot:fetch-piece', { stream, hash, size });
      if (!reply.ok) return err(reply.error);
      this.#progress.noteFetched(hash, reply.value.offset, performance.now() - begun);
      if (reply.value.done) return ok(null);
    }
  }
}

/** Codes after which this snapshot will not come: a newer one has taken its place, or it is not what this build can read. */
function isOfSnapshot(code: ErrorCode): boolean {
  return code === 'file-not-here-yet' || code === 'bad-answer' || code === 'not-found' || code === 'server-error';
}

function isPaper({ type }: Row): boolean {
  return type === 'document' || type === 'outgoing';
}

/** The store failed under the engine (disk full, window closing): nothing was half done, the next turn begins there again. */
export function storeFailed(cause: unknown): Result<never, LoadFailure> {
  console.error('a snapshot was not taken in', cause);
  return err({ code: 'store-failed' });
}
