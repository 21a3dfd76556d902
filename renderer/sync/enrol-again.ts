import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

/**
 * A province restored from an older backup does not know a PC that enrolled since: with a new one-time code it joins again, and everything in its
 * journal goes along. Gives the new number of the PC. The page must be loaded anew afterwards.
 */
export async function enrolAgain(office: Office, code: string): Promise<Result<number, { readonly code: ErrorCode }>> {
  const desktop = getDesktop();
  const device = await callDesktop(desktop, 'device:get', undefined);
  if (!device.ok || device.value === null) return err({ code: device.ok ? 'not-enrolled' : device.error.code });
  const { serverUrl, name } = device.value;
  // In turn with the writes: nothing may reach the journal under the old number meanwhile.
  const reply = await office.queue.run(() => callDesktop(desktop, 'device:enrol', { serverUrl, name, code }));
  return reply.ok ? ok(reply.value.dev) : err({ code: reply.error.code });
}
