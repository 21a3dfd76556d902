import type { ErrorCode } from '#shared/base/errors.ts';

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The system's code of a failure (`ENOENT`…), if it is one. */
export function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/** Whether a write failed because no room was left. */
export function isDiskFull(cause: unknown): boolean {
  return FULL.includes(systemCode(cause));
}

/** Names a failed write for the person: the disk is full, or else the given code. */
export function diskFailure(cause: unknown, otherwise: ErrorCode): ErrorCode {
  return isDiskFull(cause) ? 'disk-full' : otherwise;
}
