import { isErrorCode, type ErrorCode } from '#shared/base/errors.ts';
import type { AuditHead } from '#shared/contract/audit.ts';
import { refusalSchema, type WipeOrder } from '#shared/contract/http.ts';

/**
 * Why the province, or the line to it, did not do what was asked. `expect`: counter it waits for, with `counter-gap`, `counter-forked` and
 * `audit-broken`. `head`: head of the log it holds, with `audit-broken`. `wipe`: an order not yet checked, with `device-revoked`.
 */
export type Refusal = {
  readonly code: ErrorCode;
  readonly expect?: number | undefined;
  readonly head?: AuditHead | undefined;
  readonly wipe?: WipeOrder | undefined;
};

/** Reads the body of a refusing answer. What is no refusal of ours (a proxy's error page, say) is `bad-answer`. */
export function parseRefusal(body: Uint8Array): Refusal {
  const parsed = refusalSchema.safeParse(parseJson(body));
  if (!parsed.success || !isErrorCode(parsed.data.code)) return { code: 'bad-answer' };
  const { code, expect, wipe, head } = parsed.data;
  return {
    code,
    ...(expect === undefined ? {} : { expect }),
    ...(wipe === undefined ? {} : { wipe }),
    ...(head === undefined ? {} : { head }),
  };
}

/** JSON from bytes; `undefined` when they are none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined; // the schema that looks at it next says what was expected
  }
}
