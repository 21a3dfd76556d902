import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import { cleanFileName } from '#shared/domain/attachment/file-name.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { callDesktop, getDesktop } from './desktop.ts';
import { isGone, readPiece } from './pdf-bytes.ts';

const PIECE_BYTES = 1024 * 1024;

/**
 * Copies a file into the vault in pieces; it is there, fsynced and under its hash, when this succeeds. `onProgress` is told bytes sent.
 * A cancelled or failed copy leaves nothing behind.
 */
export async function storeFile(
  file: File,
  pages: number | null,
  onProgress?: (sent: number) => void,
  signal?: AbortSignal,
  mime: AttachmentMime = 'application/pdf',
): Promise<Result<StoredFile, { readonly code: ErrorCode }>> {
  const desktop = getDesktop();
  const begun = await callDesktop(desktop, 'vault:begin', { size: file.size });
  if (!begun.ok) return err({ code: begun.error.code });
  const { handle } = begun.value;
  const failure = await sendPieces(desktop, handle, file, onProgress, signal);
  if (failure !== undefined) {
    await callDesktop(desktop, 'vault:abort', { handle });
    return err({ code: failure });
  }
  const finished = await callDesktop(desktop, 'vault:finish', { handle });
  if (!finished.ok) return err({ code: finished.error.code });
  return ok({
    hash: finished.value.hash,
    name: cleanFileName(file.name, mime),
    size: finished.value.size,
    mime,
    pages,
  });
}

/** Takes a file out of the vault that no record names: a form was given up. */
export async function discardFile(hash: string): Promise<void> {
  await callDesktop(getDesktop(), 'vault:discard', { hash });
}

async function sendPieces(
  desktop: DesktopBridge,
  handle: string,
  file: File,
  onProgress: ((sent: number) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<ErrorCode | undefined> {
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    if (signal?.aborted === true) return 'file-unreadable';
    const piece = await read(file, from);
    if (typeof piece === 'string') return piece;
    const sent = await callDesktop(desktop, 'vault:append', { handle, bytes: piece });
    if (!sent.ok) return sent.error.code;
    onProgress?.(from + piece.length);
  }
  return undefined;
}

async function read(file: File, from: number): Promise<Uint8Array<ArrayBuffer> | ErrorCode> {
  try {
    return await readPiece(file, from, Math.min(from + PIECE_BYTES, file.size));
  } catch (error) {
    return isGone(error) ? 'file-vanished' : 'file-unreadable';
  }
}
