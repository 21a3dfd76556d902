import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { callDesktop, getDesktop } from './desktop.ts';

const PIECE_BYTES = 1024 * 1024;

/** A file of the vault with all its bytes; what the desktop answers when it cannot be read, `file-not-here-yet` among them. */
export async function readVaultFile(hash: string, name: string): Promise<Result<File, { readonly code: ErrorCode }>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; ; start += PIECE_BYTES) {
    const piece = await callDesktop(getDesktop(), 'vault:read', { hash, start, length: PIECE_BYTES });
    if (!piece.ok) return err({ code: piece.error.code });
    pieces.push(new Uint8Array(piece.value));
    if (piece.value.length < PIECE_BYTES) return ok(new File(pieces, name));
  }
}
