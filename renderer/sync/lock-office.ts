import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { writeOpenDrafts } from '#renderer/data/drafts.ts';
import type { Office } from '#renderer/data/office.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

/** Finishes what is being saved, then drops the keys; the page is thrown away by the desktop and loaded anew. */
export async function lockOffice(office: Office, desktop: DesktopBridge = getDesktop()): Promise<void> {
  await writeOpenDrafts();
  await office.quiesce();
  await callDesktop(desktop, 'keys:lock', undefined);
}
