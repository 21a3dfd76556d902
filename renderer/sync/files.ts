import type { ErrorCode } from '#shared/base/errors.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import {
  failTransfer,
  nextTransfer,
  noteTransfer,
  planTransfers,
  unplannedFiles,
  type NamedFile,
} from '#renderer/data/files/transfer-store.ts';
import type { Office } from '#renderer/data/office.ts';
import type { TransferRow } from '#renderer/data/rows.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

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
  readonly #mismatches = new Map<string, number>();
  /** Files the province did not have when asked; asked again after the next plan. */
  readonly #notThere = new Set<string>();
  #wanted: string | undefined;

  constructor(office: Office, desktop: DesktopBridge) {
    this.#office = office;
    this.#desktop = desktop;
  }

  /** A person waits for this file: it goes first. */
  want(hash: string): void {
    this.#notThere.delete(hash);
    this.#wanted = hash;
  }

  /** Finds out for files of new records where they lie: here and not there → up, there and not here → down. False without line. */
  async plan(): Promise<boolean> {
    this.#notThere.clear();
    for await (const rows of unplannedFiles(this.#office)) {
      for (let from = 0; from < rows.length; from += ASK_AT_ONCE) {
        if (!(await this.#planSome(rows.slice(from, from + ASK_AT_ONCE)))) return false;
      }
    }
    return true;
  }

  /** Files the province did not have may have come there without any news of a record: asked in one request, the longest waiting first. */
  async askAgain(): Promise<void> {
    const hashes = [...this.#notThere].slice(0, ASK_AT_ONCE);
    const missing = hashes.length === 0 ? [] : await this.#missing(hashes);
    if (missing === undefined) return;
    for (const hash of hashes) this.#notThere.delete(hash);
    for (const hash of missing) this.#notThere.add(hash);
  }

  /** Moves one piece of the file whose turn it is. */
  async movePiece(): Promise<PieceOutcome> {
    const file = await nextTransfer(this.#office, this.#notThere, this.#wanted);
    if (file === undefined) return 'nothing';
    // While the disk runs full no file is fetched any more; records are.
    if (file.direction === 'down' && this.#office.disk.getState().level !== 'ample') return 'nothing';
    const { hash, size } = file;
    // What a sender says of a size may be anything.
    if (file.direction === 'down' && size > FILE_MAX_BYTES) {
      await failTransfer(this.#office, hash, 'file-too-large');
      return 'moved';
    }
    const reply =
      file.direction === 'up'
        ? await callDesktop(this.#desktop, 'files:upload-piece', { hash })
        : await callDesktop(this.#desktop, 'files:download-piece', { hash, size });
    if (!reply.ok) return this.#refused(file, reply.error.code);
    await noteTransfer(this.#office, hash, reply.value.offset, reply.value.done);
    return 'moved';
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
        state: isDone ? 'done' : 'waiting',
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

  async #refused({ hash, direction }: TransferRow, code: ErrorCode): Promise<PieceOutcome> {
    if (lineCodes.includes(code)) return 'no-line';
    if (direction === 'down' && (code === 'file-not-here-yet' || code === 'file-missing')) {
      this.#notThere.add(hash);
      return 'moved';
    }
    const mismatches = (this.#mismatches.get(hash) ?? 0) + 1;
    this.#mismatches.set(hash, mismatches);
    if (code === 'file-hash-mismatch' && mismatches <= MAX_MISMATCHES) await noteTransfer(this.#office, hash, 0, false);
    else await failTransfer(this.#office, hash, code);
    return 'moved';
  }
}
