import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { httpPaths } from '#shared/contract/http.ts';
import type { TransferState } from '#shared/contract/ipc-parts.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import type { PieceMeter } from './piece-size.ts';

/** What a download needs from its surroundings. */
export type DownloadParts = {
  readonly province: Pick<ProvinceClient, 'sendFileCall'>;
  readonly vault: Pick<Vault, 'find' | 'findIncomingOffset' | 'appendIncoming'>;
  readonly meter: PieceMeter;
  /** Where the province serves what has this hash; its files unless told otherwise. */
  readonly pathOf?: (hash: string) => string;
};

/**
 * Fetches the next piece of a file and adds it, enciphered, to what is there, also after a restart. The last piece brings it, verified, into the vault.
 * `file-hash-mismatch`: its bytes, or its size, are not what its record says.
 */
export async function downloadPiece(
  parts: DownloadParts,
  hash: string,
  size: number,
): Promise<Result<TransferState, Refusal>> {
  const present = await parts.vault.find(hash);
  if (present !== undefined) return ok({ offset: present.size, size: present.size, done: true });
  const offset = await parts.vault.findIncomingOffset(hash, size);
  if (!offset.ok) return err({ code: offset.error });
  const fetched = offset.value < size ? await fetchPiece(parts, hash, offset.value, size) : ok(new Uint8Array());
  if (!fetched.ok) return fetched;
  const reached = await parts.vault.appendIncoming(hash, size, fetched.value);
  return reached.ok ? ok({ offset: reached.value, size, done: reached.value >= size }) : err({ code: reached.error });
}

async function fetchPiece(
  { province, meter, pathOf = (file) => `${httpPaths.files}/${file}` }: DownloadParts,
  hash: string,
  offset: number,
  size: number,
): Promise<Result<Uint8Array, Refusal>> {
  const last = Math.min(size, offset + meter.next()) - 1;
  const answer = await province.sendFileCall({
    method: 'GET',
    path: pathOf(hash),
    headers: { range: `bytes=${String(offset)}-${String(last)}` },
  });
  if (!answer.ok) return err({ ...answer.error, code: codeOfFile(answer.error.code) });
  const { status, body, roundTripMs } = answer.value;
  // The file ends before its record says: a fault of this file, and not of the line.
  if (status === 206 && body.length < last - offset + 1) return err({ code: 'file-hash-mismatch' });
  const wholeFile = status === 200 && offset === 0 && body.length === size;
  if (!wholeFile && (status !== 206 || body.length !== last - offset + 1)) return err({ code: 'bad-answer' });
  meter.note(body.length, roundTripMs);
  return ok(body);
}

/** `bad-frame` answers a piece that begins behind the file's end (416): what the record says of its size is not so. */
function codeOfFile(code: ErrorCode): ErrorCode {
  if (code === 'file-missing') return 'file-not-here-yet';
  return code === 'bad-frame' ? 'file-hash-mismatch' : code;
}
