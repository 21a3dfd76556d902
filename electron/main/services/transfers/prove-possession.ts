import { createHash } from 'node:crypto';
import { httpPaths } from '#shared/contract/http.ts';
import { fileProofAnswerSchema, possessionRanges, type FileProofRequest } from '#shared/contract/possession.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import { parseJson } from '../province/refusal.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFile } from '../vault/vault-file.ts';

/** What a proof is made and sent with. */
export type PossessionParts = {
  readonly province: Pick<ProvinceClient, 'sendFileCall'>;
  readonly vault: Pick<Vault, 'read'>;
};

/**
 * Shows the province that this PC has the bytes of a file, with the nonce it gave. Whether the file is there now; when not (for whatever reason), it is
 * sent like any other.
 */
export async function provePossession(
  { province, vault }: PossessionParts,
  hash: string,
  { size }: VaultFile,
  nonce: string,
): Promise<boolean> {
  const digest = createHash('sha256').update(nonce);
  for (const { start, end } of possessionRanges(nonce, size)) {
    const read = await vault.read(hash, start, end - start + 1);
    if (!read.ok) return false;
    digest.update(read.value);
  }
  const request: FileProofRequest = { hash, size, nonce, proof: digest.digest('hex') };
  const answer = await province.sendFileCall({
    method: 'POST',
    path: httpPaths.filesProof,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
  });
  if (!answer.ok) return false;
  const parsed = fileProofAnswerSchema.safeParse(parseJson(answer.value.body));
  return parsed.success && parsed.data.here;
}
