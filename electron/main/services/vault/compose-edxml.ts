import { zipSync } from 'fflate';
import { toFileName } from '../save-as.ts';
import type { Vault } from './vault.ts';

/** A text of the message, or a file of the vault that stands there. */
export type EdxmlPiece = string | { readonly hash: string; readonly name: string };

/** The bytes of an edXML message in order. A file is put in as the exchange wants it: a ZIP with it alone, in base64 (QCVN 102:2016/BTTTT). One file at a time lies in memory. */
export async function* composeEdxml(
  vault: Pick<Vault, 'findVerified' | 'stream'>,
  pieces: readonly EdxmlPiece[],
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      yield Buffer.from(piece, 'utf8');
      continue;
    }
    const found = await vault.findVerified(piece.hash);
    if (!found.ok) throw new Error(found.error);
    const parts: Uint8Array[] = [];
    for await (const part of vault.stream(piece.hash, 0, found.value.size - 1)) parts.push(part);
    const zip = zipSync({ [toFileName(piece.name)]: [Buffer.concat(parts), { mtime: '1980-01-01T00:00:00' }] });
    yield Buffer.from(Buffer.from(zip).toString('base64'), 'latin1');
  }
}
