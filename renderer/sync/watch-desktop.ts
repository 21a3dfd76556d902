import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { lockOffice } from './lock-office.ts';
import type { SyncEngine } from './sync-engine.ts';

/** Listens to what the desktop tells while the office is open: how full the disk is, and that keys are about to be dropped. */
export async function watchDesktop(office: Office, sync: SyncEngine, desktop: DesktopBridge): Promise<void> {
  desktop.on['disk:level'](({ level, freeBytes }) => {
    const before = office.disk.getState().level;
    office.disk.setState({ level, freeBytes });
    if (before === 'read-only' && level !== 'read-only') sync.syncNow();
  });
  desktop.on['keys:locking'](() => {
    void lockOffice(office, desktop);
  });
  const now = await callDesktop(desktop, 'disk:free', undefined);
  if (now.ok) office.disk.setState(now.value);
}
