import type { ErrorCode } from '#shared/base/errors.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { HeldFor } from '#shared/domain/attachment/transfer-order.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { PREFIXES_MAX } from '#shared/contract/http.ts';
import { AWAITED_DIGITS, AWAITED_MAX } from '#shared/contract/protocol.ts';
import {
  failTransfer,
  listLikelyPrefixes,
  noteTransfer,
  planTransfers,
  unplannedFiles,
  type NamedFile,
} from '#renderer/data/files/transfer-store.ts';
import { noteMissingFile } from '#renderer/data/files/missing-files.ts';
import type { Office } from '#renderer/data/office.ts';
import type { TransferRow } from '#renderer/data/rows.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { TransferQueue } from './transfer-queue.ts';

const ASK_AT_ONCE = 500;
const MAX_MISMATCHES = 2;

/** What moving one piece came to: go on, nothing left to do now, or no line. */
export type PieceOutcome = 'moved' | 'nothing' | 'no-line';

/** Codes that speak of the line or the server and not of the file. */
const lineCodes: readonly ErrorCode[] = [
  'offline',
  'bad-answer',
  'server-error',
  'session-expired',
  'too-many-requests',
  'not-enrolled',
  'device-revoked',
  'unexpected',
];

/** Files behind the records: one piece at a time, so that records go between two pieces. */
export class FileMover {
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  readonly #queue: TransferQueue;
  readonly #mismatches = new Map<string, number>();
  /** Files the province did not have when asked, and since when they are awaited (milliseconds of the office's clock); the longest waiting first. */
  readonly #notThere = new Map<string, number>();
  readonly #onWhole: (direction: 'up' | 'down') => void;
  #wanted: string | undefined;
  #hasFetched = false;

  /** `onWhole`: called when a file has gone or come whole. */
  constructor(office: Office, desktop: DesktopBridge, onWhole: (direction: 'up' | 'down') => void = () => undefined) {
    this.#office = office;
    this.#desktop = desktop;
    this.#queue = new TransferQueue(office);
    this.#onWhole = onWhole;
  }

  /** A person waits for this file: it goes first. */
  want(hash: string): void {
    this.#notThere.delete(hash);
    this.#wanted = hash;
  }

