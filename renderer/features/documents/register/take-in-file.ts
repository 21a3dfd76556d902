import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { FILE_MAX_BYTES } from '#shared/domain/attachment/attachment-record.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import type { StoredFile } from '#renderer/data/documents/document-repository.ts';
import { inspectPdf } from '#renderer/platform/pdf-inspection.ts';
import { storeFile } from '#renderer/platform/store-file.ts';

/** A file that lies in the vault, and the text of its first page. */
export type TakenFile = { readonly file: StoredFile; readonly firstPageText: string };

/**
 * Takes a file from outside: looked at in isolation first, refused when it bears a secrecy mark, only then copied into the vault.
 * `onProgress` is told percent.
 */
export async function takeInFile(
  file: File,
  onProgress?: (percent: number) => void,
  signal?: AbortSignal,
): Promise<Result<TakenFile, { readonly code: ErrorCode }>> {
  if (file.size === 0) return err({ code: 'file-empty' });
  if (file.size > FILE_MAX_BYTES) return err({ code: 'file-too-large' });
  const inspected = await inspectPdf(file, signal);
  if (!inspected.ok) return inspected;
  const { pages, firstPageText } = inspected.value;
  if (findSecrecyMark(firstPageText) !== undefined) return err({ code: 'file-secret-mark' });
  const stored = await storeFile(file, pages, (sent) => onProgress?.(Math.round((sent / file.size) * 100)), signal);
  return stored.ok ? ok({ file: stored.value, firstPageText }) : stored;
}
