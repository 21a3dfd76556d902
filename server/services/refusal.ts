import type { ErrorCode } from '#shared/base/errors.ts';
import { err, type Result } from '#shared/base/result.ts';

/** Why the server does not do what it was asked, as it crosses to the client. `expect`: the counter it wants, for `counter-gap`. */
export type Refusal = { readonly code: ErrorCode; readonly expect?: number };

/** What a service gives: a value, or a refusal. What cannot happen throws. */
export type Answer<T> = Result<T, Refusal>;

/** A refusal as a result. */
export function refuse(code: ErrorCode): { readonly ok: false; readonly error: Refusal } {
  return err({ code });
}
