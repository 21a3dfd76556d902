import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import { askWorker } from './intake/ask-worker.ts';
import { readVaultFile } from './read-vault-file.ts';

/** A file that takes longer is given up: it is found by its title only. */
const TIME_LIMIT_MS = 60_000;

/**
 * All text of a file of the vault; empty for a scan or picture, and for a file that cannot be read. Undefined while the file is not on this PC: it is asked
 * for again later.
 */
export async function readFileText(hash: string, mime: AttachmentMime): Promise<string | undefined> {
  if (mime === 'image/png' || mime === 'image/jpeg') return '';
  const file = await readVaultFile(hash, hash);
  if (!file.ok) return file.error.code === 'file-not-here-yet' || file.error.code === 'file-missing' ? undefined : '';
  if (mime === 'application/pdf') return (await import('./pdf-inspection.ts')).readPdfText(file.value);
  const worker = new Worker(new URL('./intake/office-text-worker.ts', import.meta.url), { type: 'module' });
  return (await askWorker<string | null>(worker, file.value, TIME_LIMIT_MS)) ?? '';
}
