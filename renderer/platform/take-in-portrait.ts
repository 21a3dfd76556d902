import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { StoredFile } from '#renderer/data/documents/attachment-draft.ts';
import { askWorker } from './intake/ask-worker.ts';
import { storeFile } from './store-file.ts';
import { lookAtFile } from './take-in-file.ts';

const TIME_LIMIT_MS = 20_000;

/** Endings a portrait may have. */
export const ACCEPTED_PORTRAITS = '.jpg,.jpeg,.png';

/**
 * Takes a portrait in: looked at as every file from outside is, only pictures; drawn anew in the shape 3×4 and small, and only that copy lies in the vault.
 * `name`: what the copy is called.
 */
export async function takeInPortrait(
  file: File,
  name: string,
): Promise<Result<StoredFile, { readonly code: ErrorCode }>> {
  const looked = await lookAtFile(file);
  if (!looked.ok) return looked;
  const { mime } = looked.value;
  if (mime !== 'image/jpeg' && mime !== 'image/png') return err({ code: 'file-not-picture' });
  const worker = new Worker(new URL('./intake/portrait-worker.ts', import.meta.url), { type: 'module' });
  const drawn = await askWorker<Blob | null>(worker, file, TIME_LIMIT_MS);
  if (drawn === undefined || drawn === null) return err({ code: 'file-unreadable' });
  const stored = await storeFile(
    new File([drawn], name, { type: 'image/jpeg' }),
    1,
    undefined,
    undefined,
    'image/jpeg',
  );
  return stored.ok ? ok(stored.value) : stored;
}
