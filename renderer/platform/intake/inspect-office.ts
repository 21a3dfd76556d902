import type { ErrorCode } from '#shared/base/errors.ts';
import { err, type Result } from '#shared/base/result.ts';
import { askWorker } from './ask-worker.ts';
import type { OfficeLook } from './office-worker.ts';

/** A file that takes longer is given up: hostile or broken beyond use. */
const TIME_LIMIT_MS = 20_000;

/** Looks at a Word or Excel file in a worker of its own: its ZIP within limits, nothing active, its text searched for a secrecy mark. */
export async function inspectOffice(
  file: File,
  signal?: AbortSignal,
): Promise<Result<OfficeLook, { readonly code: ErrorCode }>> {
  const worker = new Worker(new URL('./office-worker.ts', import.meta.url), { type: 'module' });
  const answer = await askWorker<Result<OfficeLook, { readonly code: ErrorCode }>>(worker, file, TIME_LIMIT_MS, signal);
  return answer ?? err({ code: 'file-unreadable' });
}
