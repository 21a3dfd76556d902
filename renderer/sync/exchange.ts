import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { ExchangeReply } from '#shared/contract/ipc.ts';
import type { SyncRequest } from '#shared/contract/protocol.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/** Step two: one round trip. Being offline is an answer like any other. */
export function exchange(
  desktop: DesktopBridge,
  request: SyncRequest,
): Promise<Result<ExchangeReply, { readonly code: ErrorCode; readonly expect?: number | undefined }>> {
  return callDesktop(desktop, 'sync:exchange', request);
}
