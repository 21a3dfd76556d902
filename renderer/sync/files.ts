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
/** Pieces on their way up at once: while the answer to one is awaited the line carries the next. */
const PIECES_AT_ONCE = 2;

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

/** A piece on its way: as many bytes of the file as it is thought to carry, up to where, and whether it is thought to be the last one. */
type Flight = {
  readonly hash: string;
  readonly direction: 'up' | 'down';
  readonly bytes: number;
  readonly upTo: number;
  readonly isLast: boolean;
  readonly outcome: Promise<PieceOutcome>;
  /** The line was gone, and that is known. */
  isLost: boolean;
};

/** Files behind the records: piece by piece, so that records go between two pieces. */
export class FileMover {
  readonly #office: Office;
  readonly #desktop: DesktopBridge;
  readonly #queue: TransferQueue;
  readonly #mismatches = new Map<string, number>();
  /** Files the province did not have when asked, and since when they are awaited (milliseconds of the office's clock); the longest waiting first. */
  readonly #notThere = new Map<string, number>();
  readonly #onWhole: (direction: 'up' | 'down') => void;
  /** Pieces on their way, in their order. */
  #flights: Flight[] = [];
  /** How far files have come of which pieces moved. */
  readonly #reached = new Map<string, number>();
  #wanted: string | undefined;
  #hasFetched = false;
  /** Bytes of a piece that goes up; undefined until one has gone, which goes alone: what would be left of its file cannot be known. */
  #pieceBytes: number | undefined;

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

  /** Begins pieces of the files whose turn it is, as many as may be on their way, and waits until the first of them has arrived. */
  async movePiece(): Promise<PieceOutcome> {
    this.#flights = this.#flights.filter(({ isLost }) => !isLost);
    while (this.#flights.length < (this.#pieceBytes === undefined ? 1 : PIECES_AT_ONCE)) {
      const file = await this.#nextFile();
      if (file === undefined) break;
      this.#begin(file);
    }
    const [first] = this.#flights;
    if (first === undefined) return 'nothing';
    try {
      return await first.outcome;
    } finally {
      this.#flights = this.#flights.filter((each) => each !== first);
    }
  }

  /** The file of which a piece may begin now. What comes down goes alone. */
  async #nextFile(): Promise<TransferRow | undefined> {
    if (this.#flights.some(({ direction }) => direction === 'down')) return undefined;
    const flyingBytes = this.#flights.reduce((sum, { bytes }) => sum + bytes, 0);
    const isAllOnItsWay = (hash: string): boolean => this.#flights.some((each) => each.hash === hash && each.isLast);
    const skip = { has: (hash: string): boolean => this.#notThere.has(hash) || isAllOnItsWay(hash) };
    const file = await this.#queue.next(skip, this.#wanted, flyingBytes);
    if (file?.direction !== 'down') return file;
    // While the disk runs full no file is fetched any more; records are.
    return this.#flights.length > 0 || this.#office.disk.getState().level !== 'ample' ? undefined : file;
  }

  #begin(file: TransferRow): void {
    const { hash, direction, size, offset } = file;
    const from = this.#flights.findLast((each) => each.hash === hash)?.upTo ?? this.#reached.get(hash) ?? offset;
    const upTo = Math.min(size, from + (this.#pieceBytes ?? size));
    if (!this.#reached.has(hash)) this.#reached.set(hash, offset);
    const outcome = this.#move(file);
    const flight = { hash, direction, bytes: upTo - from, upTo, isLast: upTo >= size, outcome, isLost: false };
    this.#flights.push(flight);
    outcome.then(
      (came) => {
        flight.isLost = came === 'no-line';
      },
      () => undefined, // told to who waits for it
    );
  }

  async #move(file: TransferRow): Promise<PieceOutcome> {
    const { hash, size } = file;
    // What a sender says of a size may be anything.
    if (file.direction === 'down' && size > FILE_MAX_BYTES) return this.#failed(hash, 'file-too-large');
    const reply =
      file.direction === 'up'
        ? await callDesktop(this.#desktop, 'files:upload-piece', await this.#uploadOf(file))
        : await callDesktop(this.#desktop, 'files:download-piece', { hash, size });
    if (!reply.ok) return this.#refused(file, reply.error.code);
    const { offset, done, nextBytes } = reply.value;
    if (nextBytes !== undefined) this.#pieceBytes = nextBytes;
    await noteTransfer(this.#office, hash, offset, done);
    this.#note(file, offset, done);
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
    this.#note(file, 0, false);
    return 'moved';
  }

  async #failed(hash: string, code: ErrorCode): Promise<PieceOutcome> {
    await failTransfer(this.#office, hash, code);
    this.#reached.delete(hash);
    this.#queue.note(hash, 0, 'done');
    return 'moved';
  }

  #note({ hash, offset: known }: TransferRow, offset: number, isDone: boolean): void {
    this.#queue.note(hash, offset - (this.#reached.get(hash) ?? known), isDone ? 'done' : { offset });
    if (isDone) this.#reached.delete(hash);
    else this.#reached.set(hash, offset);
  }
}

function beginningOf(hash: string): string {
  return hash.slice(0, AWAITED_DIGITS);
}
