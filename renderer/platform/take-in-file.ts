import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { FILE_MAX_BYTES, type AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import {
  endingsOf,
  plainKindOf,
  refuseKindAndName,
  SIGNATURE_BYTES,
  signatureOf,
} from '#shared/domain/attachment/file-kind.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { refuseImage } from './intake/inspect-image.ts';
import { inspectOffice } from './intake/inspect-office.ts';
import { isGone, readPiece } from './pdf-bytes.ts';
import { storeFile } from './store-file.ts';

/** Endings a file dialogue offers; what a file is, its content says. */
export const ACCEPTED_FILES = Object.values(endingsOf)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

/** A file that lies in the vault, and the text of its first page. `hasText` is false for pictures and scans: no mark could be looked for in them. */
export type TakenFile = { readonly file: StoredFile; readonly firstPageText: string; readonly hasText: boolean };

type Failure = { readonly code: ErrorCode };
type Look = {
  readonly mime: AttachmentMime;
  readonly pages: number | null;
  readonly firstPageText: string;
  readonly hasText: boolean;
  readonly isMarked: boolean;
};

/**
 * Takes a file from outside into the vault: a register line's, an outgoing paper's, a dossier's or one out of an edXML message. Its kind is told by its
 * content, it is looked at in isolation and refused when it lies, is hostile or bears a secrecy mark; only then it is copied. `onProgress` is told percent.
 */
export async function takeInFile(
  file: File,
  onProgress?: (percent: number) => void,
  signal?: AbortSignal,
): Promise<Result<TakenFile, Failure>> {
  const looked = await lookAtFile(file, signal);
  if (!looked.ok) return looked;
  const { mime, pages, firstPageText, hasText } = looked.value;
  const stored = await storeFile(
    file,
    pages,
    (sent) => onProgress?.(Math.round((sent / file.size) * 100)),
    signal,
    mime,
  );
  return stored.ok ? ok({ file: stored.value, firstPageText, hasText }) : stored;
}

/** Looks at a file as `takeInFile` does, and copies nothing: what is refused here was never on the disk. */
export async function lookAtFile(file: File, signal?: AbortSignal): Promise<Result<Look, Failure>> {
  if (file.size === 0) return err({ code: 'file-empty' });
  if (file.size > FILE_MAX_BYTES) return err({ code: 'file-too-large' });
  try {
    const looked = await lookByKind(file, signal);
    return looked.ok && looked.value.isMarked ? err({ code: 'file-secret-mark' }) : looked;
  } catch (error) {
    return err({ code: isGone(error) ? 'file-vanished' : 'file-unreadable' });
  }
}

async function lookByKind(file: File, signal: AbortSignal | undefined): Promise<Result<Look, Failure>> {
  const signature = signatureOf(await readPiece(file, 0, SIGNATURE_BYTES));
  if (signature === 'zip') return lookAtOffice(file, signal);
  const mime = plainKindOf(signature);
  const code = refuseKindAndName(mime, file.name);
  if (code !== undefined || mime === undefined) return err({ code: code ?? 'file-kind-unknown' });
  if (mime === 'application/pdf') {
    // Loaded when a PDF has come: reading one is no small part of the program.
    const { inspectPdf } = await import('./pdf-inspection.ts');
    const inspected = await inspectPdf(file, signal);
    return inspected.ok ? ok({ mime, ...inspected.value }) : inspected;
  }
  const refusal = await refuseImage(file, mime === 'image/png' ? 'png' : 'jpeg');
  if (refusal !== undefined) return err({ code: refusal });
  return ok({ mime, pages: 1, firstPageText: '', hasText: false, isMarked: false });
}

async function lookAtOffice(file: File, signal: AbortSignal | undefined): Promise<Result<Look, Failure>> {
  const looked = await inspectOffice(file, signal);
  if (!looked.ok) {
    const code = looked.error.code === 'file-kind-unknown' ? refuseKindAndName(undefined, file.name) : undefined;
    return err({ code: code ?? looked.error.code });
  }
  const { mime, firstText, hasText, isMarked } = looked.value;
  const code = refuseKindAndName(mime, file.name);
  if (code !== undefined) return err({ code });
  return ok({ mime, pages: null, firstPageText: firstText, hasText, isMarked });
}