  /** Finds out for files of new records where they lie: here and not there → up, there and not here → down. False without line. */
  async plan(): Promise<boolean> {
    this.#queue.renew();
    for await (const rows of unplannedFiles(this.#office)) {
      for (let from = 0; from < rows.length; from += ASK_AT_ONCE) {
        if (!(await this.#planSome(rows.slice(from, from + ASK_AT_ONCE)))) return false;
      }
    }
    return true;
  }

  /**
   * Files the province did not have when they were asked for, as a request for records names them: it tells which have come. They come without any news of a
   * record. Those awaited last, for they are the likeliest.
   */
  awaited(): readonly string[] {
    return [...this.#notThere.keys()].slice(-AWAITED_MAX).map(beginningOf);
  }

  /** How long the file awaited last has been awaited, in milliseconds; undefined when none is. */
  waitedMs(): number | undefined {
    const since = [...this.#notThere.values()].at(-1);
    return since === undefined ? undefined : Math.max(0, this.#office.nowMs() - since);
  }

  /** These of the awaited files have come to the province. */
  noteHere(beginnings: readonly string[]): void {
    const here = new Set(beginnings);
    for (const hash of this.#notThere.keys()) if (here.has(beginningOf(hash))) this.#notThere.delete(hash);
  }

  /** Asks for awaited files that are too many for a request for records: in one request, the longest waiting first. */
  async askAgain(): Promise<void> {
    const hashes = [...this.#notThere.keys()].slice(0, -AWAITED_MAX).slice(0, ASK_AT_ONCE);
    const missing = hashes.length === 0 ? [] : await this.#missing(hashes);
    if (missing === undefined) return;
    const lacking = new Set(missing);
    for (const hash of hashes) if (!lacking.has(hash)) this.#notThere.delete(hash);
  }

  /** Whether a file has come whole since this was asked last. */
  takeFetched(): boolean {
    const has = this.#hasFetched;
    this.#hasFetched = false;
    return has;
  }

  /** Files that the office's rules for the line let wait, by hash. */
  held(): Promise<ReadonlyMap<string, HeldFor>> {
    return this.#queue.held(this.#wanted);
  }

  /** Moves one piece of the file whose turn it is. */
  async movePiece(): Promise<PieceOutcome> {
    const file = await this.#queue.next(this.#notThere, this.#wanted);
    if (file === undefined) return 'nothing';
    // While the disk runs full no file is fetched any more; records are.
    if (file.direction === 'down' && this.#office.disk.getState().level !== 'ample') return 'nothing';
    const { hash, size } = file;
    // What a sender says of a size may be anything.
    if (file.direction === 'down' && size > FILE_MAX_BYTES) return this.#failed(hash, 'file-too-large');
    const reply =
      file.direction === 'up'
        ? await callDesktop(this.#desktop, 'files:upload-piece', await this.#uploadOf(file))
        : await callDesktop(this.#desktop, 'files:download-piece', { hash, size });
    if (!reply.ok) return this.#refused(file, reply.error.code);
    const { offset, done } = reply.value;
    await noteTransfer(this.#office, hash, offset, done);
    this.#queue.note(hash, offset - file.offset, done ? 'done' : { offset });
    if (done) this.#onWhole(file.direction);
    if (done && file.direction === 'down') this.#hasFetched = true;
    return 'moved';
  }

  /** Only with the first piece: from then on the province knows where the upload stands. */
  async #uploadOf(file: TransferRow): Promise<{ hash: string; behind?: string[] }> {
    const { hash, state } = file;
    const behind = state === 'waiting' ? await listLikelyPrefixes(this.#office, file, PREFIXES_MAX) : [];
    return behind.length === 0 ? { hash } : { hash, behind: [...behind] };
  }

  async #planSome(rows: readonly NamedFile[]): Promise<boolean> {
    const hashes = rows.map(({ hash }) => hash);
    const present = await callDesktop(this.#desktop, 'vault:present', { hashes });
    if (!present.ok) return false;
    const here = new Set(present.value);
    const asked = hashes.filter((hash) => here.has(hash));
    const missing = asked.length === 0 ? [] : await this.#missing(asked);
    if (missing === undefined) return false;
    const lacking = new Set(missing);
    const toRow = ({ hash, name, size, documentId }: NamedFile): TransferRow => {
      const isHere = here.has(hash);
      const isDone = isHere && !lacking.has(hash);
      return {
        hash,
        name,
        size,
        documentId,
        offset: isDone ? size : 0,
        direction: isHere ? 'up' : 'down',
        ...(isDone ? { state: 'done', doneAt: this.#office.nowMs() } : { state: 'waiting' }),
      };
    };
    await planTransfers(this.#office, rows.map(toRow));
    for (const { hash } of rows) this.#mismatches.delete(hash);
    return true;
  }

  async #missing(hashes: readonly string[]): Promise<readonly string[] | undefined> {
    const reply = await callDesktop(this.#desktop, 'files:missing', { hashes: [...hashes] });
    return reply.ok ? reply.value : undefined;
  }

  async #refused(file: TransferRow, code: ErrorCode): Promise<PieceOutcome> {
    const { hash, direction } = file;
    if (lineCodes.includes(code)) return 'no-line';
    if (direction === 'down' && (code === 'file-not-here-yet' || code === 'file-missing')) {
      this.#notThere.set(hash, this.#office.nowMs());
      await noteMissingFile(this.#office, file);
      return 'moved';
    }
    const mismatches = (this.#mismatches.get(hash) ?? 0) + 1;
    this.#mismatches.set(hash, mismatches);
    if (code !== 'file-hash-mismatch' || mismatches > MAX_MISMATCHES) return this.#failed(hash, code);
    await noteTransfer(this.#office, hash, 0, false);
    this.#queue.note(hash, 0, { offset: 0 });
    return 'moved';
  }

  async #failed(hash: string, code: ErrorCode): Promise<PieceOutcome> {
    await failTransfer(this.#office, hash, code);
    this.#queue.note(hash, 0, 'done');
    return 'moved';
  }
}

function beginningOf(hash: string): string {
  return hash.slice(0, AWAITED_DIGITS);
}
