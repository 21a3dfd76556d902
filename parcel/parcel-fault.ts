import type { ErrorCode } from '#shared/base/errors.ts';

/** A part that cannot be used, or a stick that does not go on: `code` is said to the person. */
export class ParcelFault extends Error {
  override readonly name = 'ParcelFault';

  constructor(
    readonly code: ErrorCode,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
