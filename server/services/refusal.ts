import type { ErrorCode } from '#shared/base/errors.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { AuditHead } from '#shared/contract/audit.ts';
import type { WipeOrder } from '#shared/contract/http.ts';

/**
 * Why the server does not do what it was asked, as it crosses to the client. `expect`: the counter it wants, for `counter-gap`, `counter-forked`
 * and `audit-broken`; `head`: the signed head of the PC's log, for the last one; `wipe`: the order to wipe, for `device-revoked`.
 */
export type Refusal = {
  readonly code: ErrorCode;
  readonly expect?: number;
  readonly wipe?: WipeOrder;
  readonly head?: AuditHead;
};

/** What a service gives: a value, or a refusal. What cannot happen throws. */
export type Answer<T> = Result<T, Refusal>;

/** A refusal as a result. */
export function refuse(code: ErrorCode): { readonly ok: false; readonly error: Refusal } {
  return err({ code });
}

/** The refusal of a device that was shut out, with the order to wipe when there is one. */
export function refuseRevoked({ wipe }: { readonly wipe: WipeOrder | undefined }): {
  readonly ok: false;
  readonly error: Refusal;
} {
  return err({ code: 'device-revoked', ...(wipe !== undefined && { wipe }) });
}
