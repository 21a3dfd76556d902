import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

/** Has a damaged store put aside (it is never deleted); the program starts again and rebuilds from backup, journal and province. */
export async function rebuildStore(office: Office): Promise<Result<null, { readonly code: ErrorCode }>> {
  await office.quiesce();
  const reply = await callDesktop(getDesktop(), 'store:set-aside', undefined);
  return reply.ok ? ok(null) : err({ code: reply.error.code });
}
