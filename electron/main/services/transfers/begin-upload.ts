import { createHash } from 'node:crypto';
import { ok, err, type Result } from '#shared/base/result.ts';
import { httpPaths, uploadMetadataKeys } from '#shared/contract/http.ts';
import { CHALLENGE_HEADER, isNonce, PROVABLE_FROM_BYTES } from '#shared/contract/possession.ts';
import type { LineAnswer } from '../province/line.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFile } from '../vault/vault-file.ts';
import type { PieceMeter } from './piece-size.ts';
import { provePossession } from './prove-possession.ts';
import type { UploadLine } from './upload-line.ts';

/** What every request of an upload says. */
export const tus = { 'tus-resumable': '1.0.0' } as const;

/** Media type of bytes of a file. */
export const PIECE_TYPE = 'application/offset+octet-stream';

/** What the beginning of an upload needs. `begun`: files that were tried to begin. */
export type BeginParts = {
  readonly province: Pick<ProvinceClient, 'sendFileCall'>;
  readonly line: UploadLine;
  readonly vault: Pick<Vault, 'find' | 'findVerified' | 'read' | 'stream'>;
  readonly meter: PieceMeter;
  readonly begun: Set<string>;
};

/**
 * Where an upload stands at the server; one it knows nothing of is begun. The first piece of a file goes along with its beginning (tus creation-with-upload)
 * unless it may be spared, and at the first try only: after a cut the server may have some of it already, and is asked.
 */
export async function beginUpload(
  parts: BeginParts,
  hash: string,
  file: VaultFile,
  behind: readonly string[],
): Promise<Result<number, Refusal>> {
  const { province, line, vault, meter, begun } = parts;
  const prefix = await findPrefix(vault, hash, file.size, behind);
  const goesAlong = prefix === undefined && file.size < PROVABLE_FROM_BYTES && !begun.has(hash);
  const read = goesAlong ? await vault.read(hash, 0, Math.min(meter.next(), file.size)) : ok(undefined);
  if (!read.ok) return err({ code: read.error });
  begun.add(hash);
  const answer = await line.send({
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
    goesBehind: true,
  });
  if (!answer.ok) {
    const mayHaveSome = goesAlong && answer.error.code === 'offline';
    return mayHaveSome ? beginUpload(parts, hash, file, behind) : answer;
  }
  const nonce = answer.value.headers[CHALLENGE_HEADER];
  const isThere = isNonce(nonce) && (await provePossession({ province, vault }, hash, file, nonce));
  return ok(isThere ? file.size : (offsetOf(answer.value) ?? 0));
}

/** How far the server says an upload is; undefined when it does not. */
export function offsetOf({ headers }: LineAnswer): number | undefined {
  const text = headers['upload-offset'];
  return typeof text === 'string' && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** The longest of these files that are here and whose bytes this one begins with. */
async function findPrefix(
  vault: BeginParts['vault'],
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
