import type { ErrorCode } from '#shared/base/errors.ts';

/** Readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
const HEAD_BYTES = 1024;
/** The end mark lies in the last 1,024 bytes by the same note; twice that tolerates trailing line ends of mail programs. */
const TAIL_BYTES = 2048;

/** Looks at the first and last bytes of a file: whether it is a PDF at all, and whole. Undefined when nothing is wrong. */
export async function refusePdfBytes(file: Blob): Promise<ErrorCode | undefined> {
  try {
    const head = toLatin(await readPiece(file, 0, HEAD_BYTES));
    if (!head.includes('%PDF-')) return 'file-not-pdf';
    const tail = toLatin(await readPiece(file, Math.max(0, file.size - TAIL_BYTES), file.size));
    return tail.includes('%%EOF') ? undefined : 'file-truncated';
  } catch (error) {
    return isGone(error) ? 'file-vanished' : 'file-unreadable';
  }
}

/** Bytes of a part of a file. Throws what the browser throws when the file is gone or was changed since it was chosen. */
export async function readPiece(file: Blob, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(begin, end).arrayBuffer());
}

/** Whether reading failed because the file is gone, was changed or its disk was pulled out. */
export function isGone(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'NotReadableError');
}

function toLatin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
