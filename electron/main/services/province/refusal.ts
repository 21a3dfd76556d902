import { isErrorCode, type ErrorCode } from '#shared/base/errors.ts';
import type { AuditHead } from '#shared/contract/audit.ts';
import { refusalSchema, type WipeOrder } from '#shared/contract/http.ts';

/**
 * Why the province, or the line to it, did not do what was asked. `expect`: counter it waits for, with `counter-gap`, `counter-forked` and
 * `audit-broken`. `head`: head of the log it holds, with `audit-broken`. `wipe`: an order not yet checked, with `device-revoked`. `waitMs`: how long a busy
 * server asks to be left alone, milliseconds.
 */
export type Refusal = {
  readonly code: ErrorCode;
  readonly expect?: number | undefined;
  readonly head?: AuditHead | undefined;
  readonly wipe?: WipeOrder | undefined;
  readonly waitMs?: number | undefined;
};

/** What is read of an answer. */
type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
};

/** Longest pause a server can ask for, milliseconds: what says more is wrong or not ours. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Reads a refusing answer. What is no refusal of ours (a proxy's error page, say) is `bad-answer`; with 503 and a pause it says that the server, or a proxy
 * in front of it, is busy.
 */
export function readRefusal({ status, headers, body }: Answered): Refusal {
  const waitMs = parsePause(headers['retry-after']);
  const refusal = parseRefusal(body);
  if (waitMs === undefined) return refusal;
  return { ...refusal, ...(status === 503 && { code: 'too-many-requests' }), waitMs };
}

/** `retry-after` in whole seconds; its other form, a date, is no clock of ours and counts as none. */
function parsePause(header: Answered['headers'][string]): number | undefined {
  if (typeof header !== 'string' || !/^\d{1,6}$/.test(header)) return undefined;
  return Math.min(LONGEST_WAIT_MS, Number(header) * 1000);
}

function parseRefusal(body: Uint8Array): Refusal {
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
