import type { ErrorCode } from '#shared/base/errors.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { MovedCommune } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/**
 * The commune was merged into another one, as the province says over the line or in a package. What was said of own changes before is in the store; the desktop
 * notes where this PC belongs now, and the page begins again there with all it has (docs/adr/0038). Gives `office-merged`, or why it could not be noted.
 */
export async function followMerger(
  office: Office,
  desktop: DesktopBridge,
  gone: MovedCommune,
  reload: () => void,
): Promise<ErrorCode> {
  // In turn with the writes, as with a change of number.
  const reply = await office.queue.run(() => callDesktop(desktop, 'device:follow-merger', gone));
  if (!reply.ok) return reply.error.code;
  reload();
  return 'office-merged';
}
