import { isErrorCode, type ErrorCode } from '#shared/base/errors.ts';
import { refusalSchema } from '#shared/contract/http.ts';

/** Why the province, or the line to it, did not do what was asked. `expect`: counter it waits for, with `counter-gap`. */
export type Refusal = { readonly code: ErrorCode; readonly expect?: number | undefined };

/** Reads the body of a refusing answer. What is no refusal of ours (a proxy's error page, say) is `bad-answer`. */
export function parseRefusal(body: Uint8Array): Refusal {
  const parsed = refusalSchema.safeParse(parseJson(body));
  if (!parsed.success || !isErrorCode(parsed.data.code)) return { code: 'bad-answer' };
  const { code, expect } = parsed.data;
  return expect === undefined ? { code } : { code, expect };
}

/** JSON from bytes; `undefined` when they are none. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined; // the schema that looks at it next says what was expected
  }
}
