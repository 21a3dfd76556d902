import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/** Step two: one round trip. Being offline is an answer like any other. */
export function exchange(desktop: DesktopBridge, request: SyncRequest): Promise<IpcReply<'sync:exchange'>> {
  return callDesktop(desktop, 'sync:exchange', request);
}
