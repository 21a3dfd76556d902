import type { ViewerFailure } from '#renderer/ui/pdf-frame/viewer-protocol.ts';
import type { ErrorCode } from '#shared/base/errors.ts';

const shown: readonly string[] = [
  'file-not-pdf',
  'file-password',
  'file-not-here-yet',
  'file-truncated',
  'file-kind-unknown',
  'file-bomb',
  'file-path-trick',
] satisfies readonly ViewerFailure[];

/** Why a file is not shown, where the code is known already. */
export class ViewFailure extends Error {
  override readonly name = 'ViewFailure';

  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** Why a document did not open: our own code, or what PDF.js calls it. */
export function failureOf(error: unknown): ViewerFailure {
  if (error instanceof ViewFailure)
    return shown.includes(error.code) ? (error.code as ViewerFailure) : 'file-unreadable';
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'file-password';
  if (name === 'InvalidPDFException') return 'file-not-pdf';
  if (name === 'ResponseException' || name === 'MissingPDFException') return 'file-not-here-yet';
  return 'file-unreadable';
}
