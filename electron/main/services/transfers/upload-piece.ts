import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/base/result.ts';
import { httpPaths, uploadMetadataKeys } from '#shared/contract/http.ts';
import type { TransferState } from '#shared/contract/ipc-parts.ts';
import { CHALLENGE_HEADER, isNonce, PROVABLE_FROM_BYTES } from '#shared/contract/possession.ts';
import type { LineAnswer } from '../province/line.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFile } from '../vault/vault-file.ts';
import type { PieceMeter } from './piece-size.ts';
import { provePossession } from './prove-possession.ts';

const tus = { 'tus-resumable': '1.0.0' } as const;
const PIECE_TYPE = 'application/offset+octet-stream';

/** What an upload needs from its surroundings. `offsets`: how far each file had come, as the server last said; `begun`: files that were tried to begin. */
export type UploadParts = {
  readonly province: Pick<ProvinceClient, 'sendFileCall'>;
  readonly vault: Pick<Vault, 'find' | 'findVerified' | 'read' | 'stream'>;
  readonly meter: PieceMeter;
  readonly offsets: Map<string, number>;
  readonly begun: Set<string>;
};

/**
 * Sends the next piece of a file by tus 1.0. `behind`: files the province has; if this one begins with all bytes of one of them, only the rest is sent. A cut
 * or a disagreement about the offset is settled by asking the server, never by starting over.
 */
export async function uploadPiece(
  parts: UploadParts,
  hash: string,
  behind: readonly string[],
): Promise<Result<TransferState, Refusal>> {
  const found = await parts.vault.findVerified(hash);
  if (!found.ok) return err({ code: found.error });
  const file = found.value;
  const known = parts.offsets.get(hash);
  const offset = known === undefined ? await beginUpload(parts, hash, file, behind) : ok(known);
  if (!offset.ok) return offset;
  return noteState(
    parts,
    hash,
    file.size,
    offset.value < file.size ? await sendPiece(parts, hash, file, offset.value, behind) : offset,
  );
}

/**
 * Where an upload stands at the server; one it knows nothing of is begun. A file of one piece goes along with its beginning (tus creation-with-upload), at
 * the first try only: after a cut the server may have some of it already.
 */
async function beginUpload(
  { province, vault, meter, begun }: UploadParts,
  hash: string,
  file: VaultFile,
  behind: readonly string[],
): Promise<Result<number, Refusal>> {
  const prefix = await findPrefix(vault, hash, file.size, behind);
  const isOnePiece = file.size <= meter.next() && file.size < PROVABLE_FROM_BYTES;
  const goesAlong = prefix === undefined && isOnePiece && !begun.has(hash);
  const read = goesAlong ? await vault.read(hash, 0, file.size) : ok(undefined);
  if (!read.ok) return err({ code: read.error });
  begun.add(hash);
  const answer = await province.sendFileCall({
    method: 'POST',
    path: httpPaths.files,
    headers: {
      ...tus,
      ...(goesAlong && { 'content-type': PIECE_TYPE }),
      'upload-length': String(file.size),
      'upload-metadata': [
        metadataOf(uploadMetadataKeys.hash, hash),
        ...(prefix === undefined ? [] : [metadataOf(uploadMetadataKeys.prefix, prefix)]),
      ].join(','),
    },
    ...(read.value !== undefined && { body: read.value }),
  });
  if (!answer.ok) return answer;
  if (goesAlong) meter.note(file.size, answer.value.roundTripMs);
  const nonce = answer.value.headers[CHALLENGE_HEADER];
  const isThere = isNonce(nonce) && (await provePossession({ province, vault }, hash, file, nonce));
  return ok(isThere ? file.size : (offsetOf(answer.value) ?? 0));
}

/** The longest of these files that are here and whose bytes this one begins with. */
async function findPrefix(
  vault: UploadParts['vault'],
  hash: string,
  size: number,
  behind: readonly string[],
): Promise<string | undefined> {
  const found = await Promise.all(behind.map(async (other) => ({ other, size: (await vault.find(other))?.size ?? 0 })));
  const shorter = found.filter((each) => each.size > 0 && each.size < size).sort((a, b) => b.size - a.size);
  for (const { other, size: length } of shorter) {
    const digest = createHash('sha256');
    for await (const piece of vault.stream(hash, 0, length - 1)) digest.update(piece);
    if (digest.digest('hex') === other) return other;
  }
  return undefined;
}

function metadataOf(key: string, value: string): string {
  return `${key} ${Buffer.from(value).toString('base64')}`;
}

async function sendPiece(
  parts: UploadParts,
  hash: string,
  file: VaultFile,
  offset: number,
  behind: readonly string[],
): Promise<Result<number, Refusal>> {
  const read = await parts.vault.read(hash, offset, Math.min(parts.meter.next(), file.size - offset));
  if (!read.ok) return err({ code: read.error });
  const piece = read.value;
  const sent = await parts.province.sendFileCall({
    method: 'PATCH',
    path: `${httpPaths.files}/${hash}`,
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': PIECE_TYPE },
    body: piece,
  });
  if (sent.ok) {
    parts.meter.note(piece.length, sent.value.roundTripMs);
    return ok(offsetOf(sent.value) ?? offset + piece.length);
  }
  if (sent.error.code === 'offline' || sent.error.code === 'file-hash-mismatch') return sent;
  // 409, 423 and the like: the server knows best how far it is, and begins anew what it has thrown away.
  return beginUpload(parts, hash, file, behind);
}

function noteState(
  { offsets, begun }: UploadParts,
  hash: string,
  size: number,
  reached: Result<number, Refusal>,
): Result<TransferState, Refusal> {
  if (!reached.ok) {
    offsets.delete(hash); // the next call begins by asking; the server keeps what it has
    return reached;
  }
  const done = reached.value >= size;
  if (done) {
    offsets.delete(hash);
    begun.delete(hash);
  } else offsets.set(hash, reached.value);
  return ok({ offset: reached.value, size, done });
}

function offsetOf({ headers }: LineAnswer): number | undefined {
  const text = headers['upload-offset'];
  return typeof text === 'string' && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
