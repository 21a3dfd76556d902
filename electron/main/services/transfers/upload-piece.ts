import { err, ok, type Result } from '#shared/base/result.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { TransferState } from '#shared/contract/ipc-parts.ts';
import type { LineAnswer } from '../province/line.ts';
import type { Refusal } from '../province/refusal.ts';
import type { VaultFile } from '../vault/vault-file.ts';
import { beginUpload, offsetOf, PIECE_TYPE, tus, type BeginParts } from './begin-upload.ts';
import type { OneAtATime } from './one-at-a-time.ts';

/** An upload as this PC knows it. A failure makes it anew, so that pieces behind the one that failed are known for what they are. */
type Upload = {
  /** Where the next piece begins: behind all that were sent. */
  next: number;
  /** How far the server has said it is. */
  reached: number;
  /** The piece sent last. */
  last?: { readonly answer: Answer; readonly settled: Sent };
  /** A piece did not go: where the upload stands is being asked. */
  hasFailed?: true;
};

/** What an upload needs from its surroundings. */
export type UploadParts = BeginParts & {
  /** Uploads on their way, by hash. */
  readonly uploads: Map<string, Upload>;
  readonly oneAtATime: OneAtATime;
};

type Answer = Promise<Result<LineAnswer, Refusal>>;
type Sent = Promise<Result<TransferState, Refusal>>;

/**
 * Sends the next piece of a file by tus 1.0; where the server takes pieces in turn, while the one before is not answered yet. `behind`: files the province
 * has; if this one begins with all bytes of one of them, only the rest is sent. A cut or a disagreement about the offset is settled by asking the server,
 * never by starting over.
 */
export async function uploadPiece(parts: UploadParts, hash: string, behind: readonly string[]): Sent {
  // Offsets are given out one after another; the answers are awaited beside each other.
  const { sent } = await parts.oneAtATime(hash, () => beginPiece(parts, hash, behind));
  return sent;
}

async function beginPiece(
  parts: UploadParts,
  hash: string,
  behind: readonly string[],
): Promise<{ readonly sent: Sent }> {
  const found = await parts.vault.findVerified(hash);
  if (!found.ok) return { sent: Promise.resolve(err({ code: found.error })) };
  const file = found.value;
  const upload = parts.uploads.get(hash) ?? (await openUpload(parts, hash, file, behind));
  if ('code' in upload) return { sent: Promise.resolve(err(upload)) };
  const { last } = upload;
  if (last !== undefined && (!parts.line.takesInTurn || upload.next >= file.size)) await last.answer;
  // Awaited by who asked for this piece, not here: what settles it needs this turn.
  if (last !== undefined && upload.hasFailed === true) return { sent: last.settled };
  if (upload.next >= file.size) return { sent: Promise.resolve(ok(stateOf(parts, hash, file, upload))) };
  const from = upload.next;
  const read = await parts.vault.read(hash, from, Math.min(parts.meter.next(), file.size - from));
  if (!read.ok) return { sent: Promise.resolve(err({ code: read.error })) };
  const answer = parts.line.send({
    method: 'PATCH',
    path: `${httpPaths.files}/${hash}`,
    headers: { ...tus, 'upload-offset': String(from), 'content-type': PIECE_TYPE },
    body: read.value,
    goesBehind: true,
  });
  upload.next = from + read.value.length;
  const settled = settlePiece(parts, hash, file, behind, { upload, upTo: upload.next, answer });
  upload.last = { answer, settled };
  return { sent: settled };
}

/** Where an upload stands, asked; it is known from then on. */
async function openUpload(
  parts: UploadParts,
  hash: string,
  file: VaultFile,
  behind: readonly string[],
): Promise<Upload | Refusal> {
  const offset = await beginUpload(parts, hash, file, behind);
  if (!offset.ok) return offset.error;
  const upload: Upload = { next: offset.value, reached: offset.value };
  parts.uploads.set(hash, upload);
  return upload;
}

type PieceOnItsWay = { readonly upload: Upload; readonly upTo: number; readonly answer: Answer };

async function settlePiece(
  parts: UploadParts,
  hash: string,
  file: VaultFile,
  behind: readonly string[],
  { upload, upTo, answer }: PieceOnItsWay,
): Sent {
  const sent = await answer;
  if (sent.ok) {
    upload.reached = offsetOf(sent.value) ?? upTo;
    return ok(stateOf(parts, hash, file, upload));
  }
  upload.hasFailed = true;
  if (sent.error.code === 'file-hash-mismatch') {
    parts.uploads.delete(hash);
    return sent;
  }
  // A broken line, 409, 423 and the like: the server knows best how far it is, and begins anew what it has thrown away.
  return parts.oneAtATime(hash, async () => {
    const known = parts.uploads.get(hash);
    if (known === upload) parts.uploads.delete(hash);
    // A piece that went before this one has failed too, and has asked already.
    else return known === undefined ? sent : ok(stateOf(parts, hash, file, known));
    const asked = await openUpload(parts, hash, file, behind);
    return 'code' in asked ? err(asked) : ok(stateOf(parts, hash, file, asked));
  });
}

function stateOf(
  { uploads, begun, meter }: UploadParts,
  hash: string,
  { size }: VaultFile,
  { reached }: Upload,
): TransferState {
  const done = reached >= size;
  if (done) {
    uploads.delete(hash);
    begun.delete(hash);
  }
  return { offset: reached, size, done, nextBytes: meter.next() };
}
